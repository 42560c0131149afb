import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { IncidentPanel } from '@/features/incident'
import { useSession } from '@/features/session'
import { useBoard } from '@/live'
import { MockApi, World } from '@/mock'
import { center } from '@/mock/center'
import { useCenter } from '@/shared/center'
import { i18n, setLocale } from '@/shared/i18n'
import { useWorkplace } from '@/shared/workplace'
import { useTriage } from './useTriage'

/** Chest pain, waiting for a unit. */
const CHEST_PAIN = 'incident-417'
/** Nobody knows yet what is wrong. */
const NO_COMPLAINT = 'incident-418'

let world: World
let sent: { path: string; body: Record<string, unknown> }[]
let panel: VueWrapper

beforeEach(async () => {
  sessionStorage.clear()
  sent = []
  world = new World()
  const api = new MockApi(world, 'dispatcher')
  vi.stubGlobal('fetch', async (url: string, options: RequestInit = {}) => {
    const { method = 'GET' } = options
    const body = options.body ? (JSON.parse(String(options.body)) as Record<string, unknown>) : undefined
    if (method === 'POST') sent.push({ path: url.replace('/api/v1', ''), body: body ?? {} })
    const reply = api.answer(method, url, body)
    return new Response(JSON.stringify(reply.body ?? null), { status: reply.status })
  })
  setActivePinia(createPinia())
  const board = useBoard()
  board.showSnapshot(world.board(), world.seq)
  world.listen((frame) => {
    if (frame['type'] === 'event') board.takeEvent(frame as never)
  })
  useCenter().info = center
  useSession().user = { username: 'dispatcher', role: 'dispatcher', center: center.id }
  useSession().state = 'signed_in'
  panel = mount(IncidentPanel, { global: { plugins: [i18n] }, attachTo: document.body })
})

afterEach(() => {
  panel.unmount()
  setLocale('zh-CN')
  vi.unstubAllGlobals()
})

async function show(id: string) {
  useWorkplace().select(id)
  await vi.waitFor(() => expect(useTriage().state).toBe('known'), 10_000)
  await flushPromises()
}

async function press(...keys: string[]) {
  for (const key of keys) {
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    await flushPromises()
  }
}

const card = () => panel.find('[data-triage]')
const posts = () => sent.filter(({ path }) => path.endsWith('/triage'))

describe('the triage card', () => {
  it('opens by F7 for the complaint and leads by digits to compressions, with everything said above', async () => {
    await show(CHEST_PAIN)
    await press('F7')
    expect(card().find('.ask').text()).toContain('清醒')
    await press('2')
    expect(card().text()).not.toContain('胸外按压')
    await press('2')
    expect(card().text()).toContain('疑似心脏骤停')
    expect(card().find('.say').text()).toContain('胸外按压')
    expect(posts().map(({ body }) => body)).toEqual([
      { card: 'chest_pain', version: 1, answers: { conscious: 'no', breathing: 'no' } },
    ])
    expect(card().findAll('.answers li')).toHaveLength(2)
  })

  it('never covers the place or the proposal', async () => {
    await show(CHEST_PAIN)
    await press('F7')
    expect(panel.find('.work').isVisible()).toBe(true)
    expect(panel.findAll('[role="listbox"]').length).toBeGreaterThan(0)
  })

  it('goes back by Backspace, and back to the incident by Esc with nothing lost', async () => {
    await show(CHEST_PAIN)
    await press('F7', '1', '1', 'Backspace')
    expect(card().find('.ask').text()).toContain('胸口现在还痛')
    await press('2', 'Escape')
    expect(document.activeElement?.hasAttribute('data-assign-keys')).toBe(true)
    expect(posts().at(-1)?.body['answers']).toEqual({ conscious: 'yes', pain_now: 'no' })
    await show(NO_COMPLAINT)
    await show(CHEST_PAIN)
    await press('F7')
    expect(card().findAll('.answers li')).toHaveLength(2)
  })

  it('takes times and numbers as they are typed, and never an ambulance for Enter', async () => {
    await show(CHEST_PAIN)
    await press('F7', '1', '1')
    await card().find('input').setValue('-20')
    await card().find('input').trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(card().find('.ask').text()).toContain('冷汗')
    await press('ArrowUp', '5')
    expect(card().find('.ask').text()).toContain('什么时候开始')
    await card().findAll('.option').at(-1)?.trigger('click')
    await flushPromises()
    expect(card().findAll('.answers b').at(-1)?.text()).toBe('不知道')
    await press('Enter', 'Enter')
    expect(sent.filter(({ path }) => path.endsWith('/assignments'))).toEqual([])
    expect(card().findAll('.answers li')).toHaveLength(3)
  })

  it('lets a card be chosen by number while nobody knows what is wrong, in English too', async () => {
    setLocale('en')
    await show(NO_COMPLAINT)
    await press('F7')
    expect(
      card()
        .findAll('.cards button')
        .map((one) => one.text()),
    ).toEqual(['1 Cardiac arrest', '2 Chest pain'])
    await press('1')
    expect(card().find('.ask').text()).toContain('does the person react?')
  })

  it('leaves digits alone that are typed elsewhere', async () => {
    await show(CHEST_PAIN)
    panel.find<HTMLElement>('[data-assign-keys]').element.focus()
    await press('2')
    expect(posts()).toEqual([])
  })
})
