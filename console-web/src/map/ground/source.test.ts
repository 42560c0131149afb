import { describe, expect, it } from 'vitest'
import { parseGroundSource } from './source'

describe('source of the base map', () => {
  it('says that the demo’s own map is illustrative', () => {
    const head = '{"type":"FeatureCollection","source":"demo","illustrative":true,"features":[\n{"type":"Fea'
    expect(parseGroundSource(head)).toEqual({ illustrative: true, attribution: '' })
  })

  it('names whom an imported map wants named', () => {
    const head = '{ "type": "FeatureCollection", "attribution": "© \\"OSM\\" contributors", "features": ['
    expect(parseGroundSource(head)).toEqual({ illustrative: false, attribution: '© "OSM" contributors' })
  })

  it('does not take a road’s own properties for the map’s', () => {
    const head =
      '{"type":"FeatureCollection","features":[{"properties":{"illustrative":true,"attribution":"x"}}'
    expect(parseGroundSource(head)).toEqual({ illustrative: false, attribution: '' })
  })
})
