import { describe, expect, it } from 'vitest'
import { parseGroundSource } from './source'

const TILES = { tiles: ['/map/{z}/{x}/{y}.mvt?v=1'], bounds: [112, 28, 113, 29], minzoom: 6, maxzoom: 14 }

describe('source of the base map', () => {
  it('says that the demo’s own map is illustrative', () => {
    expect(parseGroundSource({ ...TILES, illustrative: true, attribution: '' })).toEqual({
      ...TILES,
      illustrative: true,
      attribution: '',
    })
  })

  it('names whom an imported map wants named', () => {
    const source = parseGroundSource({ ...TILES, attribution: ' © OpenStreetMap contributors ' })
    expect(source).toMatchObject({ illustrative: false, attribution: '© OpenStreetMap contributors' })
  })

  it('is nothing when the answer describes no tiles', () => {
    for (const json of [null, 'no', {}, { ...TILES, tiles: [1] }, { ...TILES, bounds: [1, 2, 3] }])
      expect(parseGroundSource(json)).toBeUndefined()
  })
})
