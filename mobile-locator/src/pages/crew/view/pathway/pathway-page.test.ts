import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CrewApp } from '../../app'
import type { CrewAssignment } from '../../contract'
import { memoryStore } from '../../device/store'
import { caseOf, intervalOf, iso, preAlertOf } from '../../pathway/samples.test-support'
import { NOON, over, workAt } from '../../samples.test-support'
import { useLanguage } from '../../text'
import { page } from '../page'
import { Server } from '../server.test-support'

const HOSPITALS = [
  { id: 'h-1', name: '湘雅三医院', capabilities: ['pci_24x7'] },
  { id: 'h-2', name: '航天医院', capabilities: ['thrombolysis'] },
]
let server: Server
let app: CrewApp
let root: HTMLElement
let refresh: () => void
let seq = 100
let skewMillis = 0
const monotonicMillis = performance.now.bind(performance)

const settled = async () => {
  for (let i = 0; i < 8; i++) await new Promise((resolve) => setTimeout(resolve, 1))
  refresh()
}
const text = () => root.textContent ?? ''
const find = (selector: string) => {
  const found = root.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`${selector} is not in: ${text()}`)
  return found
}
/** Presses what has been on the screen for a moment. */
const press = async (selector: string) => {
  skewMillis += 1000
  find(selector).click()
  await settled()
}
const pressText = async (label: string) => {
  const buttons = Array.from(root.querySelectorAll('button'))
  const found = buttons.find((button) => button.textContent?.includes(label))
  if (!found) throw new Error(`${label} is not in: ${text()}`)
  found.click()
  await settled()
}
const workWith = (more: Partial<CrewAssignment>) => ({
  ...workAt(['acknowledged', 'en_route', 'on_scene', 'patient_contact'], { hospitals: HOSPITALS, ...more }),
  seq: ++seq,
})
const give = async (work: CrewAssignment) => {
  server.answer = work
  server.event(work, work.seq)
  await settled()
}
const posts = () =>
  server.requests.filter(({ path, method }) => method === 'POST' && path.includes('/patients/'))
const ecgDone = () =>
  caseOf(
    { first_medical_contact: 240 },
    { intervals: [intervalOf('first_medical_contact_to_first_ecg', 240)] },
  )
const stemi = () => caseOf({ first_ecg: 300, ecg_diagnosis: 360 }, { diagnosis: 'stemi' })

beforeEach(async () => {
  vi.spyOn(performance, 'now').mockImplementation(() => monotonicMillis() + skewMillis)
  useLanguage('zh-CN')
  server = new Server()
  vi.stubGlobal('fetch', server.fetch)
  document.body.textContent = ''
  root = document.body.appendChild(document.createElement('div'))
  const store = memoryStore()
  await store.set('crew', { username: 'a24', unitId: 'A24' })
  app = new CrewApp(store, () => refresh?.(), server.seams)
  refresh = () => undefined
  await app.resume()
  refresh = page(app, root).refresh
  const work = workWith({})
  server.answer = work
  server.snapshot(work, work.seq)
  await settled()
})

afterEach(async () => {
  await app.signOff()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('the pathway', () => {
  it('is opened from the assignment, and its steps are tapped in one go', async () => {
    await pressText('胸痛建档')
    server.reachable = false
    await press('#open-case')
    await press('#step-first_ecg')
    expect(find('#step-first_ecg').textContent).toContain('待发送')
    server.reachable = true
    await give(workWith({ cases: [ecgDone()] }))
    app.shift?.queue.send()
    await settled()
    expect(posts().map(({ path }) => path.split('/patients/')[1])).toEqual([
      'p-1/chest-pain',
      'p-1/chest-pain/milestones',
    ])
    expect(posts()[1]?.body).toMatchObject({ milestone: 'first_ecg' })
    expect(posts()[1]?.body).toHaveProperty('deviceAt')
  })
  it('shows its clocks against their targets in words too', async () => {
    await give(workWith({ cases: [ecgDone()] }))
    await pressText('胸痛')
    // Ten minutes after noon by the server; the contact was four minutes after it.
    const clock = find('.pathway .clock')
    expect(clock.textContent).toContain('6:00')
    expect(clock.textContent).toContain('计时中')
    expect(clock.textContent).toContain('目标 10 分')
  })
  it('corrects a time across the day and takes a wrong tap back', async () => {
    await give(workWith({ cases: [caseOf({ first_ecg: 300 })] }))
    await pressText('胸痛')
    await press('#step-first_ecg')
    const input = find('#step-time') as HTMLInputElement
    expect(input.value).toBe('12:05')
    input.value = '12:03'
    await press('#set-time')
    expect(posts().pop()?.body).toEqual({ milestone: 'first_ecg', at: iso(180), reason: '更正' })
    await press('#step-first_ecg')
    await pressText('没有做')
    expect(posts().pop()?.path).toMatch(/milestones\/first_ecg\/remove$/)
  })
})

describe('STEMI', () => {
  it('needs a second tap, says what it will do, and asks for a hospital when there is none', async () => {
    await give(workWith({ cases: [ecgDone()] }))
    await pressText('胸痛')
    await press('#stemi')
    expect(text()).toContain('还没有送往医院')
    expect(posts()).toEqual([])
    find('#confirm-stemi').click() // the same finger, too soon
    await settled()
    expect(posts()).toEqual([])
    await press('#confirm-stemi')
    expect(posts().pop()?.body).toMatchObject({ diagnosis: 'stemi' })
    expect(text()).toContain('选择医院')
    await pressText('湘雅三医院')
    expect(posts().pop()).toMatchObject({ body: { hospitalId: 'h-1' } })
    expect(posts().pop()?.path).toMatch(/chest-pain\/pre-alert$/)
  })
  it('that is not sent says that nobody has been told', async () => {
    await give(workWith({ cases: [ecgDone()] }))
    await pressText('胸痛')
    server.reachable = false
    await press('#stemi')
    await press('#confirm-stemi')
    await pressText('返回')
    expect(find('.warned').textContent).toContain('还没有通知任何医院')
  })
  it('shows who was told, who took it and why not', async () => {
    await give(workWith({ cases: [stemi()], preAlerts: [preAlertOf('waiting', [{ dueAt: iso(642) }])] }))
    await pressText('STEMI')
    expect(find('.warned').textContent).toContain('第 1/3 级')
    expect(find('.countdown').textContent).toBe('42 秒后通知下一级')
    const answered = { answeredBy: '王医师', answeredAt: iso(620) }
    await give(
      workWith({
        cases: [stemi()],
        preAlerts: [preAlertOf('accepted', [{ ...answered, answer: 'accepted' }])],
      }),
    )
    expect(find('.warned').textContent).toContain('已接收 · 王医师 · 12:10')
    const refusal = { ...answered, answer: 'cannot_accept' as const, reason: '导管室占用' }
    await give(workWith({ cases: [stemi()], preAlerts: [preAlertOf('refused', [refusal])] }))
    expect(find('.warned').textContent).toContain('无法接收 · 王医师')
    expect(find('.warned').textContent).toContain('导管室占用')
  })
  it('is called off with a reason that the centre reads', async () => {
    await give(workWith({ cases: [stemi()], preAlerts: [preAlertOf('waiting')] }))
    await pressText('STEMI')
    await press('#cancel-chest_pain')
    await pressText('误触')
    expect(posts().pop()?.body).toMatchObject({ diagnosis: 'undetermined' })
    expect(server.requests.find(({ path }) => path.endsWith('/messages'))?.body).toEqual({
      text: 'STEMI 已撤销：误触',
    })
  })
})

describe('what the centre refuses of a patient', () => {
  it('is shown with both facts', async () => {
    await give(workWith({ cases: [ecgDone()] }))
    await pressText('胸痛')
    server.refusal = { status: 409, code: 'milestone_recorded' }
    await press('#step-first_ecg')
    await pressText('关闭')
    await press('#conflicts')
    expect(text()).toContain('点了「心电图已做」')
    expect(text()).toContain('中心已经有这一步的时间')
  })
})

describe('after clearing', () => {
  it('the case can be completed for two hours', async () => {
    const done = over(workWith({ cases: [stemi()] }), 'cleared', seq)
    await give(done)
    expect(find('#late-case').textContent).toContain('补记')
    await press('#late-case')
    expect(text()).toContain('仅供补记')
    await press('#step-anticoagulation')
    expect(posts().pop()?.body).toMatchObject({ milestone: 'anticoagulation' })
    expect(app.shift?.duty.late).not.toHaveProperty('phone')
    expect(NOON).toBeLessThan(Date.parse(done.assignment.endedAt ?? ''))
  })
})
