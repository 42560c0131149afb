import { describe, expect, it } from 'vitest'
import { fromMercator, toMercator } from './geometry'
import { glideTo, headingAt, placeAt, turn, type Fix } from './motion'

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 6, 0, seconds)).toISOString()
const fix = (lng: number, seconds: number, headingDegrees?: number): Fix => ({
  lng,
  lat: 28.2,
  at: at(seconds),
  ...(headingDegrees !== undefined && { headingDegrees }),
})

describe('motion', () => {
  it('shows a unit at once where it is reported first', () => {
    const glide = glideTo(undefined, fix(112.9, 0, 90), 1000)
    expect(placeAt(glide, 1000)).toEqual(toMercator({ lng: 112.9, lat: 28.2 }))
    expect(headingAt(glide, 1000)).toBe(90)
  })

  it('glides in a straight line over the time between two fixes', () => {
    const first = glideTo(undefined, fix(112.9, 0), 0)
    const glide = glideTo(first, fix(112.901, 1), 1000)
    expect(glide.millis).toBeCloseTo(1150)
    expect(fromMercator(placeAt(glide, 1000)).lng).toBeCloseTo(112.9, 9)
    expect(fromMercator(placeAt(glide, 1575)).lng).toBeCloseTo(112.9005, 9)
    expect(fromMercator(placeAt(glide, 9999)).lng).toBeCloseTo(112.901, 9)
  })

  it('goes on from where it is shown when the next fix comes early', () => {
    const first = glideTo(undefined, fix(112.9, 0), 0)
    const second = glideTo(first, fix(112.901, 1), 1000)
    const third = glideTo(second, fix(112.902, 2), 1575)
    expect(fromMercator(third.from).lng).toBeCloseTo(112.9005, 9)
  })

  it('teleports more than 500 m instead of racing through the city', () => {
    const first = glideTo(undefined, fix(112.9, 0), 0)
    const far = glideTo(first, fix(112.906, 1), 1000)
    expect(fromMercator(placeAt(far, 1000)).lng).toBeCloseTo(112.906, 9)
    const near = glideTo(first, fix(112.9045, 1), 1000)
    expect(fromMercator(placeAt(near, 1000)).lng).toBeCloseTo(112.9, 9)
  })

  it('catches up within a second after a long silence', () => {
    const first = glideTo(undefined, fix(112.9, 0), 0)
    expect(glideTo(first, fix(112.901, 55), 55_000).millis).toBe(1000)
  })

  it('turns the short way round', () => {
    expect(turn(350, 10, 0.5)).toBeCloseTo(0)
    expect(turn(10, 350, 0.5)).toBeCloseTo(0)
    expect(turn(90, 180, 0.5)).toBe(135)
    expect(turn(0, 270, 1)).toBe(270)
  })

  it('forgets the direction of a unit that stands', () => {
    const first = glideTo(undefined, fix(112.9, 0, 45), 0)
    expect(headingAt(glideTo(first, fix(112.9, 1), 1000), 1100)).toBeUndefined()
  })
})
