import { overlaps, type Box } from './tiles'
import type { ScreenPoint } from './viewport'

/** Where on a course a unit is: on the stretch that ends at `next`. */
export interface Along {
  next: number
  at: ScreenPoint
  /** From the unit to the course. */
  away: number
}

/** Points so near to the one before are left out: nobody sees them, and each is drawn in every picture. */
const NEAREST_PIXELS = 1.5

/** A course without points that cannot be told apart at this scale; its ends stay. */
export function thin(points: readonly ScreenPoint[]): ScreenPoint[] {
  const kept: ScreenPoint[] = []
  points.forEach((point, i) => {
    const before = kept.at(-1)
    const last = i === points.length - 1
    if (before && !last && Math.hypot(point.x - before.x, point.y - before.y) < NEAREST_PIXELS) return
    kept.push(point)
  })
  return kept
}

/**
 * The point of a course that a unit has come to. A course may cross itself, so what lies far ahead is looked at only
 * when nothing is near.
 *
 * @param reach how far from its beginning a unit can have come since the course was computed
 * @param near a unit so close to a stretch drives on it
 * @returns nothing for a course of less than two points
 */
export function findAlong(
  course: readonly ScreenPoint[],
  unit: ScreenPoint,
  reach: number,
  near: number,
): Along | undefined {
  let best: Along | undefined
  let gone = 0
  for (let next = 1; next < course.length; next++) {
    const [from, to] = [course[next - 1] as ScreenPoint, course[next] as ScreenPoint]
    const at = footOf(from, to, unit)
    const away = Math.hypot(at.x - unit.x, at.y - unit.y)
    if (!best || away < best.away) best = { next, at, away }
    gone += Math.hypot(to.x - from.x, to.y - from.y)
    if (gone > reach && best.away <= near) break
  }
  return best
}

/** The nearest point of a stretch. */
function footOf(from: ScreenPoint, to: ScreenPoint, { x, y }: ScreenPoint): ScreenPoint {
  const [right, down] = [to.x - from.x, to.y - from.y]
  const square = right * right + down * down
  if (square === 0) return { x: from.x, y: from.y }
  const share = Math.min(1, Math.max(0, ((x - from.x) * right + (y - from.y) * down) / square))
  return { x: from.x + right * share, y: from.y + down * share }
}

/** Runs of a line that come near a box: what is elsewhere need not be drawn there. */
export function runsWithin(points: readonly ScreenPoint[], box: Box, reach: number): ScreenPoint[][] {
  const wide = {
    left: box.left - reach,
    top: box.top - reach,
    right: box.right + reach,
    bottom: box.bottom + reach,
  }
  const runs: ScreenPoint[][] = []
  let run: ScreenPoint[] | undefined
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1] as ScreenPoint, points[i] as ScreenPoint]
    if (!overlaps(boxOf([from, to]), wide)) {
      run = undefined
      continue
    }
    if (run) run.push(to)
    else runs.push((run = [from, to]))
  }
  return runs
}

export function boxOf(points: readonly ScreenPoint[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  return { left, top, right, bottom }
}

/**
 * Marks every so many pixels along a line, counted from its end: they stay where they are while the line gets shorter
 * at its beginning.
 *
 * @returns each with its direction in radians, clockwise from east
 */
export function marksAlong(
  points: readonly ScreenPoint[],
  every: number,
): (ScreenPoint & { turn: number })[] {
  const marks: (ScreenPoint & { turn: number })[] = []
  let wait = every / 2
  for (let i = points.length - 1; i > 0; i--) {
    const [to, from] = [points[i] as ScreenPoint, points[i - 1] as ScreenPoint]
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    const turn = Math.atan2(to.y - from.y, to.x - from.x)
    let done = 0
    while (length - done >= wait) {
      done += wait
      const share = done / length
      marks.push({ x: to.x + (from.x - to.x) * share, y: to.y + (from.y - to.y) * share, turn })
      wait = every
    }
    wait -= length - done
  }
  return marks
}
