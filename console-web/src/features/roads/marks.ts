import type { RoadClosure } from '@/contract'
import type { ClosureMark, LngLat, SketchMark } from '@/map'
import type { ClosingFlow, Line } from './closing'

/** Closures as marks of the map, oldest first. */
export function closureMarks(closures: Iterable<RoadClosure>): ClosureMark[] {
  return [...closures]
    .sort((a, b) => a.closedAt.localeCompare(b.closedAt))
    .map((closure) => ({
      id: closure.id,
      cause: closure.cause,
      lines: closure.roads.map(placesOf),
      spot: spotOf(closure),
    }))
}

/** Where its sign stands: in the middle of the longest piece, by its points; without any, where it was drawn. */
export function spotOf({ roads, points }: Pick<RoadClosure, 'roads' | 'points'>): LngLat {
  const longest = roads.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0] ?? []
  const middle = middleOf(longest)
  if (middle) return middle
  const at = points[Math.floor((points.length - 1) / 2)]
  return { lng: at?.lng ?? 0, lat: at?.lat ?? 0 }
}

export function sketchMark({ drawing, draft, preview }: ClosingFlow): SketchMark | undefined {
  if (!drawing) return undefined
  return { form: draft.form, points: draft.points, lines: preview.roads.map(placesOf) }
}

export function placesOf(line: Line): LngLat[] {
  return line.map(([lng = 0, lat = 0]) => ({ lng, lat }))
}

/** In degrees: only compared and halved. */
function lengthOf(line: Line): number {
  return line.reduce((sum, to, i) => sum + (i > 0 ? stepOf(line[i - 1], to) : 0), 0)
}

function stepOf([x1 = 0, y1 = 0]: number[] = [], [x2 = 0, y2 = 0]: number[] = []): number {
  return Math.hypot(x2 - x1, y2 - y1)
}

function middleOf(line: Line): LngLat | undefined {
  let left = lengthOf(line) / 2
  for (let i = 1; i < line.length; i++) {
    const step = stepOf(line[i - 1], line[i])
    if (step >= left) {
      const share = step > 0 ? left / step : 0
      const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = [line[i - 1] ?? [], line[i] ?? []]
      return { lng: x1 + (x2 - x1) * share, lat: y1 + (y2 - y1) * share }
    }
    left -= step
  }
  return undefined
}
