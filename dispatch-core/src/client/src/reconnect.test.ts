import { describe, expect, it } from 'vitest'
import { delayMillis, endingOf } from './reconnect'

describe('delayMillis', () => {
  it('waits not at all, then 1, 2, 4, 8, 15 s and never longer', () => {
    const delays = [0, 1, 2, 3, 4, 5, 6, 5000].map((failures) => delayMillis(failures, 0))
    expect(delays).toEqual([0, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000])
  })
  it('leaves up to half of it to chance', () => {
    expect([0, 0.5, 1].map((chance) => delayMillis(5, chance))).toEqual([15_000, 11_250, 7500])
  })
})

describe('endingOf', () => {
  it('knows every code of the protocol and takes an unknown one as a mishap', () => {
    const endings = [1000, 1001, 1005, 1006, 1009, 1011, 4008, 4400, 4401, 4403, 4408, 4429, 4999].map(
      endingOf,
    )
    expect(endings.join(' ')).toBe(
      'again again again again anew again again anew signed_out refused again slower again',
    )
  })
})
