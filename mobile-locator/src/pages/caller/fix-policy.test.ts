import { describe, expect, it } from 'vitest'
import { type Fix, fixOf, worthSending } from './fix-policy'

const fix = (more: Partial<Fix> = {}): Fix => ({
  lng: 112.93,
  lat: 28.2,
  radiusMeters: 50,
  atMillis: 1_000_000,
  ...more,
})

describe('worthSending', () => {
  it('sends the first fix, however coarse', () => {
    expect(worthSending(undefined, fix({ radiusMeters: 5000 }))).toBe(true)
  })

  it('sends a clearly smaller radius', () => {
    expect(worthSending(fix(), fix({ radiusMeters: 20 }))).toBe(true)
  })

  it('leaves out the same place with nearly the same radius', () => {
    expect(worthSending(fix(), fix({ radiusMeters: 49, atMillis: 1_001_000 }))).toBe(false)
    expect(worthSending(fix(), fix({ radiusMeters: 80, atMillis: 1_001_000 }))).toBe(false)
  })

  it('sends a move that is larger than its own radius', () => {
    expect(worthSending(fix(), fix({ lat: 28.2006, radiusMeters: 60 }))).toBe(true)
    expect(worthSending(fix(), fix({ lat: 28.2004, radiusMeters: 60 }))).toBe(false)
  })

  it('says "still here" after 30 s', () => {
    expect(worthSending(fix(), fix({ atMillis: 1_029_999 }))).toBe(false)
    expect(worthSending(fix(), fix({ atMillis: 1_030_000 }))).toBe(true)
  })
})

describe('fixOf', () => {
  const position = (coords: Partial<GeolocationCoordinates>, timestamp = 1_000_000) =>
    ({
      coords: { longitude: 112.93, latitude: 28.2, accuracy: 12, ...coords },
      timestamp,
    }) as GeolocationPosition

  it('takes the accuracy as the radius, because both mean 95 %', () => {
    expect(fixOf(position({}), 1_000_500)).toEqual(fix({ radiusMeters: 12 }))
  })

  it('takes a time of another epoch or from the future as now', () => {
    expect(fixOf(position({}, 12), 1_000_000_000)?.atMillis).toBe(1_000_000_000)
    expect(fixOf(position({}, 2_000_000), 1_000_000)?.atMillis).toBe(1_000_000)
  })

  it('refuses what is no place and keeps radii within what the server takes', () => {
    expect(fixOf(position({ latitude: Number.NaN }), 0)).toBeUndefined()
    expect(fixOf(position({ accuracy: 9e9 }), 1_000_000)?.radiusMeters).toBe(1_000_000)
    expect(fixOf(position({ accuracy: -1 }), 1_000_000)?.radiusMeters).toBe(0)
  })
})
