import { describe, expect, it } from 'vitest'
import { Ground, tilesOf, type GroundSource } from './ground'
import { readTile } from './tile'
import { Plane, type View } from './view'

const origin = { lng: 112.93, lat: 28.2 }
const view: View = { middle: { x: 0, y: 0 }, metersPerPixel: 2, width: 300, height: 200 }
const source: GroundSource = {
  tiles: ['/map/{z}/{x}/{y}.mvt?v=7'],
  bounds: [112.6, 28, 113.1, 28.4],
  minzoom: 6,
  maxzoom: 14,
}

/** A tile by hand: layer "roads" with one primary road from the middle to 100 units east of it. */
const TILE = message(
  field(3, [
    ...field(1, text('roads')),
    ...field(2, [
      ...field(2, [0, 0, 1, 1]),
      0x18,
      2,
      ...field(4, [9, ...varint(4096), ...varint(4096), 10, ...varint(200), 0]),
    ]),
    ...field(3, text('class')),
    ...field(3, text('name')),
    ...field(4, field(1, text('primary'))),
    ...field(4, field(1, text('枫林一路'))),
    0x28,
    ...varint(4096),
  ]),
)

describe('a tile', () => {
  it('is read with its layers, names and lines', () => {
    const roads = readTile(TILE).get('roads')
    expect(roads?.extent).toBe(4096)
    expect(roads?.features).toEqual([
      { type: 'line', properties: { class: 'primary', name: '枫林一路' }, parts: [[2048, 2048, 2148, 2048]] },
    ])
  })

  it('is nothing when there is nothing', () => {
    expect(readTile(new Uint8Array()).size).toBe(0)
  })
})

describe('the ground', () => {
  it('asks for the few tiles that fit the view', () => {
    const tiles = tilesOf(view, new Plane(origin), source)
    expect(tiles.length).toBeLessThanOrEqual(4)
    expect(tiles[0]).toEqual([14, 13331, 6853])
    const wide = tilesOf(
      { ...view, metersPerPixel: 100, width: 1200, height: 900 },
      new Plane(origin),
      source,
    )
    expect(wide.length).toBeLessThanOrEqual(12)
    expect(wide.every(([zoom]) => zoom < 11)).toBe(true)
  })

  it('asks for none outside the map', () => {
    expect(tilesOf(view, new Plane({ lng: 10, lat: 50 }), source)).toEqual([])
  })

  it('shows what came, once for every tile, and asks again for what did not', async () => {
    const asked: string[] = []
    let broken = true
    const get = (path: string) => {
      asked.push(path)
      return broken ? Promise.reject(new Error('offline')) : Promise.resolve(TILE)
    }
    const ground = new Ground(source, new Plane(origin), get, () => undefined)
    await ground.show(view)
    expect(ground.hasTiles).toBe(false)
    broken = false
    await ground.show(view)
    await ground.show(view)
    expect(ground.hasTiles).toBe(true)
    expect(asked[0]).toBe('/map/14/13331/6853.mvt?v=7')
    expect(asked).toHaveLength(2 * new Set(asked).size)
    const [road] = ground.layers().roads
    expect(road).toMatchObject({ roadClass: 'primary', names: { name: '枫林一路', nameEn: '枫林一路' } })
    expect((road?.right ?? 0) - (road?.left ?? 0)).toBeCloseTo((100 / 4096) * 2446 * Math.cos(0.4922), -1)
  })
})

function message(bytes: number[]): Uint8Array {
  return Uint8Array.from(bytes)
}

function field(number: number, content: number[]): number[] {
  return [(number << 3) | 2, ...varint(content.length), ...content]
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)]
}

function text(content: string): number[] {
  return [...new TextEncoder().encode(content)]
}
