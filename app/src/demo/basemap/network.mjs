// Turns coarse named lines into a network: where roads meet they share a vertex, where one passes over water or over a
// road it does not meet, that piece becomes a bridge of its own.

import {
  crossing,
  inPolygon,
  keyOf,
  lengthOf,
  meters,
  mix,
  nearestOnLine,
  same,
  simplify,
  smooth,
  snap,
  toGrid,
  withoutRepeats,
} from './geometry.mjs'

const END_SNAP_METERS = 90
const STUB_METERS = 90
const SHORE_METERS = 14
/** Motorways are drawn as two carriageways: on a slanting shore one of them meets the water earlier. */
const WIDE_SHORE_METERS = 40
const OVERPASS_METERS = 38

/** The hand-drawn roads as noded lines: [{name, en, class, kmh, bridge?, tunnel?, line}]. */
export function buildNetwork(sources, waters) {
  const roads = sources.map((road) => ({ ...road, line: smooth(road.line.map(toGrid)), over: [] }))
  roads.forEach((road) => snapEnds(road, roads))
  for (let round = 0; round < 4 && node(roads) > 0; round++);
  roads.forEach((road) => trimStubs(road, roads))
  return roads.flatMap((road) => cutBridges(road, waters))
}

/** Whether two roads join where they cross. Motorways join only what they name; bridges join at vertices. */
export function join(a, b) {
  if (a.bridge || a.tunnel || b.bridge || b.tunnel) return false
  return opensTo(a, b) && opensTo(b, a)
}

const opensTo = (a, b) => a.class !== 'motorway' || (a.meets ?? []).includes(b.name)

function snapEnds(road, roads) {
  if (same(road.line[0], road.line.at(-1))) return
  for (const end of [0, road.line.length - 1]) {
    const p = road.line[end]
    const others = roads.filter((other) => other !== road)
    if (others.some((other) => other.line.some((q) => same(p, q)))) continue
    const near = others
      .filter((other) => join(road, other))
      .map((other) => ({ other, ...nearestOnLine(p, other.line) }))
      .sort((a, b) => a.meters - b.meters)[0]
    if (!near || near.meters > END_SNAP_METERS) continue
    const point = snap(near.point)
    road.line[end] = point
    insert(near.other.line, near.segment, point)
  }
  road.line = withoutRepeats(road.line)
}

function insert(line, segment, point) {
  if (!same(line[segment], point) && !same(line[segment + 1], point)) line.splice(segment + 1, 0, point)
}

/** One pass over all pairs; returns the number of new vertices. Rounding can make a new crossing: hence the rounds. */
function node(roads) {
  let added = 0
  for (let i = 0; i < roads.length; i++) {
    for (let j = i + 1; j < roads.length; j++) added += nodePair(roads[i], roads[j])
  }
  return added
}

function nodePair(a, b) {
  const before = a.line.length + b.line.length
  const meet = join(a, b) ? joinAt : passOver
  for (let i = 1; i < a.line.length; i++) {
    for (let j = 1; j < b.line.length; j++) {
      const hit = crossing(a.line[i - 1], a.line[i], b.line[j - 1], b.line[j])
      if (!hit) continue
      const point = snap(hit.point)
      const known = [a, b].every(({ line }) => line.some((p) => same(p, point)))
      if (!known) meet(a, b, i, j, point)
    }
  }
  return a.line.length + b.line.length - before
}

function joinAt(a, b, i, j, point) {
  const junction = nearVertex(a, b, point)
  insert(a.line, i - 1, junction)
  insert(b.line, j - 1, junction)
}

/** Notes where a road must become a bridge because it crosses one that it does not meet. */
function passOver(a, b, i, j, point) {
  if ([a, b].some((road) => road.bridge || road.tunnel)) return
  const upper = a.class === 'motorway' ? a : b
  if (!upper.over.some((p) => meters(p, point) < 5)) upper.over.push(point)
}

/** A vertex that one of the two already has within a few metres, so that no two junctions lie on top of each other. */
function nearVertex(a, b, point) {
  return [...a.line, ...b.line].find((p) => meters(p, point) < 4) ?? point
}

function trimStubs(road, roads) {
  for (const side of ['start', 'end']) {
    if (same(road.line[0], road.line.at(-1))) return
    const line = side === 'start' ? road.line : [...road.line].reverse()
    const at = line.findIndex((p) =>
      roads.some((other) => other !== road && other.line.some((q) => same(p, q))),
    )
    if (at <= 0 || at >= line.length - 1 || lengthOf(line.slice(0, at + 1)) > STUB_METERS) continue
    const kept = line.slice(at)
    road.line = side === 'start' ? kept : kept.reverse()
  }
}

/** Splits a road at the shores of the water and beside the roads it passes over. */
function cutBridges(road, waters) {
  const { over, meets, ...kept } = road
  if (road.bridge || road.tunnel) return [kept]
  const reaches = merge(
    [...wetReaches(road.line, waters, shoreOf(road)), ...over.map((p) => overpass(road.line, p))],
    lengthOf(road.line),
  )
  if (reaches.length === 0) return [kept]
  const cuts = reaches.flatMap(([from, to]) => [from, to])
  return cutAt(road.line, cuts).map(({ line, from, to }) => {
    const bridge = reaches.some(([a, b]) => (from + to) / 2 > a && (from + to) / 2 < b)
    return bridge ? { ...kept, line, bridge: true } : { ...kept, line }
  })
}

const shoreOf = (road) => (road.class === 'motorway' ? WIDE_SHORE_METERS : SHORE_METERS)

function overpass(line, p) {
  const hit = nearestOnLine(p, line)
  const at = lengthOf([...line.slice(0, hit.segment + 1), hit.point])
  return [at - OVERPASS_METERS, at + OVERPASS_METERS]
}

/** The reaches of a line, in metres from its start, that lie in water, with a little shore on both sides. */
export function wetReaches(line, waters, shore = SHORE_METERS) {
  const reaches = []
  let start = 0
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]]
    const length = meters(a, b)
    const ts = [0, 1]
    for (const water of waters) {
      for (const ring of water.polygon) {
        ring.forEach((p, k) => {
          const hit = crossing(a, b, p, ring[(k + 1) % ring.length])
          if (hit) ts.push(hit.t)
        })
      }
    }
    ts.sort((x, y) => x - y)
    for (let k = 1; k < ts.length; k++) {
      const middle = mix(a, b, (ts[k - 1] + ts[k]) / 2)
      if (ts[k] > ts[k - 1] && waters.some((water) => inPolygon(middle, water.polygon))) {
        reaches.push([start + ts[k - 1] * length - shore, start + ts[k] * length + shore])
      }
    }
    start += length
  }
  return reaches
}

function merge(reaches, length) {
  const out = []
  for (const [from, to] of reaches
    .map(([a, b]) => [Math.max(0, a), Math.min(length, b)])
    .sort((a, b) => a[0] - b[0])) {
    if (out.length > 0 && from <= out.at(-1)[1] + 20) out.at(-1)[1] = Math.max(to, out.at(-1)[1])
    else out.push([from, to])
  }
  return out
}

/** Cuts a line at the given distances: [{line, from, to}]. A cut within 3 m of a vertex falls on the vertex. */
export function cutAt(line, cuts) {
  const pieces = []
  let piece = [line[0]]
  let from = 0
  let start = 0
  for (let i = 1; i < line.length; i++) {
    const length = meters(line[i - 1], line[i])
    for (const cut of cuts) {
      if (cut <= start + 1 || cut >= start + length + 1 || cut <= from + 1) continue
      const t = Math.min(1, (cut - start) / length)
      const point =
        (1 - t) * length < 3 ? line[i] : t * length < 3 ? line[i - 1] : snap(mix(line[i - 1], line[i], t))
      piece.push(point)
      pieces.push({ line: withoutRepeats(piece), from, to: cut })
      piece = [point]
      from = cut
    }
    piece.push(line[i])
    start += length
  }
  pieces.push({ line: withoutRepeats(piece), from, to: start })
  return pieces.filter(({ line: part }) => part.length > 1)
}

/** Groups of lines that hang together through shared vertices, largest first. */
export function components(lines) {
  const parent = new Map()
  const find = (k) => {
    while (parent.get(k) !== k) k = parent.get(k)
    return k
  }
  for (const { line } of lines) {
    line.forEach((p, i) => {
      if (!parent.has(keyOf(p))) parent.set(keyOf(p), keyOf(p))
      if (i > 0) parent.set(find(keyOf(line[i - 1])), find(keyOf(p)))
    })
  }
  const groups = new Map()
  for (const road of lines) {
    const root = find(keyOf(road.line[0]))
    groups.set(root, [...(groups.get(root) ?? []), road])
  }
  return [...groups.values()].sort((a, b) => b.length - a.length)
}

/** Puts a junction vertex into the line of the road it lies on. */
export function putVertex(p, road) {
  const { segment } = nearestOnLine(p, road.line)
  if (!road.line.some((q) => same(p, q))) road.line.splice(segment + 1, 0, p)
}
