import type { Plane } from './view'

/** One line or ring as x, y, x, y … in metres, and the box around it. */
export interface Shape {
  points: Float32Array
  left: number
  right: number
  top: number
  bottom: number
}

export interface Road extends Shape {
  roadClass: string
  names: Names
}

export interface Label {
  x: number
  y: number
  rank: number
  names: Names
}

export interface Names {
  name: string
  nameEn: string
}

export interface Layers {
  water: Shape[][]
  green: Shape[][]
  roads: Road[]
  places: Label[]
}

type Position = [number, number]

interface Feature {
  properties: Record<string, unknown> | null
  geometry: { type: string; coordinates: unknown }
}

/** Fetches the schematic map that the installation serves into `layers`, and tells of each layer as it comes. */
export async function loadLayers(
  layers: Layers,
  plane: Plane,
  onLayer: () => void,
  get: (path: string) => Promise<unknown>,
): Promise<void> {
  const load = async (name: string, take: (feature: Feature) => void) => {
    const collection = (await get(`/map/${name}.geojson`)) as { features: Feature[] }
    collection.features.forEach(take)
    onLayer()
  }
  const areas = (into: Shape[][]) => (feature: Feature) =>
    into.push(...polygonsOf(feature).map((rings) => rings.map((ring) => shapeOf(ring, plane))))
  // The roads are the map; without the rest it is still one.
  const optional = (name: string, take: (feature: Feature) => void) => load(name, take).catch(() => undefined)
  await Promise.all([
    load('roads', (feature) => layers.roads.push(...roadsOf(feature, plane))),
    optional('water', areas(layers.water)),
    optional('green', areas(layers.green)),
    optional('places', (feature) => layers.places.push(...labelsOf(feature, plane))),
  ])
}

function roadsOf({ geometry, properties }: Feature, plane: Plane): Road[] {
  const lines =
    geometry.type === 'LineString'
      ? [geometry.coordinates as Position[]]
      : geometry.type === 'MultiLineString'
        ? (geometry.coordinates as Position[][])
        : []
  const roadClass = String(properties?.class ?? '')
  return lines.map((line) => ({ ...shapeOf(line, plane), roadClass, names: namesOf(properties) }))
}

function polygonsOf({ geometry }: Feature): Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates as Position[][]]
  return geometry.type === 'MultiPolygon' ? (geometry.coordinates as Position[][][]) : []
}

function labelsOf({ geometry, properties }: Feature, plane: Plane): Label[] {
  if (geometry.type !== 'Point') return []
  const [lng, lat] = geometry.coordinates as Position
  return [{ ...plane.toPoint({ lng, lat }), rank: Number(properties?.rank ?? 9), names: namesOf(properties) }]
}

function namesOf(properties: Feature['properties']): Names {
  const name = String(properties?.name ?? '')
  return { name, nameEn: String(properties?.nameEn ?? name) }
}

function shapeOf(line: Position[], plane: Plane): Shape {
  const points = new Float32Array(line.length * 2)
  const shape = { points, left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
  line.forEach(([lng, lat], i) => {
    const { x, y } = plane.toPoint({ lng, lat })
    points[2 * i] = x
    points[2 * i + 1] = y
    shape.left = Math.min(shape.left, x)
    shape.right = Math.max(shape.right, x)
    shape.top = Math.min(shape.top, y)
    shape.bottom = Math.max(shape.bottom, y)
  })
  return shape
}
