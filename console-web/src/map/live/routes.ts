import { metersPerPixel, toMercator, fromMercator } from '../geometry'
import { findAlong, marksAlong, thin, type Along } from './course'
import type { RouteMark } from './marks'
import type { Box, TileGrid } from './tiles'
import { project, type ScreenPoint, type Viewport } from './viewport'

/** A unit gets no farther between two answers, and while one fails. */
const REACH_METERS = 1_500
/** On the road, as satellites see it. */
const NEAR_METERS = 60
/** Farther off it is not on its way: the course is shown whole, as it was computed. */
const OFF_METERS = 300
const ARROW_EVERY_PIXELS = 130
/** None under the badge. */
const ARROW_FREE_PIXELS = 34
/** Shorter, the end of the road is the place. */
const LAST_STEPS_PIXELS = 6
/** Where on a straight line its words may stand, the best first. */
const CAPTION_SHARES = [0.5, 0.38, 0.62, 0.26, 0.74, 0.14, 0.86]
const CAPTION_FREE_PIXELS = 56
/** On a shorter line they would hide it: they stand at the unit, away from where it goes. */
const CAPTION_LINE_PIXELS = 230
const CAPTION_AWAY_PIXELS = 38

/** Where a route is drawn, in CSS pixels. */
export interface ShownRoute {
  mark: RouteMark
  /** Its unit's badge. */
  from: ScreenPoint
  to: ScreenPoint
  /** Along roads, as a whole; empty for a straight line. */
  course: readonly ScreenPoint[]
  along: Along | undefined
  /** What is still to be driven: from the badge on. */
  ahead: readonly ScreenPoint[]
  arrows: readonly (ScreenPoint & { turn: number })[]
  /** From the end of the road to the place. */
  lastSteps: readonly [ScreenPoint, ScreenPoint] | undefined
  caption: ScreenPoint | undefined
}

/**
 * @param spot where the unit is
 * @param badge where it is drawn: units at one station stand side by side
 */
export function placeRoute(
  view: Viewport,
  mark: RouteMark,
  spot: ScreenPoint,
  badge: ScreenPoint,
): ShownRoute {
  const to = project(view, toMercator(mark.to))
  const course = thin(
    (mark.course ?? []).map(([lng = 0, lat = 0]) => project(view, toMercator({ lng, lat }))),
  )
  const end = course.at(-1)
  const walk = end && Math.hypot(end.x - to.x, end.y - to.y) > LAST_STEPS_PIXELS
  const route: ShownRoute = {
    mark,
    from: badge,
    to,
    course: course.length > 1 ? course : [],
    along: undefined,
    ahead: [],
    arrows: [],
    lastSteps: walk ? [end, to] : undefined,
    caption: undefined,
  }
  start(route, view, spot, badge)
  return route
}

/** Finds room for the words of a straight line; when all units stand where they are drawn. */
export function captionRoute(route: ShownRoute, view: Viewport): void {
  if (route.mark.caption) route.caption = findCaptionPlace(view, route.from, route.to)
}

/** Moves the beginning of a route on with its unit, and marks what that changes; answers how many pieces. */
export function moveRoute(
  tiles: TileGrid,
  route: ShownRoute,
  view: Viewport,
  spot: ScreenPoint,
  badge: ScreenPoint,
): number {
  const { from, to, along } = route
  if (route.course.length === 0) {
    const { caption } = route
    route.from = badge
    captionRoute(route, view)
    const words = [caption, route.caption].map((at) => (at ? tiles.mark(boxOfRouteCaption(at)) : 0))
    return words.reduce((sum, fresh) => sum + fresh, mark(tiles, [from, to]) + mark(tiles, [badge, to]))
  }
  const whole = route.ahead
  start(route, view, spot, badge)
  const next = route.along
  // On and off the course: the whole of it may look different.
  if (!along || !next) return mark(tiles, whole) + mark(tiles, route.ahead)
  const [first, last] = along.next <= next.next ? [along, next] : [next, along]
  const passed = [first.at, ...route.course.slice(first.next, last.next), last.at]
  return mark(tiles, [from, along.at]) + mark(tiles, passed) + mark(tiles, [badge, next.at])
}

function mark(tiles: TileGrid, line: readonly ScreenPoint[]): number {
  let fresh = 0
  line.forEach((to, i) => {
    const from = line[i - 1]
    if (from) fresh += tiles.markLine(from.x, from.y, to.x, to.y)
  })
  return fresh
}

function start(route: ShownRoute, view: Viewport, spot: ScreenPoint, badge: ScreenPoint) {
  const meters = metersPerPixel(view.zoom, fromMercator(view.center).lat)
  const { course } = route
  const along = findAlong(course, spot, REACH_METERS / meters, NEAR_METERS / meters)
  route.from = badge
  route.along = along && along.away * meters <= OFF_METERS ? along : undefined
  route.ahead = route.along ? [badge, route.along.at, ...course.slice(route.along.next)] : course
  route.arrows = marksAlong(route.ahead, ARROW_EVERY_PIXELS).filter(
    ({ x, y }) => Math.hypot(x - badge.x, y - badge.y) > ARROW_FREE_PIXELS,
  )
}

/** On the line where there is room, else beside the unit; inside the view. */
function findCaptionPlace(
  { width, height }: Viewport,
  from: ScreenPoint,
  to: ScreenPoint,
): ScreenPoint | undefined {
  const short = Math.hypot(to.x - from.x, to.y - from.y) < CAPTION_LINE_PIXELS
  const beside = { x: from.x, y: from.y + (to.y > from.y ? -1 : 1) * CAPTION_AWAY_PIXELS }
  const along = CAPTION_SHARES.map((share) => ({
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
  }))
  return (short ? [beside] : along).find(
    ({ x, y }) =>
      x > CAPTION_FREE_PIXELS &&
      y > CAPTION_FREE_PIXELS &&
      x < width - CAPTION_FREE_PIXELS &&
      y < height - CAPTION_FREE_PIXELS,
  )
}

/** Half of a route's words: `直线估算` with its icon. */
export function boxOfRouteCaption({ x, y }: ScreenPoint): Box {
  return { left: x - 90, top: y - 16, right: x + 90, bottom: y + 16 }
}
