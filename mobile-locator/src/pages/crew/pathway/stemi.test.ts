import { describe, expect, it } from 'vitest'
import type { ChestPainCase, PreAlert } from '../contract'
import type { Deed, Tap } from '../queue/tap'
import { NOON, tapOf, workAt } from '../samples.test-support'
import { caseOf, iso, preAlertOf } from './samples.test-support'
import { shownCase } from './shown-case'
import { isStemi, movesOf, secondsLeft, toldAt, warningOf } from './stemi'

const STEMI: Deed = { kind: 'diagnosis', patientId: 'p-1', diagnosis: 'stemi' }
const OFF: Deed = { kind: 'diagnosis', patientId: 'p-1', diagnosis: 'undetermined' }
const warn = (hospitalId: string): Deed => ({
  kind: 'preAlert',
  patientId: 'p-1',
  alert: 'chest_pain',
  choice: { hospitalId },
})
const stemi = (more: Partial<ChestPainCase> = {}) =>
  caseOf({ ecg_diagnosis: 60 }, { diagnosis: 'stemi', ...more })

function warning(known: ChestPainCase | undefined, preAlerts: PreAlert[], ...deeds: Deed[]) {
  const pending: Tap[] = deeds.map(tapOf)
  const shown = shownCase(workAt([], { cases: known ? [known] : [] }), 'p-1', pending, 0)
  return warningOf('chest_pain', shown, preAlerts, pending)
}

describe('the warning of a hospital', () => {
  it.each<[string, ReturnType<typeof warning>['state'], ReturnType<typeof warning>]>([
    ['nobody says STEMI', 'none', warning(caseOf(), [])],
    ['the tap is still on the device', 'unsent', warning(caseOf(), [], STEMI)],
    ['the diagnosis arrived without a destination', 'destination_needed', warning(stemi(), [])],
    ['a hospital is chosen offline', 'unsent', warning(stemi(), [], warn('h-1'))],
    ['a level is told', 'waiting', warning(stemi(), [preAlertOf('waiting')])],
    ['it is accepted', 'accepted', warning(stemi(), [preAlertOf('accepted', [{ answer: 'accepted' }])])],
    ['it is refused', 'refused', warning(stemi(), [preAlertOf('refused', [{ answer: 'cannot_accept' }])])],
    ['nobody answered', 'exhausted', warning(stemi(), [preAlertOf('exhausted')])],
    ['the hospital has no ladder', 'exhausted', warning(stemi(), [preAlertOf('waiting', [])])],
    ['the warning was cancelled', 'destination_needed', warning(stemi(), [preAlertOf('cancelled')])],
    ['another is chosen after a refusal', 'unsent', warning(stemi(), [preAlertOf('refused')], warn('h-2'))],
    ['it is called off, not sent yet', 'none', warning(stemi(), [preAlertOf('waiting')], OFF)],
  ])('when %s is %s', (_, state, found) => expect(found.state).toBe(state))

  it('of one kind is not that of another', () => {
    const shown = shownCase(workAt([], { cases: [caseOf()] }), 'p-1', [], 0)
    const stroke = preAlertOf('waiting', [{}], { kind: 'stroke' })
    expect(warningOf('stroke', shown, [stroke], []).state).toBe('waiting')
    expect(warningOf('chest_pain', shown, [stroke], []).state).toBe('none')
    expect(warningOf('stroke', { ...shown, patientId: 'p-2' }, [stroke], []).state).toBe('none')
  })
  it('names who answered, whichever level that was', () => {
    const preAlert = preAlertOf('accepted', [{ answer: 'accepted', answeredBy: '王' }, {}])
    expect(warning(stemi(), [preAlert])).toMatchObject({ level: { answeredBy: '王' } })
  })
  it('counts down to the next level by the clock of the server', () => {
    const waiting = warning(stemi(), [preAlertOf('waiting')])
    expect(secondsLeft(waiting, NOON + 18_000)).toBe(42)
    expect(secondsLeft(waiting, NOON + 90_000)).toBe(0)
    expect(secondsLeft({ state: 'none' }, NOON)).toBeUndefined()
  })
  it('names everybody who was told at the same moment', () => {
    const together = [{ contact: '导管室', name: '李', channel: 'sms' as const }]
    const [level] = preAlertOf('waiting', [{ together }]).escalations
    expect(level && toldAt(level)).toEqual(['介入值班医师', '导管室 李'])
  })
})

describe('moves', () => {
  it('are offered where they help, and pressed for where nobody comes', () => {
    expect(movesOf({ state: 'none' })).toEqual({ choose: false, cancel: false, urgent: false })
    expect(movesOf({ state: 'destination_needed' }).urgent).toBe(true)
    expect(movesOf(warning(stemi(), [preAlertOf('refused')])).urgent).toBe(true)
    expect(movesOf(warning(stemi(), [preAlertOf('waiting')]))).toEqual({
      choose: true,
      cancel: true,
      urgent: false,
    })
  })
})

describe('a STEMI', () => {
  const shown = (known: ChestPainCase) => shownCase(workAt([], { cases: [known] }), 'p-1', [], 0)
  it('that was called off stands again only when it is said anew', () => {
    expect(isStemi(shown(stemi()))).toBe(true)
    const off = { ...caseOf({ ecg_diagnosis: 60, activation_cancelled: 120 }), diagnosis: 'stemi' as const }
    expect(isStemi(shown(off))).toBe(false)
    const again = {
      ...caseOf({ ecg_diagnosis: 180, activation_cancelled: 120 }),
      diagnosis: 'stemi' as const,
    }
    expect(isStemi(shown(again))).toBe(true)
    expect(iso(0)).toBe('2026-03-01T04:00:00.000Z')
  })
})
