import { describe, expect, it } from 'vitest'
import {
  boundsOf,
  circle,
  fromMercator,
  graticule,
  metersBetween,
  metersPerPixel,
  scaleBar,
  toMercator,
} from './geometry'

const HERE = { lng: 112.908, lat: 28.211 }

describe('geometry', () => {
  it('draws every corner of a circle at its radius, also in the north', () => {
    for (const center of [HERE, { lng: 129.5, lat: 62.03 }]) {
      for (const radius of [8, 620, 5000]) {
        for (const [lng, lat] of circle(center, radius)) {
          expect(metersBetween(center, { lng, lat })).toBeCloseTo(radius, 3)
        }
      }
    }
  })

  it('closes the ring of a circle', () => {
    const ring = circle(HERE, 100, 12)
    expect(ring).toHaveLength(13)
    expect(ring[12]).toEqual(ring[0])
  })

  it('finds a place again after projecting it', () => {
    const place = fromMercator(toMercator(HERE))
    expect(place.lng).toBeCloseTo(HERE.lng, 10)
    expect(place.lat).toBeCloseTo(HERE.lat, 10)
    expect(toMercator({ lng: 0, lat: 0 }).x).toBeCloseTo(0.5, 12)
    expect(toMercator({ lng: 0, lat: 0 }).y).toBeCloseTo(0.5, 12)
  })

  it('measures a degree of latitude', () => {
    expect(metersBetween({ lng: 112, lat: 28 }, { lng: 112, lat: 29 })).toBeCloseTo(111_195, 0)
  })

  it('chooses the longest round scale bar that fits', () => {
    expect(scaleBar(8.3, 110)).toEqual({ meters: 500, pixels: 500 / 8.3 })
    expect(scaleBar(1, 110).meters).toBe(100)
    expect(scaleBar(1, 210).meters).toBe(200)
    expect(metersPerPixel(0, 0)).toBeCloseTo(78_271.5, 1)
  })

  it('finds the box around places and none around nothing', () => {
    expect(boundsOf([])).toBeUndefined()
    expect(boundsOf([HERE, { lng: 113, lat: 28 }])).toEqual([112.908, 28, 113, 28.211])
  })

  it('names the lines of the grid without rounding noise', () => {
    const names = graticule([112.85, 28.17, 112.91, 28.21], 0.02).map(({ name }) => name)
    expect(names).toEqual(['112.86°', '112.88°', '112.90°', '28.18°', '28.20°'])
  })
})
