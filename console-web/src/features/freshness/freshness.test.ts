import { describe, expect, it } from 'vitest'
import type { LiveStatus } from '@/live'
import { ageSeconds, clockErrorSeconds, freshnessOf } from './freshness'

const status = (more: Partial<LiveStatus>): LiveStatus => ({
  phase: 'live',
  storage: 'available',
  serverOffsetMillis: 0,
  ...more,
})

describe('freshness', () => {
  it.each([
    ['live', true, 'fresh'],
    ['quiet', true, 'old'],
    ['lost', true, 'apart'],
    ['signed_out', true, 'apart'],
    ['refused', true, 'apart'],
    ['connecting', false, 'connecting'],
    ['connecting', true, 'apart'],
  ] as const)('of a stream that is %s with a board (%s) is %s', (phase, ready, expected) => {
    expect(freshnessOf(status({ phase }), ready)).toBe(expected)
  })

  it('counts the age of what is shown from the last frame', () => {
    expect(ageSeconds(status({ lastFrameAt: 1000 }), 24_700)).toBe(23)
    expect(ageSeconds(status({}), 24_700)).toBeUndefined()
  })

  it('speaks of a clock that is more than 30 s wrong, and which way', () => {
    expect(clockErrorSeconds(status({ serverOffsetMillis: 30_000 }))).toBeUndefined()
    expect(clockErrorSeconds(status({ serverOffsetMillis: -95_000 }))).toBe(95)
    expect(clockErrorSeconds(status({ serverOffsetMillis: 31_000 }))).toBe(-31)
  })
})
