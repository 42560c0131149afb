import { describe, expect, it } from 'vitest'
import { direction, distanceMeters, readPlace, roundedMeters } from './place'

const here = { lng: 112.93, lat: 28.2 }

describe('place', () => {
  it('measures a thousandth of a degree north as 111 m', () => {
    expect(distanceMeters(here, { lng: 112.93, lat: 28.201 })).toBeCloseTo(111.2, 1)
  })

  it.each([
    [0, 1, 0],
    [1, 1, 1],
    [1, 0, 2],
    [1, -1, 3],
    [0, -1, 4],
    [-1, -1, 5],
    [-1, 0, 6],
    [-1, 1, 7],
  ])('east %d, north %d is eighth %d', (east, north, eighth) => {
    const there = { lng: here.lng + east * 0.01, lat: here.lat + north * 0.0088 }
    expect(direction(here, there)).toBe(eighth)
  })

  it('rounds to what helps', () => {
    expect([12.4, 347, 2130, 14_200].map((meters) => roundedMeters(meters))).toEqual([12, 350, 2100, 14_000])
    expect(roundedMeters(12.1, Math.ceil)).toBe(13)
  })

  it.each([
    ['112.9388,28.2282', 112.9388, 28.2282],
    [' 112.9388 , 28.2282 ', 112.9388, 28.2282],
    ['112.9388,28.2282', 112.9388, 28.2282],
    ['28.2282, 112.9388', 112.9388, 28.2282],
  ])('reads %s', (text, lng, lat) => {
    expect(readPlace(text)).toEqual({ lng, lat })
  })

  it.each(['', '112.9', '长沙', '200,100', '112.9;;28'])('refuses %j', (text) => {
    expect(readPlace(text)).toBeUndefined()
  })
})
