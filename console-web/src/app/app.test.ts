import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { useSession } from '@/features/session'
import { useBoard } from '@/live'
import { installMock, type Mock } from '@/mock'
import { i18n } from '@/shared/i18n'
import { useWorkplace } from '@/shared/workplace'
import App from './App.vue'

// The frame is tested; its neighbours have tests of their own, and a map needs a graphics card.
vi.mock('@/features/map', () => ({ MapPane: { template: '<div class="map" />' } }))
vi.mock('@/features/call', () => ({
  CallForm: { template: '<input class="call" />' },
  DraftTabs: { template: '<div class="drafts" />' },
}))
vi.mock('@/features/incident', () => ({ IncidentPanel: { template: '<div class="incident" />' } }))

const SHANGHAI = { timeZone: 'Asia/Shanghai', hour12: false } as const

describe('the console', () => {
  const real = { fetch: window.fetch, WebSocket: window.WebSocket }
  let mock: Mock
  let page: VueWrapper

  // For all tests together: the console's one second hand is wound up only once.
  beforeAll(() => void vi.useFakeTimers())
  afterAll(() => void vi.useRealTimers())

  beforeEach(async () => {
    const pinia = createPinia()
    setActivePinia(pinia)
    mock = installMock()
    page = mount(App, { global: { plugins: [pinia, i18n] }, attachTo: document.body })
    await pass()
  })

  afterEach(() => {
    page.unmount()
    useBoard().attach(undefined)
    Object.assign(window, real)
  })

  const pass = async (millis = 300) => {
    await vi.advanceTimersByTimeAsync(millis)
    await nextTick()
  }

  async function signIn(password = 'demo-dispatcher') {
    const [username, secret] = page.findAll('form input')
    if (username?.element.isConnected && !useSession().user) await username.setValue('dispatcher')
    await secret?.setValue(password)
    await page.find('form').trigger('submit')
    await pass()
  }

  const press = async (key: string, target: EventTarget = document.body) => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    await pass()
  }

  it('asks for a password, says in words that it was wrong, and shows the board after the right one', async () => {
    await signIn('wrong')
    expect(page.text()).toContain('用户名或密码不对')
    await signIn()
    expect(page.findAll('[role="option"]')).toHaveLength(11)
    expect(page.find('header h1').text()).toBe('湘江新区 120 指挥中心')
  })

  it('never shows the time of a PC whose clock is wrong', async () => {
    page.unmount()
    Object.assign(window, real)
    window.history.replaceState(undefined, '', '?clock=7200')
    mock = installMock()
    window.history.replaceState(undefined, '', '?')
    const pinia = createPinia()
    setActivePinia(pinia)
    page = mount(App, { global: { plugins: [pinia, i18n] }, attachTo: document.body })
    await pass()
    const seen = new Set<string>()
    const hour = (at: number) => new Date(at).toLocaleTimeString('zh-CN', { ...SHANGHAI, hour: '2-digit' })
    void signIn()
    for (let step = 0; step < 40; step++) {
      await pass(20)
      const clock = page.find('.clock:not(.unsure)')
      if (clock.exists()) seen.add(clock.text().slice(0, 2))
    }
    expect([...seen]).toEqual([hour(Date.now() + 7_200_000).slice(0, 2)])
  })

  it('keeps what is typed in sight and out of reach while the session has ended', async () => {
    await signIn()
    await page.find('input.call').setValue('半句话')
    mock.expire()
    await pass()
    expect(page.find('.console').attributes('inert')).toBeDefined()
    await press('F2')
    expect(useWorkplace().takingCall).toBe(false)
    await signIn()
    expect(page.find('[role="dialog"]').exists()).toBe(false)
    expect(page.find<HTMLInputElement>('input.call').element.value).toBe('半句话')
    expect(page.find('.console').attributes('inert')).toBeUndefined()
  })

  it('says what signing in as somebody else would do', async () => {
    await signIn()
    mock.expire()
    await pass()
    await page.findAll('[role="dialog"] input')[0]?.setValue('supervisor')
    expect(page.find('[role="dialog"]').text()).toContain('清除 dispatcher 还没有提交的输入')
  })

  it('owns all that is wrong with the most pressing unit by F3 and Enter', async () => {
    await signIn()
    await press('F3')
    const button = document.activeElement as HTMLElement
    expect(button.textContent).toContain('认领')
    button.click()
    await pass()
    const owners = mock.world.incidents.get('incident-413')?.alerts.map((alert) => alert.owner)
    expect(owners).toEqual(['dispatcher', 'dispatcher', 'dispatcher'])
    expect(page.findAll('.loud')).toHaveLength(1)
  })

  it('goes to the next incident that needs something by F4', async () => {
    await signIn()
    await press('F4')
    expect(useWorkplace().selectedIncidentId).toBe('incident-417')
    await press('F4')
    expect(useWorkplace().selectedIncidentId).toBe('incident-418')
  })

  it('shows for how long it has been apart from the server, and nothing when it is back', async () => {
    await signIn()
    mock.disconnect()
    await pass(4000)
    expect(page.find('.banner').text()).toMatch(/与服务器断开.*显示的是 \d+ 秒前的情况.*正在重连/)
    expect(page.find('header .counts').exists()).toBe(false)
    mock.connect()
    await pass(16_000)
    expect(page.find('.banner').exists()).toBe(false)
    expect(page.find('header .counts').exists()).toBe(true)
  })

  it('says in the top bar, where it moves nothing, that the database is away', async () => {
    await signIn()
    mock.storage(false)
    await pass()
    expect(page.find('header .banner').text()).toMatch(/数据库不可用.*显示停在 .*来电仍可受理/)
    expect(page.findAll('.console > *')).toHaveLength(4)
  })

  it('names the alerts that would be left behind before it signs out', async () => {
    await signIn()
    await page.find('.user').trigger('click')
    expect(page.find('.leaving').text()).toContain('1 条告警仍由您负责')
    expect(page.find('.leaving').text()).toContain('A14 未出发')
  })

  it('warns before it signs out that calls nobody has submitted would be lost', async () => {
    await signIn()
    await page.find('.user').trigger('click')
    expect(page.find('.leaving').text()).not.toContain('草稿')
    useWorkplace().draftsWaiting = 2
    await nextTick()
    expect(page.find('.leaving').text()).toContain('2 份来电草稿还没有提交,退出后就没有了')
    expect(page.find('.leaving').text()).toContain('仍然退出')
    await page.find('.leaving .unsaved button').trigger('click')
    expect(useWorkplace().takingCall).toBe(true)
  })

  it('mutes by F9, and ends the silence by itself', async () => {
    await signIn()
    await press('F9')
    expect(page.find('.sound').text()).toContain('静音 0')
    await pass(5 * 60_000 + 1000)
    expect(page.find('.sound').text()).not.toContain('静音 0')
    // Five minutes of a whole console, second by second: a busy machine takes a while.
  }, 20_000)

  it('does nothing for Enter of an input method in the command line', async () => {
    await signIn()
    const field = page.find<HTMLInputElement>('[role="combobox"]')
    await field.trigger('focus')
    await field.setValue('静音')
    await field.trigger('keydown', { key: 'Enter', isComposing: true })
    await pass()
    expect(page.find('.sound').text()).not.toContain('静音 0')
    await field.trigger('keydown', { key: 'Enter' })
    await pass()
    expect(page.find('.sound').text()).toContain('静音 0')
  })

  it('has a plain page for roles without a console', async () => {
    useSession().user = { username: 'station', role: 'station', center: 'xiangjiang' }
    useSession().state = 'signed_in'
    await nextTick()
    expect(page.text()).toContain('急救站的页面还没有开放')
    expect(page.find('.console').exists()).toBe(false)
  })

  describe('with a page over it', () => {
    const goTo = async (address: string) => {
      location.hash = address
      window.dispatchEvent(new Event('hashchange'))
      await pass()
      await vi.dynamicImportSettled()
      await pass()
    }

    afterEach(() => void (location.hash = ''))

    async function signInAs(username: string) {
      await page.find('form input').setValue(username)
      await page.findAll('form input')[1]?.setValue(`demo-${username}`)
      await page.find('form').trigger('submit')
      await pass()
    }

    it('does nothing by keys that nobody sees, and is back by Esc', async () => {
      await signInAs('supervisor')
      await goTo('#triage-cards')
      expect(page.find('main.page h1').text()).toBe('分诊卡管理')
      await press('F2')
      expect(useWorkplace().takingCall).toBe(false)
      expect(page.find('.loud').text()).toContain('一级告警')
      await press('Escape')
      await goTo(location.hash)
      expect(page.find('main.page').exists()).toBe(false)
      await press('F2')
      expect(useWorkplace().takingCall).toBe(true)
    })

    it('shows a dispatcher no page of supervisors', async () => {
      await signInAs('dispatcher')
      await goTo('#triage-cards')
      expect(page.find('main.page').exists()).toBe(false)
      await goTo('#report')
      expect(page.find('main.report').exists()).toBe(false)
    })

    it('leads an admin, who has no console, to the triage cards', async () => {
      await signInAs('admin')
      expect(page.find('a[href="#triage-cards"]').exists()).toBe(true)
      await goTo('#triage-cards')
      expect(page.findAll('main.page nav .row')).toHaveLength(2)
    })
  })
})
