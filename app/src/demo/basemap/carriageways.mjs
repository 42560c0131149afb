// Motorways as two one-way carriageways. They come together where another road joins, so every junction stays one point.

import { fromMeters, inMeters, keyOf, lengthOf, meters, mix, same } from './geometry.mjs'

const APART_METERS = 10
/** How far from a junction the carriageways are fully apart. */
const TAPER_METERS = 70

/** Replaces the motorways among the roads; the carriageway that follows the drawn line comes first. */
export function splitMotorways(roads) {
  const uses = new Map()
  for (const { line } of roads) for (const p of new Set(line.map(keyOf))) uses.set(p, (uses.get(p) ?? 0) + 1)
  const out = []
  for (let i = 0; i < roads.length; i++) {
    if (roads[i].class !== 'motorway') {
      out.push(roads[i])
      continue
    }
    const pieces = [roads[i]]
    while (follows(roads[i + 1], pieces.at(-1))) pieces.push(roads[++i])
    out.push(...carriageways(pieces, uses))
  }
  return out
}

const follows = (next, piece) =>
  next?.class === 'motorway' && next.name === piece.name && same(piece.line.at(-1), next.line[0])

/** Both carriageways of a course that was cut into pieces at its bridges. */
function carriageways(pieces, uses) {
  const cuts = new Set(pieces.slice(1).map(({ line }) => keyOf(line[0])))
  const course = pieces.flatMap(({ line }, i) => (i === 0 ? line : line.slice(1)))
  const pinned = (p, i) =>
    i === 0 || i === course.length - 1 || uses.get(keyOf(p)) > (cuts.has(keyOf(p)) ? 2 : 1)
  const pins = []
  let at = 0
  course.forEach((p, i) => {
    if (i > 0) at += meters(course[i - 1], p)
    if (pinned(p, i)) pins.push(at)
  })
  const right = []
  const left = []
  at = 0
  for (const piece of pieces) {
    const fine = withTaperPoints(piece.line, at, pins)
    right.push({ ...piece, line: beside(fine, at, pins, course, 1), oneway: true })
    left.push({ ...piece, line: beside(fine, at, pins, course, -1).reverse(), oneway: true })
    at += lengthOf(piece.line)
  }
  return [...right, ...left.reverse()]
}

/** Adds the points at which the carriageways reach their full distance. */
function withTaperPoints(line, start, pins) {
  const out = [line[0]]
  let at = start
  for (let i = 1; i < line.length; i++) {
    const length = meters(line[i - 1], line[i])
    const inside = pins
      .flatMap((pin) => [pin - TAPER_METERS, pin + TAPER_METERS])
      .filter((t) => t > at + 3 && t < at + length - 3)
      .sort((a, b) => a - b)
    for (const t of inside) out.push(mix(line[i - 1], line[i], (t - at) / length))
    out.push(line[i])
    at += length
  }
  return out
}

/** The line moved to its right (side 1) or left (-1); on the line itself at a pin. */
function beside(line, start, pins, course, side) {
  let at = start
  return line.map((p, i) => {
    if (i > 0) at += meters(line[i - 1], p)
    const free = Math.min(...pins.map((pin) => Math.abs(pin - at)))
    if (free < 0.5) return p
    const off = Math.min(1, free / TAPER_METERS) * APART_METERS * side
    const [nx, ny] = normal(line, i, course)
    const [x, y] = inMeters(p)
    return tenths(fromMeters([x + nx * off, y + ny * off]))
  })
}

/** Unit vector to the right of the direction of travel; at a cut the whole course is asked, so that pieces meet. */
function normal(line, i, course) {
  const [before, after] = i > 0 && i < line.length - 1 ? [line[i - 1], line[i + 1]] : around(line[i], course)
  const [ax, ay] = inMeters(before)
  const [bx, by] = inMeters(after)
  const length = Math.hypot(bx - ax, by - ay) || 1
  return [(by - ay) / length, -(bx - ax) / length]
}

function around(p, course) {
  const at = course.findIndex((q) => same(p, q))
  return [course[Math.max(0, at - 1)], course[Math.min(course.length - 1, at + 1)]]
}

/** Tenths of the grid's unit: finer than any other point of the map, so none is met by chance. */
const tenths = ([x, y]) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]
