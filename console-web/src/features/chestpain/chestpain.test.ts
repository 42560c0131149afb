import { describe, expect, it } from 'vitest'
import type { ChestPainCase, Escalation, Incident, Interval } from '@/contract'
import { clocksOf, readClock } from './clocks'
import { answerableOf, secondsLeft } from './escalations'
import { markOf } from './mark'
import { stepsOf } from './milestones'
import { nearestPast } from './timeEntry'

const T0 = Date.parse('2026-11-27T00:10:00+08:00')
const iso = (minutes: number) => new Date(T0 + minutes * 60_000).toISOString()
const interval = (from: number, minutes: number, to?: number): Interval => ({
  name: `n${from}`,
  from: iso(from),
  targetSeconds: minutes * 60,
  state: to === undefined ? 'running' : 'met',
  source: 'x',
  ...(to !== undefined && { to: iso(to), seconds: (to - from) * 60 }),
})

describe('clocks', () => {
  it.each([
    [-7, 'running', 180],
    [-8, 'warning', 120],
    [-10, 'warning', 0],
    [-11, 'breached', -60],
  ])('begun %i min ago against 10 min is %s', (from, state, left) => {
    expect(readClock(interval(from, 10), T0)).toMatchObject({ state, leftSeconds: left, running: true })
  })

  it('show running ones first, the one with the least time left on top', () => {
    const names = clocksOf([interval(-60, 10, -55), interval(-5, 90), interval(-20, 30)], T0).map(
      (c) => c.name,
    )
    expect(names).toEqual(['n-20', 'n-5', 'n-60'])
  })

  it('do not run when an end is missing for good', () => {
    const clock = readClock({ ...interval(-5, 10), state: 'incomplete' }, T0)
    expect(clock).toMatchObject({ running: false, state: 'incomplete' })
  })
})

describe('a typed time', () => {
  const zone = 'Asia/Shanghai'

  it.each([
    ['00:05', '2026-11-26T16:05:00.000Z'],
    ['23:58', '2026-11-26T15:58:00.000Z'],
    ['2358', '2026-11-26T15:58:00.000Z'],
    ['00:11', '2026-11-25T16:11:00.000Z'],
    ['２３：５８', '2026-11-26T15:58:00.000Z'],
  ])('%s is the nearest that has been, across midnight', (typed, expected) => {
    const at = nearestPast(typed, T0, zone)
    // A minute ahead is a fast watch, not yesterday.
    expect(at).toBe(typed === '00:11' ? new Date(T0).toISOString() : expected)
  })

  it.each(['', '25:00', '12', 'abc', '12:60'])('%s is none', (typed) => {
    expect(nearestPast(typed, T0, zone)).toBeUndefined()
  })
})

describe('the ladder', () => {
  const level = (id: string, state: Escalation['state']) => ({ id, state }) as Escalation

  it('is answered for at the level that waits, and late at the last', () => {
    const escalations = [level('a', 'escalated'), level('b', 'pending')]
    expect(answerableOf({ state: 'waiting', escalations })?.id).toBe('b')
    expect(answerableOf({ state: 'exhausted', escalations: [level('a', 'exhausted')] })?.id).toBe('a')
    expect(answerableOf({ state: 'accepted', escalations })).toBeUndefined()
    expect(answerableOf({ state: 'exhausted', escalations: [] })).toBeUndefined()
  })

  it('never counts below nothing', () => {
    expect(secondsLeft({ dueAt: iso(1) }, T0)).toBe(60)
    expect(secondsLeft({ dueAt: iso(-1) }, T0)).toBe(0)
  })
})

it('marks an incident by what presses most', () => {
  const pathway = (more: Partial<ChestPainCase>) => ({ destinationNeeded: false, ...more }) as ChestPainCase
  const of = (cases: ChestPainCase[], state?: string) =>
    markOf({ cases, preAlerts: state ? [{ state }] : [] } as unknown as Incident)
  expect(of([])).toBeUndefined()
  expect(of([pathway({ diagnosis: 'stemi' })])).toBe('stemi')
  expect(of([pathway({ diagnosis: 'stemi' })], 'waiting')).toBe('asked')
  expect(of([pathway({ diagnosis: 'stemi', destinationNeeded: true })], 'waiting')).toBe('needed')
  expect(of([pathway({ diagnosis: 'stemi', concludedAt: iso(0) })])).toBeUndefined()
})

it('lists what has been by its time, then what is to come', () => {
  const time = (minutes: number) => ({
    at: iso(minutes),
    source: 'crew',
    corrected: false,
    clockSuspect: false,
  })
  const pathway = { milestones: { puncture: time(-1), first_ecg: time(-30) } } as unknown as ChestPainCase
  const steps = stepsOf(pathway, ['puncture', 'wire_crossing'])
  expect(steps.map((step) => step.milestone)).toEqual(['first_ecg', 'puncture', 'wire_crossing'])
})
