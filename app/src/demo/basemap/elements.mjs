// Roads, areas, borders and labels of the demo as OpenStreetMap elements, tagged as the OSM wiki has it.

import { keyOf, same } from './geometry.mjs'

const HIGHWAYS = { street: 'residential', lane: 'unclassified' }

/** Roads, and the turns that are restricted: both as restrictTurns gives them. */
export function addRoads(file, roads, restrictions) {
  const ids = new Map()
  for (const road of roads) {
    const nodes = road.line.map((p) => file.roadNode(p))
    ids.set(road, file.ways(nodes, roadTags(road)))
  }
  for (const { restriction, from, via, to } of restrictions) {
    const member = (road, role) => ({
      type: 'way',
      ref: same(road.line[0], via) ? ids.get(road)[0] : ids.get(road).at(-1),
      role,
    })
    const at = { type: 'node', ref: file.roadNode(via), role: 'via' }
    file.relation([member(from, 'from'), at, member(to, 'to')], { type: 'restriction', restriction })
  }
}

function roadTags(road) {
  return {
    highway: HIGHWAYS[road.class] ?? road.class,
    ...names(road),
    maxspeed: road.kmh,
    oneway: road.oneway && 'yes',
    bridge: road.bridge && 'yes',
    tunnel: road.tunnel && 'yes',
    layer: road.bridge ? '1' : road.tunnel ? '-1' : undefined,
  }
}

const names = ({ name, en }) => ({ name, 'name:en': en })

const WATERS = {
  wetland: { natural: 'wetland' },
  river: { natural: 'water', water: 'river' },
  stream: { natural: 'water', water: 'stream' },
  lake: { natural: 'water', water: 'lake' },
}

export function addWater(file, waters) {
  for (const water of waters) addArea(file, water, { ...WATERS[water.kind], ...names(water) })
}

export function addGreen(file, greens) {
  for (const green of greens)
    addArea(file, green, { ...(green.hill ? { natural: 'wood' } : { leisure: 'park' }), ...names(green) })
}

/** A closed way, or a multipolygon where it has islands or is long. */
function addArea(file, { polygon }, tags) {
  const rings = polygon.map((ring) => [...ring, ring[0]].map((p) => file.areaNode(p)))
  if (rings.length === 1 && rings[0].length < 1900) {
    file.ways(rings[0], tags)
    return
  }
  const members = rings.flatMap((ring, i) =>
    file.ways(ring, {}).map((ref) => ({ type: 'way', ref, role: i === 0 ? 'outer' : 'inner' })),
  )
  file.relation(members, { type: 'multipolygon', ...tags })
}

/** Districts and their streets and towns: every border is one way, shared by the areas on both of its sides. */
export function addBorders(file, areas) {
  const owners = new Map()
  const edgesOf = ({ polygon: [ring] }) => ring.map((a, i) => [a, ring[(i + 1) % ring.length]])
  areas.forEach((area, i) => {
    for (const [a, b] of edgesOf(area)) owners.set(edgeKey(a, b), [...(owners.get(edgeKey(a, b)) ?? []), i])
  })
  const ways = new Map()
  areas.forEach((area, i) => {
    const members = chains(edgesOf(area), owners).map((chain) => {
      const key = edgeKey(chain[0], chain[1])
      if (!ways.has(key)) {
        const level = Math.min(...owners.get(key).map((owner) => levelOf(areas[owner])))
        const nodes = chain.map((p) => file.areaNode(p))
        const [id] = file.ways(nodes, { boundary: 'administrative', admin_level: level })
        for (let k = 1; k < chain.length; k++) ways.set(edgeKey(chain[k - 1], chain[k]), id)
      }
      return { type: 'way', ref: ways.get(key), role: 'outer' }
    })
    const tags = { type: 'boundary', boundary: 'administrative', admin_level: levelOf(area), ...names(area) }
    file.relation(members, tags)
  })
}

const levelOf = ({ kind }) => (kind === 'district' ? 6 : 8)

const edgeKey = (a, b) => [keyOf(a), keyOf(b)].sort().join(' ')

/** A ring's edges as lines, cut where the areas on its other side change. */
function chains(edges, owners) {
  const of = ([a, b]) => owners.get(edgeKey(a, b)).join()
  const start = Math.max(
    0,
    edges.findIndex((edge, i) => of(edge) !== of(edges.at(i - 1))),
  )
  const lines = []
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[(start + i) % edges.length]
    const before = edges.at((start + i - 1) % edges.length)
    if (i > 0 && of(edge) === of(before)) lines.at(-1).push(edge[1])
    else lines.push([...edge])
  }
  return lines
}

const PLACES = {
  district: { place: 'district' },
  street_town: { place: 'suburb' },
  neighbourhood: { place: 'neighbourhood' },
  university: { amenity: 'university' },
  station: { railway: 'station' },
  metro: { railway: 'station', station: 'subway' },
  park: { leisure: 'park' },
  mountain: { natural: 'peak' },
  water: { natural: 'water' },
}

/** Where labels stand. Their rank is set by hand, so it is said by a tag of our own. */
export function addPlaces(file, places) {
  for (const { name, nameEn, kind, rank, at } of places)
    file.place(at, { ...PLACES[kind], name, 'name:en': nameEn, 'dispatch120:rank': rank })
}
