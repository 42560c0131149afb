import { describe, expect, it } from 'vitest'
import { etaRange } from './eta'

describe('etaRange', () => {
  it('shows four minutes as three to five', () => {
    expect(etaRange(240, true)).toEqual({ from: 3, to: 5 })
  })

  it('adds the time to get out while the crew is still at its station', () => {
    expect(etaRange(240, false)).toEqual({ from: 3, to: 7 })
  })

  it('says "within" when the ambulance may be here in less than a minute, and never within one', () => {
    expect(etaRange(10, true)).toEqual({ from: 0, to: 2 })
    expect(etaRange(0, true)).toEqual({ from: 0, to: 2 })
  })

  it('rounds long estimates outwards to five minutes', () => {
    expect(etaRange(1500, true)).toEqual({ from: 20, to: 35 })
  })

  it('always has the estimate inside and never shows one figure', () => {
    for (let seconds = 0; seconds < 7200; seconds += 7) {
      const { from, to } = etaRange(seconds, true)
      expect(from).toBeLessThan(to)
      expect(from * 60).toBeLessThanOrEqual(seconds)
      expect(to * 60).toBeGreaterThanOrEqual(seconds)
    }
  })
})
