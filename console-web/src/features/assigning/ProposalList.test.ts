import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Incident, Recommendation, Unit } from '@/contract'
import { useSession } from '@/features/session'
import { useBoard } from '@/live'
import { i18n } from '@/shared/i18n'
import { useWorkplace } from '@/shared/workplace'
import { assignment, unit } from './assigning.test-support'
import ProposalList from './ProposalList.vue'

const incident = { id: 'incident', status: 'waiting', position: { lng: 112.9, lat: 28.2 } } as Incident
const A12 = unit('A12', 250)
const A08 = unit('A08', 340)

let posts: { path: string; body: unknown }[]
let list: VueWrapper

beforeEach(async () => {
  vi.useFakeTimers({ now: 1_000_000 })
  posts = []
  vi.stubGlobal('fetch', async (path: string, options: RequestInit) => {
    if (options.method !== 'POST') return answer(404, { code: 'not_found', detail: '' })
    posts.push({ path, body: JSON.parse(String(options.body)) })
    return answer(201, assignment('A12'))
  })
  setActivePinia(createPinia())
  signIn('dispatcher')
  propose(A12, A08)
  list = mount(ProposalList, { props: { incident }, global: { plugins: [i18n] }, attachTo: document.body })
  await vi.advanceTimersByTimeAsync(2_000)
})

afterEach(() => {
  list.unmount()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the Enter key', () => {
  it('assigns the unit shown, once', async () => {
    press('Enter')
    press('Enter')
    await flushPromises()
    expect(posts).toEqual([{ path: '/api/v1/incidents/incident/assignments', body: { unitId: 'A12' } }])
    expect(list.emitted('assigned')).toHaveLength(1)
  })

  it('sends no unit while somebody draws on the map: it belongs to the drawing then', async () => {
    useWorkplace().drawing = true
    press('Enter')
    await flushPromises()
    expect(posts).toEqual([])
  })

  it('says of a time that was reckoned by no road what it is', async () => {
    propose(unit('A19', 250, { method: 'straight_line', reasons: ['no_road_found'] }), A08)
    await vi.advanceTimersByTimeAsync(100)
    const [guess, road] = list.findAll('[role="option"]')
    expect(guess?.find('.guess').text()).toContain('直线估算')
    expect(guess?.find('.guess .icon').exists()).toBe(true)
    expect(guess?.text()).toContain('无道路可达,按直线估算')
    expect(road?.find('.guess').exists()).toBe(false)
  })

  it('does nothing while an input method composes', async () => {
    press('Enter', { isComposing: true })
    press('Enter', { keyCode: 229 })
    await flushPromises()
    expect(posts).toEqual([])
  })

  it('does nothing in a text field, on another button, or while a call is taken', async () => {
    const input = document.body.appendChild(document.createElement('input'))
    const button = document.body.appendChild(document.createElement('button'))
    press('Enter', {}, input)
    press('Enter', {}, button)
    useWorkplace().takingCall = true
    press('Enter')
    useWorkplace().takingCall = false
    void useWorkplace().pickPlace('incident')
    press('Enter')
    await flushPromises()
    expect(posts).toEqual([])
    input.remove()
    button.remove()
  })

  it('asks again when the proposal has just become another one', async () => {
    propose(A08, A12)
    await flushPromises()
    press('Enter')
    await flushPromises()
    expect(posts).toEqual([])
    expect(list.text()).toContain('再按一次')
    press('Enter')
    await flushPromises()
    expect(posts).toMatchObject([{ body: { unitId: 'A08' } }])
  })

  it('does nothing for who may only look', async () => {
    signIn('observer')
    await flushPromises()
    press('Enter')
    await flushPromises()
    expect(posts).toEqual([])
    expect(list.text()).toContain('只能查看')
  })
})

describe('an incident that had no position', () => {
  const blind = { id: 'incident', status: 'waiting' } as Incident

  beforeEach(async () => {
    for (const id of ['A01', 'A02', 'A03']) {
      useBoard().takeUnit({ id, availability: 'available', capabilities: [] } as unknown as Unit)
    }
    await list.setProps({ incident: blind })
  })

  it.each(['with a pointer resting in the list', 'with a pointer moving in the list', 'with the focus'])(
    'gets its first ranking in order, %s',
    async (how) => {
      if (how === 'with the focus') list.get<HTMLElement>('.list').element.focus()
      else await pointer('pointerenter', 5)
      if (how === 'with a pointer moving in the list') await pointer('pointermove', 6)
      expect(rows()).toEqual(['A01', 'A02', 'A03'])
      propose(unit('A03', 19), unit('A02', 200), unit('A01', 308))
      await list.setProps({ incident })
      expect(rows()).toEqual(['A03', 'A02', 'A01'])
      expect(list.get('[aria-selected="true"]').attributes('data-unit')).toBe('A03')
      await vi.advanceTimersByTimeAsync(1_000)
      press('Enter')
      await flushPromises()
      expect(posts).toMatchObject([{ body: { unitId: 'A03' } }])
    },
  )
})

describe('a pointer', () => {
  const better = () => propose(unit('A05', 90), A12, A08)

  it('that rests in the list does not hold it', async () => {
    await pointer('pointerenter', 5)
    await pointer('pointermove', 5)
    better()
    await flushPromises()
    expect(rows()).toEqual(['A05', 'A12', 'A08'])
  })

  it('that moves in the list holds it for a moment', async () => {
    await pointer('pointerenter', 5)
    await pointer('pointermove', 6)
    better()
    await vi.advanceTimersByTimeAsync(1_400)
    expect(rows()).toEqual(['A12', 'A08'])
    await vi.advanceTimersByTimeAsync(200)
    expect(rows()).toEqual(['A05', 'A12', 'A08'])
  })

  it('that leaves the list lets it go at once', async () => {
    await pointer('pointerenter', 5)
    await pointer('pointermove', 6)
    better()
    await pointer('pointerleave', 7)
    expect(rows()).toEqual(['A05', 'A12', 'A08'])
  })
})

describe('the list', () => {
  it('does not jump while it is being read, and announces what is better', async () => {
    press('ArrowDown')
    press('ArrowUp')
    propose(unit('A05', 30), A12, A08)
    await flushPromises()
    expect(rows()).toEqual(['A12', 'A08'])
    expect(list.text()).toContain('A05 现在更快:< 1 分')
    press('r')
    await flushPromises()
    expect(rows()).toEqual(['A05', 'A12', 'A08'])
  })

  it('says that a unit is there already, or less than a minute away', async () => {
    propose(unit('A01', 0, { distanceMeters: 0 }), unit('A02', 59), unit('A03', 60))
    await flushPromises()
    expect(list.findAll('.eta').map((eta) => eta.text())).toEqual(['已在附近', '< 1 分', '1 分 00 秒'])
  })

  it('marks only what sets a unit apart', async () => {
    const offline = { reasons: ['at_station', 'crew_not_connected', 'no_live_position'] }
    const stale = { reasons: ['returning', 'crew_not_connected', 'stale_position'] }
    propose(unit('A01', 10, offline), unit('A02', 20, offline), unit('A03', 30, stale), A12)
    await flushPromises()
    expect(list.findAll('.exceptional').map((word) => word.text())).toEqual(['位置过时'])
    expect(list.get('[data-unit="A01"]').text()).toContain('离线 · 按驻站估算')
  })

  it('begins no row with a separator', async () => {
    useBoard().takeUnit({ id: 'A01', availability: 'available', capabilities: [] } as unknown as Unit)
    await list.setProps({ incident: { id: 'incident', status: 'waiting' } as Incident })
    expect(list.get('.why').text()).toMatch(/^在站/)
  })

  it('asks why another unit, and sends the reason', async () => {
    press('ArrowDown')
    press('Enter')
    await flushPromises()
    expect(posts).toEqual([])
    const field = list.get<HTMLInputElement>('.override input')
    await field.setValue('就在附近')
    await field.trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(posts).toMatchObject([{ body: { unitId: 'A08', overrideReason: '就在附近' } }])
  })

  it('says of a blocked unit why it is, and does not send it', async () => {
    propose(unit('A21', 60, { blockedBy: 'unit_out_of_service' }))
    await vi.advanceTimersByTimeAsync(2_000)
    press('Enter')
    await flushPromises()
    expect(posts).toEqual([])
    expect(list.text()).toContain('A21 不可派:暂停服务')
  })
})

function propose(...units: Recommendation['units']) {
  useBoard().takeRecommendation({
    incidentId: 'incident',
    units,
    aeds: [],
    hospitals: [],
    responders: [],
    computedAt: '2026-11-22T06:00:00Z',
  })
}

async function pointer(type: string, screenX: number) {
  list.get('.list').element.dispatchEvent(new MouseEvent(type, { screenX, bubbles: true }))
  await flushPromises()
}

function signIn(role: 'dispatcher' | 'observer') {
  const session = useSession()
  session.user = { username: role, role, center: 'xiangjiang' }
  session.state = 'signed_in'
}

function press(
  key: string,
  more: KeyboardEventInit & { keyCode?: number } = {},
  target: Element = document.body,
) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  if (more.keyCode) Object.defineProperty(event, 'keyCode', { value: more.keyCode })
  const active = document.activeElement
  const at = target === document.body && active && list.element.contains(active) ? active : target
  at.dispatchEvent(event)
}

function rows(): string[] {
  return list.findAll('[data-unit]').map((row) => row.attributes('data-unit') ?? '')
}

function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status })
}
