import { describe, expect, it } from 'vitest'
import { distance, duration, timeOf } from './format'

describe('times', () => {
  it('are those of the centre, whatever zone the device is in', () => {
    expect(timeOf('2026-03-01T06:30:55.4Z')).toBe('14:30:55')
    expect(timeOf('2026-03-01T16:00:00Z')).toBe('00:00:00')
    expect(timeOf('nonsense')).toBe('–')
  })
})

describe('duration', () => {
  it('counts up without jumping in width more than it must', () => {
    expect([-5, 9_999, 250_000, 4_000_000].map(duration)).toEqual([
      '0 秒',
      '9 秒',
      '4 分 10 秒',
      '1 小时 6 分',
    ])
  })
})

describe('distance', () => {
  it('is as exact as it helps', () => {
    expect([44.4, 652, 2_930, 14_400].map(distance)).toEqual(['44 米', '650 米', '2.9 公里', '14 公里'])
  })
})
