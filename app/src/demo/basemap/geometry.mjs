// Plane geometry on the map's own grid: a point is [x, y] in units of 0.00001 degree, counted from 112.9 E, 28.2 N.
// Points are whole numbers, so two roads meet when their numbers are equal; only carriageways stand between them.

const ORIGIN_X = 11290000
const ORIGIN_Y = 2820000
const METERS_PER_X = 0.98106 // at 28.2 N
const METERS_PER_Y = 1.1085

export const toGrid = ([lng, lat]) => snap([lng * 1e5 - ORIGIN_X, lat * 1e5 - ORIGIN_Y])
export const toLngLat = ([x, y]) => [
  Number(((x + ORIGIN_X) / 1e5).toFixed(6)),
  Number(((y + ORIGIN_Y) / 1e5).toFixed(6)),
]
export const snap = ([x, y]) => [Math.round(x), Math.round(y)]
export const keyOf = (p) => `${p[0]},${p[1]}`
export const same = (a, b) => a[0] === b[0] && a[1] === b[1]
export const mix = (a, b, t) => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]

export const meters = (a, b) => Math.hypot((a[0] - b[0]) * METERS_PER_X, (a[1] - b[1]) * METERS_PER_Y)
export const inMeters = ([x, y]) => [x * METERS_PER_X, y * METERS_PER_Y]
export const fromMeters = ([x, y]) => [x / METERS_PER_X, y / METERS_PER_Y]

export function lengthOf(line) {
  let sum = 0
  for (let i = 1; i < line.length; i++) sum += meters(line[i - 1], line[i])
  return sum
}

/** Where segments ab and cd meet: {t, u, point} with t along ab and u along cd, or null. Parallels never meet. */
export function crossing(a, b, c, d) {
  const rx = b[0] - a[0]
  const ry = b[1] - a[1]
  const sx = d[0] - c[0]
  const sy = d[1] - c[1]
  const den = rx * sy - ry * sx
  if (den === 0) return null
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / den
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / den
  if (t < 0 || t > 1 || u < 0 || u > 1) return null
  return { t, u, point: mix(a, b, t) }
}

/** The point of segment ab nearest to p: {t, point, meters}. */
export function nearestOnSegment(p, a, b) {
  const [ax, ay] = inMeters(a)
  const [bx, by] = inMeters(b)
  const [px, py] = inMeters(p)
  const len2 = (bx - ax) ** 2 + (by - ay) ** 2
  const raw = len2 === 0 ? 0 : ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / len2
  const t = Math.min(1, Math.max(0, raw))
  const point = mix(a, b, t)
  return { t, point, meters: meters(p, point) }
}

/** The point of a line nearest to p: {segment, t, point, meters}. */
export function nearestOnLine(p, line) {
  let best = { meters: Infinity }
  for (let i = 1; i < line.length; i++) {
    const hit = nearestOnSegment(p, line[i - 1], line[i])
    if (hit.meters < best.meters) best = { segment: i - 1, ...hit }
  }
  return best
}

export function inRing([x, y], ring) {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]
    const [xj, yj] = ring[j]
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

/** Whether p lies in a polygon given as [outer, ...holes]. */
export const inPolygon = (p, [outer, ...holes]) => inRing(p, outer) && !holes.some((hole) => inRing(p, hole))

/** Signed area in square metres, positive when counter-clockwise. */
export function areaOf(ring) {
  let sum = 0
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    sum += ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1]
  }
  return (sum / 2) * METERS_PER_X * METERS_PER_Y
}

/** Bends a coarse line into a smooth one (Catmull-Rom) that keeps every given point; closed rings stay open-ended. */
export function smooth(points, { closed = false, toleranceMeters = 3 } = {}) {
  const n = points.length
  if (n < 3) return points.map(snap)
  const at = (i) => (closed ? points[(i + n) % n] : points[Math.min(n - 1, Math.max(0, i))])
  const out = []
  for (let i = 0; i < (closed ? n : n - 1); i++) {
    const bend = [at(i)]
    for (let k = 1; k < 12; k++) bend.push(catmullRom(at(i - 1), at(i), at(i + 1), at(i + 2), k / 12))
    bend.push(at(i + 1))
    out.push(...simplify(bend, toleranceMeters).slice(0, -1))
  }
  if (!closed) out.push(at(n - 1))
  return withoutRepeats(out.map(snap))
}

function catmullRom(p0, p1, p2, p3, t) {
  // Tangents are shortened to the neighbouring span: a long span beside a short one must not overshoot.
  const span = meters(p1, p2)
  const m1 = tangent(p0, p1, p2, span)
  const m2 = tangent(p1, p2, p3, span)
  const t2 = t * t
  const t3 = t2 * t
  return [0, 1].map(
    (k) =>
      (2 * t3 - 3 * t2 + 1) * p1[k] +
      (t3 - 2 * t2 + t) * m1[k] +
      (-2 * t3 + 3 * t2) * p2[k] +
      (t3 - t2) * m2[k],
  )
}

function tangent(before, at, after, span) {
  const d = [after[0] - before[0], after[1] - before[1]]
  const whole = meters(before, at) + meters(at, after) || 1
  return [(d[0] * span) / whole, (d[1] * span) / whole]
}

/** Douglas-Peucker: drops points that lie within the tolerance of the line without them. */
export function simplify(line, toleranceMeters) {
  if (line.length < 3) return line
  let worst = 0
  let at = 0
  for (let i = 1; i < line.length - 1; i++) {
    const off = nearestOnSegment(line[i], line[0], line[line.length - 1]).meters
    if (off > worst) [worst, at] = [off, i]
  }
  if (worst <= toleranceMeters) return [line[0], line[line.length - 1]]
  return [
    ...simplify(line.slice(0, at + 1), toleranceMeters).slice(0, -1),
    ...simplify(line.slice(at), toleranceMeters),
  ]
}

export const withoutRepeats = (line) => line.filter((p, i) => i === 0 || !same(p, line[i - 1]))

/** A band of the given width round a line, as a ring; meant for gentle lines (streams). */
export function band(line, widthMeters) {
  const left = []
  const right = []
  for (let i = 0; i < line.length; i++) {
    const [ax, ay] = inMeters(line[Math.max(0, i - 1)])
    const [bx, by] = inMeters(line[Math.min(line.length - 1, i + 1)])
    const len = Math.hypot(bx - ax, by - ay) || 1
    const nx = (-(by - ay) / len) * (widthMeters / 2)
    const ny = ((bx - ax) / len) * (widthMeters / 2)
    const [x, y] = inMeters(line[i])
    left.push(snap(fromMeters([x + nx, y + ny])))
    right.push(snap(fromMeters([x - nx, y - ny])))
  }
  return withoutRepeats([...left, ...right.reverse()])
}

/** A small repeatable source of numbers in [0, 1) (mulberry32): the same seed draws the same town. */
export function random(seed) {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Gives a coarse outline ([lng, lat]) the bays and spurs of a hill's foot; always the same for the same ring. */
export function roughen(ring, share = 0.24, rounds = 2) {
  if (rounds === 0) return ring
  const rnd = random(Math.round((ring[0][0] + ring[1][1]) * 1e5) + rounds)
  const finer = ring.flatMap((a, i) => {
    const b = ring[(i + 1) % ring.length]
    const off = (rnd() - 0.5) * 2 * share
    return [a, [(a[0] + b[0]) / 2 + (b[1] - a[1]) * off, (a[1] + b[1]) / 2 - (b[0] - a[0]) * off]]
  })
  return roughen(finer, share * 0.8, rounds - 1)
}

/** How far a walk before-at-after turns at the middle point, in radians from -PI to PI. */
export function turnAt(before, at, after) {
  const [ax, ay] = inMeters(before)
  const [bx, by] = inMeters(at)
  const [cx, cy] = inMeters(after)
  const turn = Math.atan2(cy - by, cx - bx) - Math.atan2(by - ay, bx - ax)
  return Math.atan2(Math.sin(turn), Math.cos(turn))
}
