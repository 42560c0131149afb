// Makes drawn streets into streets of the town: joined where they cross, dry, without stumps, and in long lines.

import {
  crossing,
  keyOf,
  lengthOf,
  meters,
  mix,
  random,
  same,
  simplify,
  snap,
  turnAt,
  withoutRepeats,
} from './geometry.mjs'
import { isOpen } from './blocks.mjs'
import { components, cutAt, putVertex, wetReaches } from './network.mjs'

const SEED = 121
const SHORTEST_METERS = 55
const STOP_SHORT_METERS = { least: 18, most: 60 }
const SHORE_METERS = 16
const GAP_METERS = 20
const FILLER_METERS = 3
const STRAIGHT_ON_RADIANS = 0.5
const WITHDRAWN_SHARE = 0.72

export function tidyStreets(streets, roads, off) {
  const crossed = streets.flatMap((street) => crossMains(street, roads))
  const dry = crossed.flatMap((street) => dryPieces(street, off))
  const merged = mergeEnds(stopShort(dry, roads))
  const junctions = junctionsOf([...roads, ...merged])
  const slim = merged.map(({ line }) => ({ line: withoutFillers(line, junctions) }))
  const clear = slim.flatMap((street) => clearPieces(street, [...roads, ...slim]))
  const whole = new Set(components([...roads, ...clear])[0])
  return clear.filter((street) => whole.has(street) && lengthOf(street.line) >= SHORTEST_METERS)
}

function junctionsOf(roads) {
  const uses = new Map()
  for (const { line } of roads) for (const p of line) uses.set(keyOf(p), (uses.get(keyOf(p)) ?? 0) + 1)
  return new Set([...uses].filter(([, count]) => count > 1).map(([key]) => key))
}

/** Leaves out what the eye cannot see, but no junction. */
function withoutFillers(line, junctions) {
  const out = [line[0]]
  for (let i = 1, from = 0; i < line.length; i++) {
    if (i < line.length - 1 && !junctions.has(keyOf(line[i]))) continue
    out.push(...simplify(line.slice(from, i + 1), FILLER_METERS).slice(1))
    from = i
  }
  return out
}

/** A street that crosses a road which ends inside its block joins it there, or is cut if the road takes no streets. */
function crossMains(street, roads) {
  const cuts = []
  const box = boxOf(street.line)
  for (const road of roads.filter((other) => !other.tunnel && touch(box, boxOf(other.line)))) {
    for (let i = 1; i < road.line.length; i++) {
      for (let j = 1; j < street.line.length; j++) {
        const hit = crossing(road.line[i - 1], road.line[i], street.line[j - 1], street.line[j])
        if (!hit) continue
        const point = snap(hit.point)
        const met = [road, street].every(({ line }) => line.some((q) => same(point, q)))
        if (met || [street.line[0], street.line.at(-1)].some((q) => meters(q, point) < 4)) continue
        if (isOpen(road)) [road, street].forEach((one) => putVertex(point, one))
        else cuts.push(lengthOf([...street.line.slice(0, j), hit.point]))
      }
    }
  }
  if (cuts.length === 0) return [street]
  const gaps = cuts.map((at) => [at - GAP_METERS, at + GAP_METERS])
  return outside(street, gaps)
}

function boxOf(line) {
  const [xs, ys] = [line.map((p) => p[0]), line.map((p) => p[1])]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

const touch = (a, b) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]

function outside(street, gaps) {
  const length = lengthOf(street.line)
  const cuts = gaps
    .flat()
    .filter((at) => at > 0 && at < length)
    .sort((a, b) => a - b)
  return cutAt(street.line, cuts)
    .filter(({ from, to }) => !gaps.some(([a, b]) => (from + to) / 2 > a && (from + to) / 2 < b))
    .map(({ line }) => ({ line }))
}

function dryPieces(street, off) {
  const box = boxOf(street.line)
  const gaps = wetReaches(
    street.line,
    off.filter(({ polygon }) => touch(box, boxOf(polygon[0]))),
    SHORE_METERS,
  )
  return gaps.length === 0 ? [street] : outside(street, gaps)
}

/** Rounding may leave a street lying across another by a hair: there it is cut on both sides. */
function clearPieces(street, roads) {
  const box = boxOf(street.line)
  const gaps = []
  for (const road of roads) {
    if (road === street || road.tunnel || road.bridge || !touch(box, boxOf(road.line))) continue
    for (let i = 1; i < road.line.length; i++) {
      for (let j = 1; j < street.line.length; j++) {
        const [a, b, c, d] = [street.line[j - 1], street.line[j], road.line[i - 1], road.line[i]]
        const hit = crossing(a, b, c, d)
        if (!hit || hit.t === 0 || hit.t === 1 || hit.u === 0 || hit.u === 1) continue
        const at = lengthOf([...street.line.slice(0, j), hit.point])
        gaps.push([at - GAP_METERS, at + GAP_METERS])
      }
    }
  }
  return gaps.length === 0 ? [street] : outside(street, gaps)
}

/** An end that joins nothing is drawn back a little from the expressway, shore or field it was cut at. */
function stopShort(streets, roads) {
  const rnd = random(SEED)
  const used = new Map()
  for (const { line } of [...roads.filter(isOpen), ...streets])
    for (const p of line) used.set(keyOf(p), (used.get(keyOf(p)) ?? 0) + 1)
  return streets
    .map((street) => {
      let line = street.line
      for (let side = 0; side < 2; side++) {
        line = [...line].reverse()
        if (used.get(keyOf(line.at(-1))) > 1) continue
        if (rnd() < WITHDRAWN_SHARE) {
          line = toLastJunction(line, used)
          if (line.length < 2) break
          continue
        }
        const back = STOP_SHORT_METERS.least + rnd() * (STOP_SHORT_METERS.most - STOP_SHORT_METERS.least)
        line = drawnBack(line, back, used)
      }
      return { line }
    })
    .filter(({ line }) => line.length > 1)
}

/** Most ends that join nothing go back to the last junction: a town has no fringe of stumps. */
function toLastJunction(line, used) {
  let last = line.length - 1
  while (last > 0 && used.get(keyOf(line[last])) < 2) last--
  return line.slice(0, last + 1)
}

function drawnBack(line, back, used) {
  const last = meters(line.at(-2), line.at(-1))
  const inner = line.length > 2 && used.get(keyOf(line.at(-2))) < 2
  if (last > back + 10) return [...line.slice(0, -1), snap(mix(line.at(-1), line.at(-2), back / last))]
  return inner ? drawnBack(line.slice(0, -1), Math.max(1, back - last), used) : line
}

/** Streets that go straight on into each other become one, at a crossroads too. */
function mergeEnds(streets) {
  const ends = new Map()
  const note = (street) => {
    for (const p of [street.line[0], street.line.at(-1)])
      ends.set(keyOf(p), (ends.get(keyOf(p)) ?? new Set()).add(street))
  }
  const forget = (street) =>
    [street.line[0], street.line.at(-1)].forEach((p) => ends.get(keyOf(p)).delete(street))
  streets.forEach(note)
  for (const [key, here] of ends) {
    for (let pair = straightest([...here], key); pair; pair = straightest([...here], key)) {
      pair.streets.forEach(forget)
      note({ line: pair.line })
    }
  }
  return [...new Set([...ends.values()].flatMap((here) => [...here]))]
}

function straightest(streets, key) {
  let best
  streets.forEach((a, i) => {
    for (const b of streets.slice(i + 1)) {
      const left = keyOf(a.line.at(-1)) === key ? a.line : [...a.line].reverse()
      const right = keyOf(b.line[0]) === key ? b.line : [...b.line].reverse()
      const turn = Math.abs(turnAt(left.at(-2), left.at(-1), right[1]))
      const line = withoutRepeats([...left, ...right])
      if (turn < STRAIGHT_ON_RADIANS && !same(line[0], line.at(-1)) && (!best || turn < best.turn))
        best = { turn, line, streets: [a, b] }
    }
  })
  return best
}
