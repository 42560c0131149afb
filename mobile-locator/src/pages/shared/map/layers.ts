import type { TileFeature, TileLayer } from './tile'
import type { Point } from './view'

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

/** What a tile shows; `toPoint` takes units of the tile to metres on the plane. */
export function layersOf(
  tile: ReadonlyMap<string, TileLayer>,
  toPoint: (x: number, y: number, extent: number) => Point,
): Layers {
  const each = <T>(
    name: string,
    take: (feature: TileFeature, to: (x: number, y: number) => Point) => T[],
  ) => {
    const layer = tile.get(name)
    if (!layer) return []
    return layer.features.flatMap((feature) => take(feature, (x, y) => toPoint(x, y, layer.extent)))
  }
  const areas = ({ parts }: TileFeature, to: (x: number, y: number) => Point) => [
    parts.map((part) => shapeOf(part, to)),
  ]
  return {
    water: each('water', areas),
    green: each('green', areas),
    roads: each('roads', ({ parts, properties }, to) =>
      parts.map((part) => ({
        ...shapeOf(part, to),
        roadClass: String(properties['class'] ?? ''),
        names: namesOf(properties),
      })),
    ),
    places: each('places', ({ parts, properties }, to) =>
      parts.map(([x = 0, y = 0]) => ({
        ...to(x, y),
        rank: Number(properties['rank'] ?? 9),
        names: namesOf(properties),
      })),
    ),
  }
}

function namesOf(properties: TileFeature['properties']): Names {
  const name = String(properties['name'] ?? '')
  return { name, nameEn: String(properties['nameEn'] ?? name) }
}

function shapeOf(part: readonly number[], to: (x: number, y: number) => Point): Shape {
  const points = new Float32Array(part.length)
  const shape = { points, left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
  for (let i = 0; i + 1 < part.length; i += 2) {
    const { x, y } = to(part[i] ?? 0, part[i + 1] ?? 0)
    points[i] = x
    points[i + 1] = y
    shape.left = Math.min(shape.left, x)
    shape.right = Math.max(shape.right, x)
    shape.top = Math.min(shape.top, y)
    shape.bottom = Math.max(shape.bottom, y)
  }
  return shape
}
