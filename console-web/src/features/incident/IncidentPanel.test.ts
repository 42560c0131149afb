import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Incident } from '@/contract'
import { useSession } from '@/features/session'
import { useBoard } from '@/live'
import { MockApi, World } from '@/mock'
import { center } from '@/mock/center'
import { useCenter } from '@/shared/center'
import { i18n } from '@/shared/i18n'
import { useWorkplace } from '@/shared/workplace'
import { useDuplicates } from './duplicates'
import IncidentPanel from './IncidentPanel.vue'

/** An open incident without a unit. */
const FREE = 'incident-417'

interface Sent {
  method: string
  path: string
  body?: unknown
}

let world: World
let sent: Sent[]
/** Answers of routes that the mocked center does not have. */
let answers: Record<string, (body: unknown) => unknown>
let panel: VueWrapper

beforeEach(() => {
  sessionStorage.clear()
  sent = []
  answers = {}
  world = new World()
  const api = new MockApi(world, 'supervisor')
  vi.stubGlobal('fetch', async (url: string, options: RequestInit = {}) => {
    const { method = 'GET' } = options
    const path = url.replace('/api/v1', '')
    const body = options.body ? (JSON.parse(String(options.body)) as Record<string, unknown>) : undefined
    if (method !== 'GET' || !/timeline|recommendation|triage-cards/.test(path))
      sent.push({ method, path, ...(body && { body }) })
    const answer = answers[`${method} ${path}`]
    const reply = answer ? { status: 200, body: answer(body) } : api.answer(method, url, body)
    return new Response(JSON.stringify(reply.body ?? null), { status: reply.status })
  })
  setActivePinia(createPinia())
  const board = useBoard()
  board.showSnapshot(world.board(), world.seq)
  world.listen((frame) => {
    if (frame['type'] === 'event') board.takeEvent(frame as never)
  })
  useCenter().info = center
  signIn('supervisor')
  panel = mount(IncidentPanel, { global: { plugins: [i18n] }, attachTo: document.body })
})

afterEach(() => {
  panel.unmount()
  vi.unstubAllGlobals()
})

describe('an incident that is not on the board', () => {
  it('is loaded by its id', async () => {
    closeBehindTheBack('incident-410')
    await select('incident-410')
    expect(sent).toEqual([{ method: 'GET', path: '/incidents/incident-410' }])
    expect(panel.find('.header').exists()).toBe(true)
  })

  it('is loaded also after another one, while that one was still asked for', async () => {
    closeBehindTheBack('incident-410')
    closeBehindTheBack('incident-411')
    useWorkplace().select('incident-410')
    await panel.vm.$nextTick()
    await select('incident-411')
    expect(sent.map((one) => one.path)).toEqual(['/incidents/incident-410', '/incidents/incident-411'])
    expect(panel.find('.header').exists()).toBe(true)
  })

  it('is loaded anew when the search told of it', async () => {
    closeBehindTheBack('incident-410')
    const stale = world.incidents.get('incident-410') as Incident
    useBoard().takeIncident(stale)
    world.incidents.set(stale.id, { ...stale, seq: stale.seq + 1, address: '新地址' })
    await select('incident-410')
    expect(useBoard().findIncident('incident-410')?.address).toBe('新地址')
    expect(sent).toHaveLength(1)
  })

  it('that nobody knows is said to be unknown, and asked for once', async () => {
    await select('nothing')
    expect(sent).toHaveLength(1)
    expect(panel.text()).toContain('找不到')
  })
})

describe('closing', () => {
  it('waits for the outcome, then closes', async () => {
    await select(FREE)
    await openTab('结案')
    expect(button('结案', '.line').attributes('disabled')).toBeDefined()
    await button('电话指导').trigger('click')
    await panel.get('.closing textarea').setValue(' 已指导 ')
    await button('结案', '.line').trigger('click')
    await flushPromises()
    expect(posts()).toEqual([
      { method: 'POST', path: `/incidents/${FREE}/close`, body: { outcome: 'advice_only', note: '已指导' } },
    ])
    expect(panel.get('.closing .done').text()).toContain('电话指导')
    expect(panel.find('.proposals').exists()).toBe(false)
  })

  it('says which units are still busy', async () => {
    await select('incident-414')
    await openTab('结案')
    expect(panel.get('.closing .hint').text()).toContain('A02')
  })

  it('is undone by a supervisor with a reason', async () => {
    const id = FREE
    closeBehindTheBack(id)
    answers[`POST /incidents/${id}/reopen`] = () =>
      world.change({ ...(world.incidents.get(id) as Incident), status: 'waiting' }, 'incident_reopened')
    await select(id)
    await openTab('结案')
    await button('重新打开').trigger('click')
    await giveReason('又来电')
    expect(posts()).toEqual([{ method: 'POST', path: `/incidents/${id}/reopen`, body: { reason: '又来电' } }])
    expect(panel.find('.closing .done').exists()).toBe(false)
    expect(useBoard().incidents.has(id)).toBe(true)
  })

  it('is not undone by a dispatcher, who is told why', async () => {
    signIn('dispatcher')
    closeBehindTheBack(FREE)
    await select(FREE)
    await openTab('结案')
    expect(button('重新打开').attributes('disabled')).toBeDefined()
    expect(panel.text()).toContain('由班长重新打开')
  })
})

describe('an assignment', () => {
  it('is declined by voice with a reason, and the proposal comes back', async () => {
    await select('incident-413')
    await button('车组无法执行').trigger('click')
    await button('车辆故障').trigger('click')
    await panel.get('.reason input').trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(posts()).toMatchObject([
      { path: '/assignments/assignment-A07/decline', body: { reason: '车辆故障' } },
    ])
    expect(panel.find('.proposals').exists()).toBe(true)
  })

  it('gets its hospital from the list', async () => {
    answers['POST /assignments/assignment-A05/destination'] = () => ({})
    await select('incident-411')
    const field = panel.get<HTMLSelectElement>('.destination select')
    const value = field.findAll('option').at(1)?.attributes('value')
    await field.setValue(value)
    await flushPromises()
    expect(posts()).toMatchObject([
      { path: '/assignments/assignment-A05/destination', body: { hospitalId: value } },
    ])
  })

  it('shows the hospital that is stored when another one was refused', async () => {
    await select('incident-414')
    const field = panel.get<HTMLSelectElement>('.destination select')
    const other = field
      .findAll('option')
      .find((one) => !['', 'xiangya3'].includes(one.attributes('value') ?? ''))
    await field.setValue(other?.attributes('value'))
    await flushPromises()
    expect(field.element.value).toBe('xiangya3')
    expect(panel.find('.problem').exists()).toBe(true)
  })

  it('has a time corrected by a supervisor', async () => {
    answers['PATCH /assignments/assignment-A02/milestones/on_scene'] = () => ({})
    await select('incident-414')
    await panel.get('.steps button[title^="到达现场"]').trigger('click')
    await panel.get('.correct label input').setValue('00:00:07')
    await giveReason('补点')
    expect(sent.at(-1)).toMatchObject({ method: 'PATCH', body: { reason: '补点' } })
    expect((sent.at(-1)?.body as { at: string }).at).toMatch(/T16:00:07.000Z$/)
    expect(panel.find('.correct').exists()).toBe(false)
  })
})

describe('a possible duplicate', () => {
  const own = 'incident-418'
  const other = 'incident-417'

  beforeEach(async () => {
    useDuplicates().ask(own, 'call', [{ incidentId: other, distanceMeters: 120, ageSeconds: 30 }])
    await select(own)
  })

  it('is linked, and the incident it joined comes to the front', async () => {
    answers['POST /calls/call/link'] = () => join()
    await button('同一患者').trigger('click')
    await flushPromises()
    expect(posts()).toEqual([
      { method: 'POST', path: '/calls/call/link', body: { incidentId: other, samePatient: true } },
    ])
    expect(useWorkplace().selectedIncidentId).toBe(other)
    expect(panel.get('.linked').text()).toContain('13900000000')
  })

  it('is none, and the question is gone', async () => {
    await button('不是').trigger('click')
    expect(panel.find('.duplicates').exists()).toBe(false)
    expect(sent).toEqual([])
  })

  it('is unlinked again', async () => {
    join()
    await select(other)
    answers['POST /calls/late/unlink'] = () => world.incidents.get(own)
    await button('解除关联').trigger('click')
    await flushPromises()
    expect(posts()).toMatchObject([{ path: '/calls/late/unlink' }])
  })

  function join(): Incident {
    const incident = world.incidents.get(other) as Incident
    const late = { ...incident.calls[0], id: 'late', phone: '13900000000' } as Incident['calls'][number]
    return world.change({ ...incident, calls: [...incident.calls, late] }, 'call_linked')
  }
})

function signIn(role: 'dispatcher' | 'supervisor') {
  const session = useSession()
  session.user = { username: role, role, center: 'xiangjiang' }
  session.state = 'signed_in'
}

/** Closed before this console looked. */
function closeBehindTheBack(id: string) {
  const incident = world.incidents.get(id) as Incident
  const closedAt = world.now().toISOString()
  world.incidents.set(id, { ...incident, status: 'closed', outcome: 'advice_only', closedAt })
  useBoard().incidents.delete(id)
}

async function select(id: string) {
  useWorkplace().select(id)
  await flushPromises()
}

async function openTab(name: string) {
  const tab = panel.findAll('[role="tab"]').find((one) => one.text() === name)
  await tab?.trigger('click')
}

async function giveReason(reason: string) {
  const field = panel.get('.reason input')
  await field.setValue(reason)
  await field.trigger('keydown', { key: 'Enter' })
  await flushPromises()
}

function button(name: string, within = '') {
  const found = panel.findAll(`${within} button`).find((one) => one.text() === name)
  if (!found) throw new Error(`no button ${name} in ${panel.text()}`)
  return found
}

function posts(): Sent[] {
  return sent.filter((one) => one.method === 'POST')
}
