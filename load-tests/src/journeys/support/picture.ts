import type { Page } from '@playwright/test'
import { crc32 } from './crc32'
import { deflateSync } from 'node:zlib'

const COLOURS = 256
const EXACT = 96

/** A PNG of the same picture in at most 256 colours: half the size, and to the eye the same for drawn pages. */
export async function withFewColours(page: Page, png: Buffer): Promise<Buffer> {
  const blank = await page.context().newPage()
  const { width, height, pixels } = await blank.evaluate(decode, png.toString('base64'))
  await blank.close()
  return encode(width, height, Buffer.from(pixels, 'base64'))
}

/** In the browser, which reads pictures already. Gives the pixels as RGB in base 64. */
async function decode(png: string) {
  const image = new Image()
  image.src = `data:image/png;base64,${png}`
  await image.decode()
  const canvas = new OffscreenCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('No canvas')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  const parts: string[] = []
  for (let at = 0; at < data.length; at += 4)
    parts.push(String.fromCharCode(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0))
  return { width: image.width, height: image.height, pixels: btoa(parts.join('')) }
}

type Colour = readonly [number, number, number]

/** The commonest colours; after them what is close to one already chosen is left out, so that rare ones have a place. */
function choosePalette(counts: Map<number, number>): Colour[] {
  const common = [...counts.entries()].sort((a, b) => b[1] - a[1]).map(([key]) => colourOf(key))
  // Surfaces and words keep exactly the colour they have.
  const palette = common.slice(0, EXACT)
  for (let apart = 300; palette.length < COLOURS && apart >= 0; apart -= 60) {
    for (const colour of common.slice(0, 20_000)) {
      if (palette.length === COLOURS) break
      if (palette.every((other) => distance(other, colour) > apart)) palette.push(colour)
    }
  }
  return palette
}

function colourOf(key: number): Colour {
  return [key >> 16, (key >> 8) & 255, key & 255]
}

function distance(one: Colour, other: Colour): number {
  return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2
}

function nearest(palette: Colour[], colour: Colour): number {
  let best = 0
  let least = Infinity
  palette.forEach((candidate, index) => {
    const far = distance(candidate, colour)
    if (far < least) [best, least] = [index, far]
  })
  return best
}

function encode(width: number, height: number, rgb: Buffer): Buffer {
  const keyAt = (pixel: number) => rgb.readUIntBE(pixel * 3, 3)
  const counts = new Map<number, number>()
  for (let pixel = 0; pixel < width * height; pixel++) {
    counts.set(keyAt(pixel), (counts.get(keyAt(pixel)) ?? 0) + 1)
  }
  const palette = choosePalette(counts)
  const indexes = new Map([...counts.keys()].map((key) => [key, nearest(palette, colourOf(key))]))
  // Each line begins with its filter: none.
  const lines = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) lines[y * (width + 1) + x + 1] = indexes.get(keyAt(y * width + x)) ?? 0
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits a pixel, by palette.
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
