import { describe, expect, it } from 'vitest'
import type { Advice, ChestPainCase } from '../contract'
import type { Deed } from '../queue/tap'
import { NOON, over, tapOf, workAt } from '../samples.test-support'
import { byUrgency, clocksOf, stateOf } from './clocks'
import { choicesOf, chosen, needsReason } from './destinations'
import { daysBetween, readVitals, timeBefore, timeOnDay } from './entries'
import { LATE_MILLIS, lateMillisLeft, lateOf } from './late'
import { caseOf, intervalOf } from './samples.test-support'
import { patientsOf, shownCase } from './shown-case'

const tapped: Deed = { kind: 'caseMilestone', patientId: 'p-1', milestone: 'first_ecg' }
const shown = (known: ChestPainCase | undefined, ...deeds: Deed[]) =>
  shownCase(workAt([], { cases: known ? [known] : [] }), 'p-1', deeds.map(tapOf), 5_000)

describe('the case as shown', () => {
  it('is open as soon as it was opened here', () => {
    expect(shown(undefined).open).toBe(false)
    expect(shown(undefined, { kind: 'openCase', patientId: 'p-1' })).toMatchObject({
      open: true,
      opening: true,
    })
    expect(shown(undefined, { kind: 'openCase', patientId: 'p-2' }).open).toBe(false)
  })
  it('has what was tapped, at its own time by the clock of the server', () => {
    expect(shown(caseOf(), tapped).steps.first_ecg).toEqual({
      atMillis: NOON + 125_000,
      pending: true,
      corrected: false,
    })
  })
  it('keeps the known time when it is tapped twice, and takes a corrected one', () => {
    const known = caseOf({ first_ecg: 30 })
    expect(shown(known, tapped).steps.first_ecg?.atMillis).toBe(NOON + 30_000)
    const at = new Date(NOON + 10_000).toISOString()
    expect(shown(known, { ...tapped, at } as Deed).steps.first_ecg).toMatchObject({
      atMillis: NOON + 10_000,
      corrected: true,
    })
    const gone: Deed = {
      kind: 'removeCaseMilestone',
      patientId: 'p-1',
      milestone: 'first_ecg',
      reason: '点错',
    }
    expect(shown(known, gone).steps.first_ecg).toBeUndefined()
  })
  it('has what was entered here and waits, one on top of the other', () => {
    const known = caseOf({}, { vitals: [{ at: '2026-03-01T04:00:30Z', heartRate: 80 }] })
    const bypass = (emergencyDepartment: boolean, coronaryCareUnit: boolean): Deed => ({
      kind: 'bypass',
      patientId: 'p-1',
      emergencyDepartment,
      coronaryCareUnit,
    })
    const answers = { checklist: 'thrombolysis', version: 1, answers: { stroke: 'no' as const } }
    const now = shown(
      known,
      { kind: 'vitals', patientId: 'p-1', vitals: { heartRate: 120 } },
      bypass(true, false),
      bypass(true, true),
      { kind: 'checklist', patientId: 'p-1', answers },
    )
    expect(now.vitals.map(({ heartRate, pending, atMillis }) => [heartRate, pending, atMillis])).toEqual([
      [80, false, NOON + 30_000],
      [120, true, NOON + 125_000],
    ])
    expect(now.bypass).toEqual({ emergencyDepartment: true, coronaryCareUnit: true, pending: true })
    expect(now.checklist).toEqual({ ...answers, pending: true })
    expect(shown(known)).toMatchObject({ bypass: { emergencyDepartment: false, pending: false } })
    expect(known.vitals).toHaveLength(1)
  })
  it('is of the patients of this unit, where they are named', () => {
    const other = { id: 'p-2', sex: 'female' as const }
    const work = workAt([], { patients: [{ id: 'p-1', sex: 'male' }, other] })
    expect(patientsOf(work).map(({ id }) => id)).toEqual(['p-1'])
    const all = { ...work, assignment: { ...work.assignment, patientIds: [] } }
    expect(patientsOf(all)).toHaveLength(2)
  })
})

describe('a clock', () => {
  const ECG = 'first_medical_contact_to_first_ecg'
  it('is in time, due or over by its target', () => {
    expect(stateOf(479, 600, false)).toBe('running')
    expect(stateOf(480, 600, false)).toBe('warning')
    expect(stateOf(600, 600, false)).toBe('warning')
    expect(stateOf(601, 600, false)).toBe('breached')
    expect(stateOf(600, 600, true)).toBe('met')
    expect(stateOf(601, 600, true)).toBe('breached')
  })
  it('stops with the tap, before the server knows', () => {
    const known = caseOf({ first_medical_contact: 0 }, { intervals: [intervalOf(ECG, 0)] })
    expect(clocksOf(shown(known), NOON + 300_000)).toMatchObject([
      { seconds: 300, state: 'running', ended: false },
    ])
    expect(clocksOf(shown(known, tapped), NOON + 300_000)).toMatchObject([
      { seconds: 125, state: 'met', ended: true },
    ])
  })
  it('is not shown when its ends are in the wrong order or one will not come', () => {
    const known = caseOf(
      { first_medical_contact: 200, first_ecg: 100 },
      { intervals: [intervalOf(ECG, 200, 100), { ...intervalOf('x', 0), state: 'incomplete' }] },
    )
    expect(clocksOf(shown(known), NOON)).toEqual([])
  })
  it('that runs comes first, the nearest to its target at the top', () => {
    const clock = (name: string, seconds: number, ended: boolean) => ({
      name,
      seconds,
      ended,
      targetSeconds: 600,
      state: 'running' as const,
    })
    const sorted = byUrgency(
      [clock('a', 599, true), clock('b', 10, false), clock('c', 500, false)],
      (c) => !c.ended,
    )
    expect(sorted.map(({ name }) => name)).toEqual(['c', 'b', 'a'])
  })
})

describe('vital signs', () => {
  it('are numbers that can be, and rare ones are asked again', () => {
    expect(readVitals({ systolic: '120', diastolic: '80', heartRate: ' 72 ' })).toEqual({
      vitals: { systolic: 120, diastolic: 80, heartRate: 72 },
      impossible: [],
      unusual: [],
    })
    expect(readVitals({ systolic: '0' }).unusual).toEqual(['systolic'])
    expect(readVitals({ systolic: '999', glasgowComaScale: '2', heartRate: '7o' }).impossible).toEqual([
      'systolic',
      'heartRate',
      'glasgowComaScale',
    ])
    expect(readVitals({ systolic: '80', diastolic: '120' }).impossible).toEqual(['diastolic'])
    expect(readVitals({}).vitals).toEqual({})
  })
})

describe('a time of day', () => {
  // Noon UTC+0 04:00 is 12:00 in Changsha.
  it('is the nearest before now, also across midnight', () => {
    expect(timeBefore('11:45', NOON)).toBe(NOON - 15 * 60_000)
    expect(timeBefore('1145', NOON)).toBe(NOON - 15 * 60_000)
    expect(timeBefore('23：50', NOON)).toBe(NOON - (12 * 60 + 10) * 60_000)
    const afterMidnight = NOON + 12 * 3_600_000 + 60_000
    expect(timeBefore('23:59', afterMidnight)).toBe(afterMidnight - 120_000)
    expect(timeBefore('12:01', NOON)).toBe(NOON)
    expect(['', '25:00', '12:60', 'noon'].map((text) => timeBefore(text, NOON))).toEqual(
      Array(4).fill(undefined),
    )
  })
})

describe('a time of a day', () => {
  const HOUR = 3_600_000
  it('is on that day by the clock of the centre, and never to come', () => {
    expect(timeOnDay('11:45', 0, NOON)).toBe(NOON - HOUR / 4)
    expect(timeOnDay('23:00', 1, NOON)).toBe(NOON - 13 * HOUR)
    expect(timeOnDay('12:30', 2, NOON)).toBe(NOON - 48 * HOUR + HOUR / 2)
    expect(timeOnDay('12:30', 0, NOON)).toBeUndefined()
    expect(timeOnDay('12:01', 0, NOON)).toBe(NOON)
    expect(timeOnDay('noon', 1, NOON)).toBeUndefined()
  })
  it('is said by its distance in days', () => {
    expect(daysBetween(NOON - 12 * HOUR, NOON)).toBe(0)
    expect(daysBetween(NOON - 12 * HOUR - 1, NOON)).toBe(1)
    expect(daysBetween(NOON - 60 * HOUR, NOON)).toBe(2)
    expect(daysBetween(NOON + HOUR, NOON)).toBe(0)
  })
})

describe('the choice of a hospital', () => {
  const hospital = (id: string, ...capabilities: string[]) => ({ id, name: id, capabilities })
  const hospitals = [hospital('a'), hospital('b', 'thrombolysis'), hospital('c', 'pci_24x7')]
  const option = (hospitalId: string) => ({
    hospitalId,
    strategy: 'primary_pci' as const,
    travelSeconds: 600,
    reachable: true,
    reasons: [],
  })
  const advice: Advice = { options: [option('b'), option('c')], computedAt: new Date(NOON).toISOString() }
  const ids = (found: ReturnType<typeof choicesOf>) => found.map((choice) => choice.hospital.id)

  it('follows the advice, and hides nothing that it does not name', () => {
    const choices = choicesOf('chest_pain', hospitals, advice)
    expect(ids(choices)).toEqual(['b', 'c', 'a'])
    expect(choices.map((choice) => needsReason(choice, advice))).toEqual([false, true, true])
  })
  it('goes by what hospitals offer while nobody advises', () => {
    const choices = choicesOf('chest_pain', hospitals, undefined)
    expect(ids(choices)).toEqual(['c', 'b', 'a'])
    expect(choices.some((choice) => needsReason(choice, undefined))).toBe(false)
  })
  it('says what was advised when it is another', () => {
    const [first, second] = choicesOf('chest_pain', hospitals, advice)
    expect(first && chosen(first, advice, '')).toEqual({ hospitalId: 'b', strategy: 'primary_pci' })
    expect(second && chosen(second, advice, '家属要求')).toEqual({
      hospitalId: 'c',
      strategy: 'primary_pci',
      advised: 'b',
      overrideReason: '家属要求',
    })
  })
})

describe('late entries', () => {
  const cleared = {
    ...over(workAt(['cleared'], { phone: '1', note: 'n', cases: [caseOf()] }), 'cleared', 20),
  }
  const ended = NOON + 600_000
  it('are taken for two hours after the end, without what they do not need', () => {
    const late = lateOf(cleared, ended + 1000)
    expect(late).toBeDefined()
    expect(late).not.toHaveProperty('phone')
    expect(late).not.toHaveProperty('note')
    expect(late).not.toHaveProperty('address')
    expect(lateMillisLeft(cleared, ended + 60_000)).toBe(LATE_MILLIS - 60_000)
    expect(lateOf(cleared, ended + LATE_MILLIS)).toBeUndefined()
  })
  it('are for an assignment that was cleared with a case that is not concluded', () => {
    expect(lateOf(over(cleared, 'cancelled', 21), ended)).toBeUndefined()
    expect(lateOf({ ...cleared, cases: [] }, ended)).toBeUndefined()
    expect(lateOf({ ...cleared, cases: [caseOf({}, { concludedAt: 'x' })] }, ended)).toBeUndefined()
    expect(lateOf(workAt(['transporting'], { cases: [caseOf()] }), ended)).toBeUndefined()
  })
})
