import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Incident } from '@/contract'
import { useSession } from '@/features/session'
import { useBoard } from '@/live'
import { World } from '@/mock'
import { center } from '@/mock/center'
import { useCenter } from '@/shared/center'
import { i18n } from '@/shared/i18n'
import HospitalDesk from './HospitalDesk.vue'

// Nothing is drawn here; what the page asks for, it asks for all the same.
vi.mock('@/map', async (original) => ({
  ...(await original<object>()),
  openMap: () => Promise.reject(new Error('no canvas')),
}))

/** What the server's table of roles lets a hospital read, as far as a page reads it. */
const MAY_READ = [
  /^\/me$/,
  /^\/center$/,
  /^\/hospitals$/,
  /^\/reports\/chest-pain/,
  /^\/patients\/[^/]+\/chest-pain/,
]

/** What is asked for again and again has been by then. */
const MINUTE_MILLIS = 60_000

let asked: string[]
let page: VueWrapper

/** An incident whose unit is under way to its hospital, as the desk is sent it. */
function inbound(world: World, hospital: string): Incident {
  const sent = world.board().incidents.find((one) => one.assignments.some(({ endedAt }) => !endedAt))
  if (!sent) throw new Error('nobody is under way')
  const assignments = sent.assignments.map((one) => ({
    ...one,
    status: 'transporting' as const,
    destinationHospitalId: hospital,
    patientIds: [],
  }))
  return { ...sent, status: 'transporting', assignments }
}

beforeEach(async () => {
  vi.useFakeTimers()
  asked = []
  vi.stubGlobal('fetch', async (url: string) => {
    const path = url.replace('/api/v1', '')
    asked.push(path)
    const body = path === '/hospitals' ? { items: [] } : {}
    return new Response(JSON.stringify(body), { status: MAY_READ.some((may) => may.test(path)) ? 200 : 403 })
  })
  setActivePinia(createPinia())
  const hospital = center.hospitals[0]?.id ?? ''
  const world = new World()
  useBoard().showSnapshot({ ...world.board(), incidents: [inbound(world, hospital)] }, world.seq)
  useCenter().info = center
  const session = useSession()
  session.user = { username: hospital, role: 'hospital', center: 'x', hospitalId: hospital }
  session.state = 'signed_in'
  page = mount(HospitalDesk, { global: { plugins: [i18n] }, attachTo: document.body })
  await vi.dynamicImportSettled()
  await flushPromises()
})

afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe("a hospital's page", () => {
  it('has the map and a patient on the way, and asks for nothing that a hospital may not have', async () => {
    await vi.waitFor(() => expect(page.find('.map').exists()).toBe(true))
    expect(page.findAll('.list .row')).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(MINUTE_MILLIS)
    expect(asked).toContain('/hospitals')
    expect(asked.filter((path) => !MAY_READ.some((may) => may.test(path)))).toEqual([])
  })
})
