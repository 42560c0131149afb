import { describe, expect, it } from 'vitest'
import { clock, minutesLeft, nextAsk, paceOf, stageOf, tokenOf } from './paged'
import { NOW, paged } from './samples.test-support'

describe('what the paged doctor is shown', () => {
  it('finds the token', () => {
    expect(tokenOf('/e/abc-_1')).toBe('abc-_1')
    expect(tokenOf('/e/abc/')).toBe('abc')
    expect(tokenOf('/e/')).toBeUndefined()
    expect(tokenOf('/l/abc')).toBeUndefined()
  })

  it('asks while an answer still decides, also when all levels were told', () => {
    expect(stageOf(paged())).toBe('ask')
    expect(stageOf(paged({ state: 'exhausted' }))).toBe('ask')
    expect(stageOf(paged({ state: 'accepted', answer: 'accepted', answeredHere: true }))).toBe('mine')
    expect(stageOf(paged({ state: 'refused', answer: 'cannot_accept', answeredHere: false }))).toBe('other')
    expect(stageOf(paged({ state: 'cancelled' }))).toBe('cancelled')
    expect(stageOf(paged({ state: 'cancelled', answer: 'accepted', answeredHere: true }))).toBe('cancelled')
  })

  it('counts the minutes down on the way, never to nothing and never while on scene', () => {
    expect(minutesLeft(paged(), 0)).toBe(12)
    expect(minutesLeft(paged(), 100_000)).toBe(10)
    expect(minutesLeft(paged(), 10_000_000)).toBe(1)
    expect(minutesLeft(paged({ departed: false }), 100_000)).toBe(12)
    expect(minutesLeft(paged({ etaSeconds: undefined }), 0)).toBeUndefined()
  })

  it('shows clocks against their targets', () => {
    const [interval] = paged().intervals
    if (!interval) throw new Error('no clock')
    expect(clock(NOW - Date.parse(interval.from))).toBe('20:00')
    expect(clock(3_725_900)).toBe('1:02:05')
    expect(clock(-5)).toBe('0:00')
    const at = (seconds: number) => paceOf(interval, Date.parse(interval.from) + seconds * 1000)
    expect([at(0), at(5759), at(5760), at(7200), at(7201)]).toEqual([
      'running',
      'running',
      'warning',
      'warning',
      'breached',
    ])
  })

  it('asks every 3 s while an answer counts, slower when settled, and backs off', () => {
    expect(nextAsk(undefined, 0)).toBe(3_000)
    expect(nextAsk(paged(), 0)).toBe(3_000)
    expect(nextAsk(paged({ answer: 'accepted', answeredHere: true }), 0)).toBe(15_000)
    expect([1, 2, 3, 4, 9].map((failures) => nextAsk(paged(), failures))).toEqual([
      6_000, 12_000, 24_000, 30_000, 30_000,
    ])
    expect(nextAsk(paged(), 1, 20)).toBe(20_000)
  })
})
