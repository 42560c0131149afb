import { describe, expect, it } from 'vitest'
import { fromMercator, toMercator } from '../geometry'
import { findClosure, placeClosures } from './closures'
import { findAlong, marksAlong, runsWithin, thin } from './course'
import type { ClosureMark, RouteMark } from './marks'
import { captionRoute, moveRoute, placeRoute } from './routes'
import type { TileGrid } from './tiles'
import { worldPixels, type Viewport } from './viewport'

const VIEW: Viewport = {
  center: toMercator({ lng: 112.908, lat: 28.211 }),
  zoom: 14,
  width: 1000,
  height: 800,
  density: 1,
}
/** The place under a point of the view. */
const place = (x: number, y: number) =>
  fromMercator({
    x: VIEW.center.x + (x - 500) / worldPixels(VIEW),
    y: VIEW.center.y + (y - 400) / worldPixels(VIEW),
  })
const pair = (x: number, y: number) => {
  const { lng, lat } = place(x, y)
  return [lng, lat]
}
const mark = (more: Partial<RouteMark> = {}): RouteMark => ({
  unitId: 'A12',
  to: place(300, 300),
  kind: 'assigned',
  focus: true,
  ...more,
})
const BEND = [pair(100, 100), pair(300, 100), pair(300, 290)]
const rounded = (points: readonly { x: number; y: number }[]) =>
  points.map(({ x, y }) => [Math.round(x), Math.round(y)])

function countingTiles() {
  const lines: number[][] = []
  const markLine = (...line: number[]) => lines.push(line.map(Math.round))
  return { tiles: { markLine, mark: () => 0 } as unknown as TileGrid, lines }
}

describe('a route along roads', () => {
  it('begins at its unit and leaves out what has been driven', () => {
    const route = placeRoute(VIEW, mark({ course: BEND }), { x: 200, y: 103 }, { x: 200, y: 103 })
    expect(rounded(route.ahead)).toEqual([
      [200, 103],
      [200, 100],
      [300, 100],
      [300, 290],
    ])
    expect(route.lastSteps && rounded(route.lastSteps)).toEqual([
      [300, 290],
      [300, 300],
    ])
  })

  it('begins at the badge of a unit that stands beside its place', () => {
    const route = placeRoute(VIEW, mark({ course: BEND }), { x: 100, y: 100 }, { x: 130, y: 130 })
    expect(rounded(route.ahead).slice(0, 2)).toEqual([
      [130, 130],
      [100, 100],
    ])
  })

  it('is shown whole when its unit is somewhere else', () => {
    const route = placeRoute(VIEW, mark({ course: BEND }), { x: 800, y: 700 }, { x: 800, y: 700 })
    expect(rounded(route.ahead)).toEqual([
      [100, 100],
      [300, 100],
      [300, 290],
    ])
  })

  it('draws only the driven piece anew while its unit drives', () => {
    const route = placeRoute(VIEW, mark({ course: BEND }), { x: 200, y: 100 }, { x: 200, y: 100 })
    const { tiles, lines } = countingTiles()
    moveRoute(tiles, route, VIEW, { x: 300, y: 120 }, { x: 300, y: 120 })
    expect(rounded(route.ahead)).toEqual([
      [300, 120],
      [300, 120],
      [300, 290],
    ])
    const reached = lines.flatMap(([, y1 = 0, , y2 = 0]) => [y1, y2])
    expect(Math.max(...reached)).toBe(120)
    expect(lines).toContainEqual([200, 100, 300, 100])
  })

  it('keeps its arrows where they are while it gets shorter', () => {
    const before = placeRoute(VIEW, mark({ course: BEND }), { x: 100, y: 100 }, { x: 100, y: 100 })
    const after = placeRoute(VIEW, mark({ course: BEND }), { x: 180, y: 100 }, { x: 180, y: 100 })
    expect(after.arrows.length).toBeGreaterThan(0)
    after.arrows.forEach((arrow) => expect(rounded(before.arrows)).toContainEqual(rounded([arrow])[0]))
  })
})

describe('a straight line', () => {
  const straight = (x: number, to = place(300, 300)) => {
    const at = { x, y: 300 }
    const route = placeRoute(VIEW, mark({ to, caption: '直线估算' }), at, at)
    captionRoute(route, VIEW)
    return route
  }

  it('carries its words where there is room, and a short one at its unit', () => {
    const far = straight(700)
    expect(far.ahead).toEqual([])
    expect(far.caption && rounded([far.caption])[0]).toEqual([500, 300])
    expect(straight(400, place(300, 299)).caption).toEqual({ x: 400, y: 338 })
    expect(straight(400, place(300, 350)).caption).toEqual({ x: 400, y: 262 })
  })

  it('says nothing where its words would be cut off', () => {
    expect(straight(-5000, place(10, 300)).caption).toBeUndefined()
  })

  it('takes its words along while its unit drives', () => {
    const route = straight(700)
    moveRoute(countingTiles().tiles, route, VIEW, { x: 680, y: 300 }, { x: 680, y: 300 })
    expect(route.caption?.x).toBeCloseTo(490)
  })
})

describe('courses', () => {
  const line = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 100 },
    { x: 0, y: 100 },
    { x: 0, y: 5 },
  ]

  it('are found near where they begin, although they come by again', () => {
    expect(findAlong(line, { x: 2, y: 3 }, 50, 20)?.next).toBe(1)
    expect(findAlong(line, { x: 0, y: 60 }, 50, 20)?.next).toBe(4)
    expect(findAlong([{ x: 0, y: 0 }], { x: 0, y: 0 }, 50, 20)).toBeUndefined()
  })

  it('lose points that nobody can tell apart, but not their ends', () => {
    const points = [0, 0.5, 1, 2, 9, 9.4].map((x) => ({ x, y: 0 }))
    expect(thin(points).map(({ x }) => x)).toEqual([0, 2, 9, 9.4])
    expect(thin([])).toEqual([])
  })

  it('are cut into the runs that touch a box', () => {
    const box = { left: 80, top: -5, right: 120, bottom: 50 }
    expect(runsWithin(line, box, 1)).toEqual([[line[0], line[1], line[2]]])
    expect(runsWithin(line, { left: 300, top: 300, right: 400, bottom: 400 }, 5)).toEqual([])
  })

  it('are marked in equal steps from their end', () => {
    const marks = marksAlong(line.slice(0, 2), 40)
    expect(marks.map(({ x }) => x)).toEqual([80, 40, 0])
    expect(marks[0]?.turn).toBe(0)
    expect(marksAlong([line[0] as { x: number; y: number }], 40)).toEqual([])
  })
})

describe('road closures', () => {
  const closure = (id: string, x: number, y: number): ClosureMark => ({
    id,
    cause: 'closed',
    lines: [[place(x - 60, y), place(x + 60, y)]],
    spot: place(x, y),
  })

  it('show one sign where two would hide each other, and both lines', () => {
    const shown = placeClosures(VIEW, [
      closure('a', 300, 300),
      closure('b', 310, 300),
      closure('c', 400, 300),
    ])
    expect(shown.map(({ signed }) => signed)).toEqual([true, false, true])
    expect(shown.every(({ lines }) => lines.length === 1)).toBe(true)
  })

  it('are found by their sign and by their line', () => {
    const shown = placeClosures(VIEW, [closure('a', 300, 300)])
    expect(findClosure(shown, { x: 305, y: 308 })).toBe('a')
    expect(findClosure(shown, { x: 355, y: 304 })).toBe('a')
    expect(findClosure(shown, { x: 355, y: 320 })).toBeUndefined()
  })
})
