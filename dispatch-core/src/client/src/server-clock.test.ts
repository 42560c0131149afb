import { describe, expect, it } from 'vitest'
import { ServerClock } from './server-clock'

const NOON = Date.parse('2026-03-01T12:00:00Z')
const at = (millis: number) => new Date(millis).toISOString()

describe('ServerClock', () => {
  it('says 0 before the first heartbeat and after one without a time', () => {
    const clock = new ServerClock()
    clock.take('soon', NOON, 0)
    expect(clock.offsetMillis).toBe(0)
  })
  it('believes the heartbeat that was quickest', () => {
    const clock = new ServerClock()
    const server = 90_000 // the device's clock is a minute and a half behind
    ;[400, 30, 2500].forEach((latency, i) => {
      const now = i * 2000
      clock.take(at(NOON + now + server - latency), NOON + now, now)
    })
    expect(clock.offsetMillis).toBe(server - 30)
  })
  it('forgets a quick heartbeat after a minute, so that it follows a clock that drifts', () => {
    const clock = new ServerClock()
    clock.take(at(NOON + 500), NOON, 0)
    for (let i = 1; i <= 30; i++) clock.take(at(NOON + i * 2000 + 100), NOON + i * 2000, i * 2000)
    expect(clock.offsetMillis).toBe(100)
  })
  it('starts anew when the clock of the device was set', () => {
    const clock = new ServerClock()
    clock.take(at(NOON), NOON, 0)
    clock.take(at(NOON + 2000), NOON + 2000 + 3_600_000, 2000)
    expect(clock.offsetMillis).toBe(-3_600_000)
  })
})
