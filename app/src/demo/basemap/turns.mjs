// Turn restrictions: finds the junction and its arms by road names and sides, and cuts the roads there.

import { inMeters, keyOf, same, turnAt } from './geometry.mjs'

const SIDES = { east: 0, north: 90, west: 180, south: 270 }
const STRAIGHT_RADIANS = 0.7

/** {roads, restrictions: [{restriction, from, via, to}]}; roads are cut at every junction that has a restriction. */
export function restrictTurns(roads, turns) {
  const named = turns.map((turn) => ({ ...turn, via: junctionOf(turn, roads) }))
  const uTurns = motorwayJunctions(roads)
  const vias = new Set([...named.map(({ via }) => keyOf(via)), ...uTurns.map(keyOf)])
  const cut = roads.flatMap((road) => cutAtPoints(road, vias))
  return {
    roads: cut,
    restrictions: [...named.map((turn) => resolve(turn, cut)), ...uTurns.flatMap((via) => noUTurns(via, cut))],
  }
}

const passes = (road, p) => road.line.some((q) => same(p, q))

/** The one point that all roads named share. */
function junctionOf({ from, to, at }, roads) {
  const names = new Set([from[0], to[0], ...(at ? [at] : [])])
  const lines = [...names].map((name) => roads.filter((road) => road.name === name))
  const points = lines[0].flatMap(({ line }) => line)
  const found = points.filter((p) => lines.every((same) => same.some((road) => passes(road, p))))
  const distinct = [...new Map(found.map((p) => [keyOf(p), p])).values()]
  if (distinct.length !== 1) throw new Error(`${[...names]} meet ${distinct.length} times, not once`)
  return distinct[0]
}

/** Where carriageways of motorways meet other roads in their course, not at the edge of the map. */
function motorwayJunctions(roads) {
  const others = new Set(
    roads.filter((road) => road.class !== 'motorway').flatMap(({ line }) => line.map(keyOf)),
  )
  const junctions = new Map()
  for (const road of roads.filter(({ oneway }) => oneway))
    for (const p of road.line) if (others.has(keyOf(p))) junctions.set(keyOf(p), p)
  return [...junctions.values()]
}

function cutAtPoints(road, vias) {
  const pieces = []
  let piece = [road.line[0]]
  road.line.slice(1).forEach((p, i) => {
    piece.push(p)
    if (i === road.line.length - 2 || vias.has(keyOf(p))) {
      pieces.push({ ...road, line: piece })
      piece = [p]
    }
  })
  return pieces
}

function resolve({ restriction, from, to, via }, roads) {
  const arm = ([name, side]) => armOf(roads, name, via, SIDES[side])
  const [a, b] = [arm(from), arm(to)]
  const turn = turnAt(a.next, via, b.next)
  const kind =
    a.road === b.road ? 'u_turn' : Math.abs(turn) < STRAIGHT_RADIANS ? 'straight_on' : turn > 0 ? 'left_turn' : 'right_turn'
  if (!restriction.endsWith(kind)) throw new Error(`${from} to ${to} is a ${kind}, not ${restriction}`)
  return { restriction, from: a.road, via, to: b.road }
}

/** The road of that name that leaves the junction most nearly towards a side. */
function armOf(roads, name, via, side) {
  const arms = roads
    .filter((road) => road.name === name)
    .flatMap((road) => [
      ...(same(road.line[0], via) ? [{ road, next: road.line[1] }] : []),
      ...(same(road.line.at(-1), via) ? [{ road, next: road.line.at(-2) }] : []),
    ])
    .map((arm) => ({ ...arm, off: off(via, arm.next, side) }))
    .sort((a, b) => a.off - b.off)
  if (!arms[0] || arms[0].off > 60) throw new Error(`no arm of ${name} there`)
  return arms[0]
}

function off(from, to, side) {
  const [ax, ay] = inMeters(from)
  const [bx, by] = inMeters(to)
  const angle = (Math.atan2(by - ay, bx - ax) * 180) / Math.PI
  return Math.abs(((angle - side + 540) % 360) - 180)
}

/** Where the carriageways of one motorway touch, nobody turns back. */
function noUTurns(via, roads) {
  const ways = roads.filter(({ oneway }) => oneway)
  const arriving = ways.filter(({ line }) => same(line.at(-1), via))
  const leaving = ways.filter(({ line }) => same(line[0], via))
  return arriving.flatMap((from) =>
    leaving
      .filter((to) => to.name === from.name && Math.abs(turnAt(from.line.at(-2), via, to.line[1])) > 2.4)
      .map((to) => ({ restriction: 'no_u_turn', from, via, to })),
  )
}
