import { describe, expect, it } from 'vitest'
import { readServerClock, setServerClock, useNow } from './time'

describe('the one second hand', () => {
  it('moves to the server’s time as soon as that is known, not with the next second', () => {
    let offset = 0
    setServerClock(() => 1_000_000 + offset)
    const now = useNow()
    expect(now.value).toBe(1_000_000)
    offset = -7_200_000
    readServerClock()
    expect(now.value).toBe(1_000_000 - 7_200_000)
  })
})
