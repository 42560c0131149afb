import { deflateSync } from 'node:zlib'
import { crc32 } from './crc32'

const WIDTH = 600
const HEIGHT = 240

/** A PNG of one lead with ST elevation on millimetre paper: made up, of nobody. */
export function picture(): Buffer {
  const rows = Buffer.alloc((WIDTH * 3 + 1) * HEIGHT, 0xff)
  for (let y = 0; y < HEIGHT; y++) {
    const row = y * (WIDTH * 3 + 1)
    rows[row] = 0
    for (let x = 0; x < WIDTH; x++) {
      const at = row + 1 + x * 3
      const line = x % 20 === 0 || y % 20 === 0
      const ink = Math.abs(y - trace(x)) < 2
      const [r, g, b] = ink ? [20, 20, 20] : line ? [240, 170, 170] : [255, 245, 245]
      rows[at] = r as number
      rows[at + 1] = g as number
      rows[at + 2] = b as number
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Height of the trace in pixels: a beat every 150. */
function trace(x: number): number {
  const t = x % 150
  if (t > 38 && t < 46) return 160 - (46 - Math.abs(t - 42) * 2 - 36) * 9
  if (t >= 46 && t < 100) return 160 - 40 * Math.sin(((t - 40) / 60) * Math.PI)
  return 160
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const all = Buffer.alloc(body.length + 8)
  all.writeUInt32BE(data.length, 0)
  body.copy(all, 4)
  all.writeUInt32BE(crc32(body), body.length + 4)
  return all
}
