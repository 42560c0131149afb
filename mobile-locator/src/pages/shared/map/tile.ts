/** A feature of a vector tile: parts as x, y, x, y … in units of the tile. */
export interface TileFeature {
  type: 'point' | 'line' | 'polygon'
  properties: Record<string, string | number | boolean>
  parts: number[][]
}

export interface TileLayer {
  extent: number
  features: TileFeature[]
}

const TYPES = ['point', 'point', 'line', 'polygon'] as const

/** Reads a Mapbox Vector Tile: https://github.com/mapbox/vector-tile-spec. */
export function readTile(bytes: Uint8Array): Map<string, TileLayer> {
  const layers = new Map<string, TileLayer>()
  eachField(bytes, (field, value) => {
    if (field === 3 && value instanceof Uint8Array) {
      const { name, ...layer } = readLayer(value)
      layers.set(name, layer)
    }
  })
  return layers
}

function readLayer(bytes: Uint8Array): TileLayer & { name: string } {
  const keys: string[] = []
  const values: (string | number | boolean)[] = []
  const raw: Uint8Array[] = []
  const layer = { name: '', extent: 4096, features: [] as TileFeature[] }
  eachField(bytes, (field, value) => {
    if (field === 5 && typeof value === 'number') layer.extent = value
    if (!(value instanceof Uint8Array)) return
    if (field === 1) layer.name = text(value)
    if (field === 2) raw.push(value)
    if (field === 3) keys.push(text(value))
    if (field === 4) values.push(readValue(value))
  })
  layer.features = raw.map((feature) => readFeature(feature, keys, values))
  return layer
}

/** Our tiles hold texts, whole numbers and switches. */
function readValue(bytes: Uint8Array): string | number | boolean {
  let read: string | number | boolean = ''
  eachField(bytes, (field, value) => {
    if (value instanceof Uint8Array) read = text(value)
    else read = field === 7 ? value === 1 : value
  })
  return read
}

function readFeature(
  bytes: Uint8Array,
  keys: readonly string[],
  values: readonly (string | number | boolean)[],
): TileFeature {
  const feature: TileFeature = { type: 'point', properties: {}, parts: [] }
  eachField(bytes, (field, value) => {
    if (field === 3 && typeof value === 'number') feature.type = TYPES[value] ?? 'point'
    if (!(value instanceof Uint8Array)) return
    const numbers = varints(value)
    if (field === 4) feature.parts = readGeometry(numbers)
    if (field !== 2) return
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      const key = keys[numbers[i] ?? -1]
      const known = values[numbers[i + 1] ?? -1]
      if (key !== undefined && known !== undefined) feature.properties[key] = known
    }
  })
  return feature
}

function readGeometry(numbers: readonly number[]): number[][] {
  const parts: number[][] = []
  let [x, y, i] = [0, 0, 0]
  while (i < numbers.length) {
    const command = numbers[i++] ?? 0
    if ((command & 7) === 7) continue
    for (let count = command >> 3; count > 0; count--) {
      x += signed(numbers[i++] ?? 0)
      y += signed(numbers[i++] ?? 0)
      if ((command & 7) === 1) parts.push([])
      parts[parts.length - 1]?.push(x, y)
    }
  }
  return parts
}

const signed = (value: number) => (value >>> 1) ^ -(value & 1)

function varints(bytes: Uint8Array): number[] {
  const numbers: number[] = []
  const at = { i: 0 }
  while (at.i < bytes.length) numbers.push(varint(bytes, at))
  return numbers
}

function varint(bytes: Uint8Array, at: { i: number }): number {
  let value = 0
  for (let factor = 1; ; factor *= 128) {
    const next = bytes[at.i++] ?? 0
    value += (next & 127) * factor
    if (next < 128) return value
  }
}

/** Fields of a Protocol Buffers message: whole numbers, and bytes; others are passed over. */
function eachField(bytes: Uint8Array, take: (field: number, value: number | Uint8Array) => void): void {
  const at = { i: 0 }
  while (at.i < bytes.length) {
    const tag = varint(bytes, at)
    const wire = tag & 7
    if (wire === 0) take(tag >>> 3, varint(bytes, at))
    else if (wire === 2) {
      const length = varint(bytes, at)
      take(tag >>> 3, bytes.subarray(at.i, at.i + length))
      at.i += length
    } else at.i += wire === 1 ? 8 : 4
  }
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
