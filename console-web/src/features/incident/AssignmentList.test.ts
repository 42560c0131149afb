import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Assignment, Incident, ProposedUnit } from '@/contract'
import { useAssigning } from '@/features/assigning'
import { useSession } from '@/features/session'
import { useBoard } from '@/live'
import { i18n } from '@/shared/i18n'
import AssignmentList from './AssignmentList.vue'

const UNITS = ['A12', 'A08'].map(
  (unitId) => ({ unitId, reasons: [], etaSeconds: 60 }) as unknown as ProposedUnit,
)
const SENT = {
  id: 'task',
  incidentId: 'i',
  unitId: 'A08',
  status: 'assigned',
  milestones: {},
} as unknown as Assignment

let list: VueWrapper

beforeEach(() => {
  vi.stubGlobal('fetch', async (_: string, { method }: RequestInit) =>
    method === 'POST'
      ? new Response(JSON.stringify(SENT), { status: 201 })
      : new Response(JSON.stringify({ code: 'unavailable' }), { status: 503 }),
  )
  setActivePinia(createPinia())
  const session = useSession()
  session.user = { username: 'dispatcher', role: 'dispatcher', center: 'xiangjiang' }
  session.state = 'signed_in'
})

afterEach(() => {
  list.unmount()
  vi.unstubAllGlobals()
})

it('offers no further unit by itself once one was sent with a reason', async () => {
  show(incident('waiting'))
  const assigning = await sendWithReason()
  await list.setProps({ incident: incident('assigned', SENT) })
  expect(assigning.flow.recall?.assignment.unitId).toBe('A08')
  expect(list.find('.proposals').exists()).toBe(false)
  expect(list.text()).toContain('已派 A08')
})

it('closes the list of further units once one of them was sent', async () => {
  show(incident('assigned', SENT))
  await list.get('[aria-expanded]').trigger('click')
  expect(list.find('.proposals').exists()).toBe(true)
  await sendWithReason()
  expect(list.find('.proposals').exists()).toBe(false)
})

it('asks for the reason of a unit that was named in the command line', async () => {
  show(incident('assigned', SENT))
  const assigning = useAssigning().flowOf('i')
  assigning.take(UNITS)
  assigning.select('A08')
  void assigning.confirm()
  await flushPromises()
  expect(list.find('.override').exists()).toBe(true)
})

function show(shown: Incident) {
  useBoard().takeIncident(shown)
  list = mount(AssignmentList, {
    props: { incident: shown },
    global: { plugins: [i18n] },
    attachTo: document.body,
  })
}

async function sendWithReason() {
  const assigning = useAssigning().flowOf('i')
  assigning.take(UNITS)
  assigning.select('A08')
  void assigning.confirm()
  await flushPromises()
  assigning.flow.reason = '就在附近'
  void assigning.confirmReason()
  await flushPromises()
  return assigning
}

function incident(status: Incident['status'], ...assignments: Assignment[]): Incident {
  return {
    id: 'i',
    seq: 1,
    status,
    assignments,
    position: { lng: 112.9, lat: 28.2 },
    alerts: [],
    patients: [],
    fixes: [],
    calls: [],
  } as unknown as Incident
}
