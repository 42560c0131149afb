// Reads a base map as the server does: see geo.basemap.TileFile for the form of the file.
import { open } from 'node:fs/promises'

const ENTRY_BYTES = 20
const TRAILER_BYTES = 32

/** {description, find(z, x, y)}: map.json, and a tile as a gzip stream; nothing without a file. */
export async function openTiles(path) {
  if (!path) return undefined
  const file = await open(path)
  const { size } = await file.stat()
  const read = async (offset, length) => (await file.read(Buffer.alloc(length), 0, length, offset)).buffer
  const trailer = await read(size - TRAILER_BYTES, TRAILER_BYTES)
  const [table, count] = [Number(trailer.readBigInt64BE(0)), Number(trailer.readBigInt64BE(8))]
  const bytes = await read(table, size - TRAILER_BYTES - table)
  const tiles = new Map()
  for (let i = 0; i < count; i++) {
    const at = i * ENTRY_BYTES
    tiles.set(bytes.readBigInt64BE(at), [Number(bytes.readBigInt64BE(at + 8)), bytes.readInt32BE(at + 16)])
  }
  const bounds = [0, 8, 16, 24].map((at) => bytes.readDoubleBE(count * ENTRY_BYTES + at))
  return {
    description: {
      tiles: ['/map/{z}/{x}/{y}.mvt'],
      bounds,
      minzoom: 6,
      maxzoom: 14,
      attribution: '',
      illustrative: true,
    },
    async find(z, x, y) {
      const place = tiles.get((BigInt(z) << 40n) | (BigInt(x) << 20n) | BigInt(y))
      return place && read(...place)
    },
  }
}
