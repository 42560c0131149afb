import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Siren } from './siren'

const vibrate = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('navigator', { vibrate })
  vibrate.mockClear()
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('Siren', () => {
  it('repeats until it is told to stop', () => {
    const siren = new Siren(() => undefined)
    siren.ring('assignment')
    vi.advanceTimersByTime(10_000)
    expect(vibrate.mock.calls.length).toBeGreaterThan(5)
    siren.ring(undefined)
    vibrate.mockClear()
    vi.advanceTimersByTime(10_000)
    expect(vibrate).not.toHaveBeenCalled()
  })
  it('goes on undisturbed when it is told the same again, and changes its tone at once', () => {
    const siren = new Siren(() => undefined)
    siren.ring('assignment')
    siren.ring('assignment')
    expect(vibrate).toHaveBeenCalledTimes(1)
    siren.ring('cancelled')
    expect(vibrate).toHaveBeenLastCalledWith([1000, 300, 1000])
    siren.ring(undefined)
  })
  it('does not claim to be heard before a tap has unlocked it', () => {
    const siren = new Siren(() => undefined)
    expect(siren.unlocked).toBe(false)
    siren.unlock()
    expect(siren.unlocked).toBe(false)
  })
})
