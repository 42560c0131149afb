import { describe, expect, it } from 'vitest'
import { measure, timeText, voltageText } from './measure'

const AT = { time1: 10, time2: 30, voltage1: 50, voltage2: 47.5 }

describe('measure', () => {
  it('is 20 mm = 800 ms = 75 a minute, and 2.5 mm = 0.25 mV, on usual paper', () => {
    const found = measure(AT, { speed: 25, gain: 10 })
    expect(found.millis).toBeCloseTo(800, 9)
    expect(found.perMinute).toBeCloseTo(75, 9)
    expect(found.millivolts).toBeCloseTo(0.25, 9)
    expect(timeText(found, 'bpm')).toBe('Δt 800 ms · 75 bpm')
    expect(voltageText(found)).toBe('ΔU +0.25 mV · +2.5 mm')
  })

  it('follows speed and gain', () => {
    const found = measure(AT, { speed: 50, gain: 20 })
    expect(found.millis).toBeCloseTo(400, 9)
    expect(found.millivolts).toBeCloseTo(0.125, 9)
  })

  it('counts time both ways, and tells up from down', () => {
    const found = measure({ time1: 30, time2: 10, voltage1: 47.5, voltage2: 50 }, { speed: 25, gain: 10 })
    expect(found.millis).toBeCloseTo(800, 9)
    expect(voltageText(found)).toBe('ΔU −0.25 mV · −2.5 mm')
  })

  it('names no rate for what is no distance of beats', () => {
    const found = measure({ time1: 1, time2: 1, voltage1: 1, voltage2: 1 }, { speed: 25, gain: 10 })
    expect(timeText(found, 'bpm')).toBe('Δt 0 ms')
    expect(voltageText(found)).toBe('ΔU 0.00 mV · 0.0 mm')
  })
})
