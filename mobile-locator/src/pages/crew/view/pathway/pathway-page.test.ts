import { describe, expect, it } from 'vitest'
import { caseOf, intervalOf, iso, preAlertOf } from '../../pathway/samples.test-support'
import { NOON, over } from '../../samples.test-support'
import { OpenPage } from './open-page.test-support'

const opened = OpenPage.forEach()
const { text, find, press, pressText, settled, workWith, give, posts } = opened
const ecgDone = () =>
  caseOf(
    { first_medical_contact: 240 },
    { intervals: [intervalOf('first_medical_contact_to_first_ecg', 240)] },
  )
const stemi = () => caseOf({ first_ecg: 300, ecg_diagnosis: 360 }, { diagnosis: 'stemi' })

describe('the pathway', () => {
  it('is opened from the assignment, and its steps are tapped in one go', async () => {
    await pressText('胸痛建档')
    opened.server.reachable = false
    await press('#open-case')
    await press('#step-first_ecg')
    expect(find('#step-first_ecg').textContent).toContain('待发送')
    opened.server.reachable = true
    await give(workWith({ cases: [ecgDone()] }))
    opened.app.shift?.queue.send()
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
  it('is known to the center before advice is asked, which else would be about somebody else', async () => {
    await give(workWith({ cases: [ecgDone()] }))
    await pressText('胸痛')
    await press('#stemi')
    await press('#confirm-stemi')
    const asked = opened.server.requests.map(({ path }) => path)
    const advice = asked.findIndex((path) => path.includes('/advice?'))
    expect(advice).toBeGreaterThan(asked.findIndex((path) => path.endsWith('/diagnosis')))
    expect(asked.filter((path) => path.includes('/advice?'))).toHaveLength(1)
  })
  it('that is not sent says that nobody has been told', async () => {
    await give(workWith({ cases: [ecgDone()] }))
    await pressText('胸痛')
    opened.server.reachable = false
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
    expect(opened.server.requests.find(({ path }) => path.endsWith('/messages'))?.body).toEqual({
      text: 'STEMI 已撤销：误触',
    })
  })
})

describe('what the centre refuses of a patient', () => {
  it('is shown with both facts', async () => {
    await give(workWith({ cases: [ecgDone()] }))
    await pressText('胸痛')
    opened.server.refusal = { status: 409, code: 'milestone_recorded' }
    await press('#step-first_ecg')
    await pressText('关闭')
    await press('#conflicts')
    expect(text()).toContain('点了「心电图已做」')
    expect(text()).toContain('中心已经有这一步的时间')
  })
})

describe('after clearing', () => {
  it('the case can be completed for two hours', async () => {
    const work = workWith({ cases: [stemi()] })
    const done = over(work, 'cleared', work.seq)
    await give(done)
    expect(find('#late-case').textContent).toContain('补记')
    await press('#late-case')
    expect(text()).toContain('仅供补记')
    await press('#step-anticoagulation')
    expect(posts().pop()?.body).toMatchObject({ milestone: 'anticoagulation' })
    expect(opened.app.shift?.duty.late).not.toHaveProperty('phone')
    expect(NOON).toBeLessThan(Date.parse(done.assignment.endedAt ?? ''))
  })
})
