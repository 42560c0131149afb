import { describe, expect, it } from 'vitest'
import { Plane, type View, fit, pan, toScreen, zoom } from './view'

const origin = { lng: 112.93, lat: 28.2 }
const view: View = { middle: { x: 0, y: 0 }, metersPerPixel: 2, width: 300, height: 200 }

describe('the plane', () => {
  it('gives back the place it was given', () => {
    const plane = new Plane(origin)
    const { lng, lat } = plane.toPlace(plane.toPoint({ lng: 112.95, lat: 28.19 }))
    expect(lng).toBeCloseTo(112.95, 9)
    expect(lat).toBeCloseTo(28.19, 9)
  })
})

describe('the view', () => {
  it('has its middle in the middle', () => {
    expect(toScreen(view, { x: 0, y: 0 })).toEqual({ x: 150, y: 100 })
  })

  it('keeps what is under the finger there while zooming', () => {
    const at = { x: 40, y: 170 }
    const under = { x: (at.x - 150) * 2, y: (at.y - 100) * 2 }
    const after = toScreen(zoom(view, 3, at), under)
    expect(after.x).toBeCloseTo(at.x, 6)
    expect(after.y).toBeCloseTo(at.y, 6)
  })

  it('moves with the finger', () => {
    expect(toScreen(pan(view, 10, -5), { x: 0, y: 0 })).toEqual({ x: 160, y: 95 })
  })

  it('shows all points, and streets around one alone', () => {
    const points = [
      { x: -2000, y: 0 },
      { x: 1000, y: 3000 },
    ]
    for (const point of points) {
      const { x, y } = toScreen(fit(view, points), point)
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(300)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(200)
    }
    expect(fit(view, [{ x: 5, y: 5 }])).toMatchObject({ middle: { x: 5, y: 5 }, metersPerPixel: 2.5 })
  })
})
