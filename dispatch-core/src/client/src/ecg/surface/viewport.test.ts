import { describe, expect, it } from 'vitest'
import { drag, keepInside, show, zoomAround } from './viewport'

const LIMITS = { least: 0.5, most: 60 }

describe('viewport', () => {
  it('shows a part as large as the pane allows', () => {
    expect(show({ width: 270, height: 135 }, { width: 540, height: 900 }).scale).toBe(2)
    expect(show({ width: 100, height: 100 }, { width: 0, height: 0 }).scale).toBe(1)
  })

  it('keeps what is under the finger while zooming, and stops at the limits', () => {
    const view = { scale: 4, x: 10, y: 20 }
    const near = zoomAround(view, 3, 200, 100, LIMITS)
    expect(near.scale).toBe(12)
    expect(near.x + 200 / near.scale).toBeCloseTo(view.x + 200 / view.scale, 12)
    expect(near.y + 100 / near.scale).toBeCloseTo(view.y + 100 / view.scale, 12)
    expect(zoomAround(view, 1000, 0, 0, LIMITS).scale).toBe(60)
    expect(zoomAround(view, 1e-9, 0, 0, LIMITS).scale).toBe(0.5)
  })

  it('moves with the finger and never leaves the sheet', () => {
    const pane = { width: 400, height: 400 }
    const sheet = { width: 300, height: 50 }
    const moved = drag({ scale: 4, x: 100, y: 0 }, 40, 0)
    expect(moved.x).toBe(90)
    expect(keepInside(moved, sheet, pane)).toEqual({ scale: 4, x: 90, y: -25 })
    expect(keepInside({ ...moved, x: -7 }, sheet, pane).x).toBe(0)
    expect(keepInside({ ...moved, x: 1e6 }, sheet, pane).x).toBe(200)
  })
})
