import { describe, expect, it } from 'vitest'
import type { ChestPainCase } from '../../contract'
import { caseOf, iso } from '../../pathway/samples.test-support'
import { minutesAndSeconds } from './clocks'
import { OpenPage } from './open-page.test-support'

const opened = OpenPage.forEach()
const { text, find, press, pressText, settled, workWith, give, posts } = opened
const openCase = async (milestones: Record<string, number> = {}, more: Partial<ChestPainCase> = {}) => {
  await give(workWith({ cases: [caseOf(milestones, more)] }))
  await press('#open-pathway')
}
const fill = (selector: string, value: string) => {
  ;(find(selector) as HTMLInputElement).value = value
}
const back = () => pressText('返回')

describe('the onset of pain', () => {
  it('is said as people say it, by one tap', async () => {
    await openCase()
    await press('#step-symptom_onset')
    await pressText('2 小时前')
    // Ten minutes after noon by the server.
    expect(posts().pop()?.body).toEqual({ milestone: 'symptom_onset', at: iso(600 - 7_200) })
  })
  it('is entered exactly, also of another day; one that is to come is not taken', async () => {
    await openCase()
    await press('#step-symptom_onset')
    fill('#onset-time', '23:30')
    await press('#set-onset')
    expect(text()).toContain('已经过去的时间')
    expect(posts()).toEqual([])
    fill('#onset-day', '1')
    await press('#set-onset')
    expect(posts().pop()?.body).toEqual({ milestone: 'symptom_onset', at: iso(-12.5 * 3_600) })
  })
  it('shows its day, is corrected and taken back', async () => {
    await openCase({ symptom_onset: -12.5 * 3_600 })
    expect(find('#step-symptom_onset').textContent).toContain('昨天')
    await press('#step-symptom_onset')
    expect((find('#onset-day') as HTMLSelectElement).value).toBe('1')
    expect((find('#onset-time') as HTMLInputElement).value).toBe('23:30')
    fill('#onset-time', '23:00')
    await press('#set-onset')
    expect(posts().pop()?.body).toEqual({ milestone: 'symptom_onset', at: iso(-13 * 3_600), reason: '更正' })
    await press('#step-symptom_onset')
    await pressText('不详')
    expect(posts().pop()?.path).toMatch(/milestones\/symptom_onset\/remove$/)
  })
})

describe('without a network', () => {
  it('onset, values, troponin, checklist and bypass wait, are shown, and go out in order', async () => {
    opened.server.checklist = {
      checklist: 'thrombolysis',
      version: 3,
      draft: false,
      questions: [{ id: 'stroke', weight: 'absolute', text: { 'zh-CN': '卒中？' } }],
    }
    const known = [{ first_ecg: 300, ecg_diagnosis: 360 }, { diagnosis: 'stemi' as const }] as const
    opened.app.shift?.link?.reconnect()
    const work = workWith({ cases: [caseOf(...known)] })
    opened.server.snapshot(work, work.seq)
    await openCase(...known)
    opened.server.reachable = false
    opened.server.end(1006)
    await press('#step-symptom_onset')
    await pressText('1 小时前')
    expect(find('#step-symptom_onset').textContent).toContain('待发送')

    await press('#pathway-vitals')
    fill('#vital-heartRate', '96')
    await press('#send-vitals')
    expect(find('#pathway-vitals').textContent).toContain('待发送')
    await press('#pathway-vitals')
    expect(text()).toContain('心率 96 · 待发送')
    await back()

    await press('#pathway-troponin')
    fill('#troponin-value', '52')
    await press('#send-troponin')

    await press('#pathway-checklist')
    expect(text()).toContain('第 3 版')
    ;(find('input[name=check-stroke][value=yes]') as HTMLInputElement).checked = true
    await press('#send-checklist')
    await press('#pathway-checklist')
    expect((find('input[name=check-stroke][value=yes]') as HTMLInputElement).checked).toBe(true)
    await back()

    await press('#bypass-emergencyDepartment')
    expect(find('#bypass-emergencyDepartment').textContent).toContain('待发送')
    await press('#bypass-coronaryCareUnit')
    const before = posts().length

    opened.server.reachable = true
    opened.app.shift?.queue.send()
    await settled()
    const sent = posts().slice(before)
    expect(sent.map(({ path }) => path.split('/chest-pain/')[1])).toEqual([
      'milestones',
      'vitals',
      'troponin',
      'checklist',
      'bypass',
      'bypass',
    ])
    expect(sent[3]?.body).toMatchObject({ version: 3, answers: { stroke: 'yes' } })
    expect(sent[5]?.body).toEqual({ emergencyDepartment: true, coronaryCareUnit: true })
  })
})

describe('a clock that nobody stopped', () => {
  it('counts hours after a while, so that it still has room', () => {
    expect(minutesAndSeconds(59_999)).toBe('999:59')
    expect(minutesAndSeconds(60_000)).toBe('16 h')
  })
})
