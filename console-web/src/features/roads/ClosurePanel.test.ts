import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { useSession } from '@/features/session'
import { useBoard } from '@/live'
import { MockApi, World } from '@/mock'
import { matchCommands } from '@/shared/commands'
import { i18n } from '@/shared/i18n'
import { useSidePage } from '@/shared/side-page'
import { useWorkplace } from '@/shared/workplace'
import ClosurePanel from './ClosurePanel.vue'
import ClosuresButton from './ClosuresButton.vue'
import { useClosing } from './useClosing'

const ON_ROAD = { lng: 112.95, lat: 28.2 }
const IN_FIELD = { lng: 113.2, lat: 28.2 }

describe('the panel of road closures', () => {
  let world: World
  let api: MockApi
  let page: VueWrapper
  let button: VueWrapper
  const sent: string[] = []

  async function show(role: 'dispatcher' | 'observer' = 'dispatcher') {
    useSession().user = { username: role, role, center: 'x' }
    useSession().state = 'signed_in'
    useBoard().showSnapshot(world.board(), 1)
    const global = { plugins: [i18n] }
    button = mount(ClosuresButton, { global, attachTo: document.body })
    page = mount(
      {
        components: { ClosurePanel },
        setup: () => ({ side: useSidePage() }),
        template: `<ClosurePanel v-if="side.page === 'closures'" />`,
      },
      { global, attachTo: document.body },
    )
    await nextTick()
  }

  beforeEach(() => {
    vi.useFakeTimers()
    setActivePinia(createPinia())
    world = new World()
    api = new MockApi(world, 'dispatcher')
    sent.length = 0
    vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
      sent.push(`${init.method} ${path.replace('/api/v1', '')}`)
      const body = typeof init.body === 'string' ? JSON.parse(init.body) : {}
      const reply = api.answer(init.method ?? 'GET', path, body)
      return new Response(reply.body === undefined ? null : JSON.stringify(reply.body), {
        status: reply.status,
      })
    })
  })

  afterEach(() => {
    page.unmount()
    button.unmount()
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  const pass = async () => {
    await vi.advanceTimersByTimeAsync(50)
    await nextTick()
  }
  const press = async (key: string, target: EventTarget = document.body, more: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
    // The make-believe page takes every Alt for the AltGr of a keyboard that has one.
    event.getModifierState = () => false
    target.dispatchEvent(event)
    await pass()
  }
  const click = async (place: { lng: number; lat: number }) => {
    useClosing().drawPoint(place, true)
    await pass()
  }
  const buttonOf = (text: string) => {
    const found = page.findAll('button').find((one) => one.text().includes(text))
    if (!found) throw new Error(`no button ${text}`)
    return found
  }

  it('lists what is closed: why, since when, until when and by whom', async () => {
    await show()
    expect(button.text()).toContain('2')
    await button.trigger('click')
    expect(page.findAll('li')).toHaveLength(2)
    expect(page.text()).toContain('积水')
    expect(page.text()).toMatch(/\d\d:\d\d 起 · 到 .*\d\d:\d\d · dispatcher2/)
    expect(page.text()).toContain('直到解除')
  })

  it('closes a road by keys: draw, type, Enter', async () => {
    await show()
    await press('l', document.body, { altKey: true })
    expect(useWorkplace().drawing).toBe(true)
    await click(ON_ROAD)
    expect(page.text()).toContain('将封闭 1 段路')
    const field = page.find<HTMLInputElement>('input')
    expect(document.activeElement).toBe(field.element)
    await field.setValue('桥面结冰')
    await press('Enter', field.element)
    expect(useBoard().roadClosures.size).toBe(3)
    expect([...world.closures.values()].at(-1)?.reason).toBe('桥面结冰')
    expect(useWorkplace().drawing).toBe(false)
    expect(page.find('.pointed').text()).toContain('桥面结冰')
  })

  it('saves nothing for the Enter of an input method', async () => {
    await show()
    useClosing().draw()
    await click(ON_ROAD)
    await press('Enter', page.find('input').element, { isComposing: true })
    expect(sent.filter((one) => one === 'POST /road-closures')).toEqual([])
  })

  it('says where no road is, and lets nobody close there', async () => {
    await show()
    useClosing().draw()
    await click(IN_FIELD)
    expect(page.find('[role="status"]').text()).toContain('这里没有道路')
    expect(buttonOf('封闭 Enter').attributes('disabled')).toBeDefined()
  })

  it('leaves by Esc, also out of the field, and keeps what is drawn and typed', async () => {
    await show()
    useClosing().draw()
    await click(ON_ROAD)
    const field = page.find<HTMLInputElement>('input')
    await field.setValue('半句')
    await press('Escape', field.element)
    expect(useWorkplace().drawing).toBe(false)
    expect(page.text()).toContain('继续未完成的封路')
    await press('l', document.body, { altKey: true })
    expect(page.find<HTMLInputElement>('input').element.value).toBe('半句')
    expect(useClosing().flow.draft.points).toEqual([ON_ROAD])
  })

  it('waits while a call is taken, and forgets nothing', async () => {
    await show()
    useClosing().draw()
    await click(ON_ROAD)
    useWorkplace().takeCall()
    await pass()
    expect(useWorkplace().drawing).toBe(false)
    expect(useClosing().hasWork()).toBe(true)
  })

  it('keeps everything while the database is away, and says so', async () => {
    await show()
    useClosing().draw()
    await click(ON_ROAD)
    world.storage = 'unavailable'
    await press('Enter', page.find('input').element)
    expect(page.find('[role="alert"]').text()).toContain('不知道是否已经封闭')
    world.storage = 'available'
    await press('Enter', page.find('input').element)
    expect(world.closures.size).toBe(3)
  })

  it('reopens only after it was confirmed', async () => {
    await show()
    useClosing().showList()
    await pass()
    await buttonOf('解除').trigger('click')
    expect(world.closures.size).toBe(2)
    await press('Escape', document.activeElement ?? document.body)
    expect(page.text()).not.toContain('解除封闭')
    await buttonOf('解除').trigger('click')
    await buttonOf('解除封闭').trigger('click')
    await pass()
    expect(world.closures.size).toBe(1)
    expect(page.findAll('li')).toHaveLength(1)
  })

  it('takes a road for open that somebody else opened first', async () => {
    await show()
    world.closures.delete('closure-1')
    await useClosing().reopen('closure-1', 'key')
    expect(useBoard().roadClosures.has('closure-1')).toBe(false)
  })

  it('lets observers look only', async () => {
    await show('observer')
    await press('l', document.body, { altKey: true })
    expect(useWorkplace().drawing).toBe(false)
    expect(page.findAll('li')).toHaveLength(2)
    expect(page.findAll('button').every((one) => !/解除|封路/.test(one.text()))).toBe(true)
    expect(useClosing().draw()).toBe(false)
  })

  it('understands what is typed into the command line', async () => {
    await show()
    const titles = (text: string) => matchCommands(text).map(({ title, blocked }) => blocked ?? title)
    expect(titles('封路')).toEqual(['封闭道路,在地图上选', '查看封闭的道路(2)'])
    expect(titles('封路 积水')).toEqual(['封闭道路,在地图上选'])
    expect(titles('封路 无此类')).toEqual([])
    expect(titles('解除封路')[0]).toBe('用 ↓ 选一处,再按 Enter')
    expect(titles('解除 积水')).toEqual(['解除封闭:积水 · 桐梓坡路下穿积水 40 cm'])
    matchCommands('封路 积水')[0]?.run()
    expect(useClosing().flow).toMatchObject({ drawing: true, draft: { cause: 'flooded' } })
    await matchCommands('解除 积水')[0]?.run()
    expect(world.closures.size).toBe(1)
    expect(titles('解除封路')).toEqual([expect.stringContaining('解除封闭:施工')])
  })
})
