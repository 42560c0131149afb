import type { RoadClosure, RoadClosureShape, UnitRoute } from '@/contract'

type Pair = [number, number]
interface Place {
  lng: number
  lat: number
}

const METERS_LAT = 111_000
const METERS_LNG = 98_000
/** East of the river's other bank there are no roads. */
const LAST_ROAD_LNG = 112.99
/** Streets every so many metres, as in a grid. */
const BLOCK_METERS = 220
const BLOCKED_METERS = 110

/** A town of straight streets: every course goes along one and then along another, round what is closed. */
export function courseBetween(from: Place, to: Place, closures: Iterable<RoadClosure>): Pair[] {
  const eastFirst = corner(from, { lng: to.lng, lat: from.lat }, to)
  const northFirst = corner(from, { lng: from.lng, lat: to.lat }, to)
  return isBlocked(eastFirst, closures) ? northFirst : eastFirst
}

function corner(from: Place, over: Place, to: Place): Pair[] {
  return [...steps(from, over), ...steps(over, to).slice(1)]
}

/** A street is never quite straight. */
function steps(from: Place, to: Place): Pair[] {
  const count = Math.max(1, Math.round(metersBetween(from, to) / BLOCK_METERS))
  return Array.from({ length: count + 1 }, (_, i): Pair => {
    const share = i / count
    const bend = i === 0 || i === count ? 0 : Math.sin(i * 1.7) * 0.00012
    return [from.lng + (to.lng - from.lng) * share + bend, from.lat + (to.lat - from.lat) * share - bend]
  })
}

function isBlocked(course: Pair[], closures: Iterable<RoadClosure>): boolean {
  return [...closures].some((closure) =>
    closure.roads
      .flat()
      .some(([lng = 0, lat = 0]) =>
        course.some(([x, y]) => metersBetween({ lng, lat }, { lng: x, lat: y }) < BLOCKED_METERS),
      ),
  )
}

export function lengthOf(course: Pair[]): number {
  return course.reduce((sum, [lng, lat], i) => {
    const before = course[i - 1]
    return before ? sum + metersBetween({ lng: before[0], lat: before[1] }, { lng, lat }) : sum
  }, 0)
}

export function metersBetween(a: Place, b: Place): number {
  return Math.hypot((a.lng - b.lng) * METERS_LNG, (a.lat - b.lat) * METERS_LAT)
}

/** What a shape would close: a piece of street at every point, across every line, and through an area. */
export function roadsAt({ form, points }: RoadClosureShape): Pair[][] {
  const inTown = points.filter(({ lng }) => lng < LAST_ROAD_LNG)
  if (form === 'point') return inTown.map((point) => street(point, 0.0011, 0))
  const middles = inTown.slice(1).map((to, i): Place => {
    const from = inTown[i] ?? to
    return { lng: (from.lng + to.lng) / 2, lat: (from.lat + to.lat) / 2 }
  })
  const across = middles.map((middle) => street(middle, 0.0009, 0.0005))
  return form === 'line' ? across : [...across, ...middles.map((middle) => street(middle, 0, 0.001))]
}

function street({ lng, lat }: Place, east: number, north: number): Pair[] {
  return [
    [lng - east, lat - north],
    [lng, lat],
    [lng + east, lat + north],
  ]
}

/** About 40 km/h, and a minute to get going. */
export function secondsOf(meters: number): number {
  return Math.round(45 + meters * 0.09)
}

/** One unit stands where no road is, so that straight lines are seen too. */
export function isOffMap(unitId: string): boolean {
  return unitId === 'A19'
}

export function routeOf(
  unitId: string,
  purpose: UnitRoute['purpose'],
  from: Place,
  to: Place,
  closures: Iterable<RoadClosure>,
): UnitRoute {
  const off = isOffMap(unitId)
  const line: Pair[] = off
    ? [
        [from.lng, from.lat],
        [to.lng, to.lat],
      ]
    : courseBetween(from, to, closures)
  const distanceMeters = Math.round(lengthOf(line) * (off ? 1.4 : 1))
  const method = off ? 'straight_line' : 'road'
  return { unitId, purpose, line, etaSeconds: secondsOf(distanceMeters), distanceMeters, method }
}
