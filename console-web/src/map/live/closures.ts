import { toMercator, type LngLat } from '../geometry'
import { boxOf, thin } from './course'
import type { ClosureMark, SketchMark } from './marks'
import type { Box } from './tiles'
import { project, type ScreenPoint, type Viewport } from './viewport'

/** Signs nearer than this would hide each other: of two, the one closed first is shown. Lines are shown of all. */
const APART_PIXELS = 20
/** Half a line with its edge. */
export const CLOSURE_REACH = 5
export const SIGN_REACH = 15

/** Where a road closure is drawn, in CSS pixels. */
export interface ShownClosure {
  mark: ClosureMark
  lines: ScreenPoint[][]
  /** Around all its lines. */
  box: Box
  spot: ScreenPoint
  /** Whether its sign has room. */
  signed: boolean
}

export interface ShownSketch {
  mark: SketchMark
  points: ScreenPoint[]
  lines: ScreenPoint[][]
}

export function placeClosures(view: Viewport, marks: readonly ClosureMark[]): ShownClosure[] {
  const shown: ShownClosure[] = []
  for (const mark of marks) {
    const lines = mark.lines.map((line) => placeLine(view, line))
    const spot = project(view, toMercator(mark.spot))
    const signed = shown.every(
      (other) => !other.signed || Math.hypot(other.spot.x - spot.x, other.spot.y - spot.y) >= APART_PIXELS,
    )
    shown.push({ mark, lines, box: boxOf(lines.flat()), spot, signed })
  }
  return shown
}

export function placeSketch(view: Viewport, mark: SketchMark): ShownSketch {
  return {
    mark,
    points: mark.points.map((point) => project(view, toMercator(point))),
    lines: mark.lines.map((line) => placeLine(view, line)),
  }
}

function placeLine(view: Viewport, line: readonly LngLat[]): ScreenPoint[] {
  return thin(line.map((point) => project(view, toMercator(point))))
}

/** The closure whose sign or line is there. */
export function findClosure(closures: readonly ShownClosure[], at: ScreenPoint): string | undefined {
  const signed = closures.findLast(
    ({ signed, spot }) => signed && Math.hypot(spot.x - at.x, spot.y - at.y) <= SIGN_REACH,
  )
  if (signed) return signed.mark.id
  return closures.findLast(({ lines }) => lines.some((line) => isOn(line, at)))?.mark.id
}

function isOn(line: readonly ScreenPoint[], { x, y }: ScreenPoint): boolean {
  return line.some((to, i) => {
    const from = line[i - 1]
    if (!from) return false
    const [right, down] = [to.x - from.x, to.y - from.y]
    const square = right * right + down * down || 1
    const share = Math.min(1, Math.max(0, ((x - from.x) * right + (y - from.y) * down) / square))
    return Math.hypot(from.x + right * share - x, from.y + down * share - y) <= CLOSURE_REACH + 2
  })
}
