import { expect, it } from 'vitest'
import { areaFeatures, circleFeatures, fixtureLayers, fixtureSources, FIXTURE_LAYERS } from './fixtures'
import { groundLayers, groundSources } from './layers'
import { createPalette } from '../palette'

const palette = createPalette(() => '#123456', true)
const bounds: [number, number, number, number] = [112, 28, 113, 29]
const ground = {
  tiles: ['/map/{z}/{x}/{y}.mvt'],
  bounds,
  minzoom: 6,
  maxzoom: 14,
  illustrative: true,
  attribution: '',
}

it('names every circle below its southern end', () => {
  const place = { lng: 112.9, lat: 28.2 }
  const mark = { place, radiusMeters: 1000, style: 'other' as const, label: '基站', tone: 'p1' as const }
  const [area, name] = circleFeatures([mark]).features
  expect(area?.geometry.type).toBe('Polygon')
  expect(name?.geometry.type === 'Point' && name.geometry.coordinates[1]).toBeCloseTo(28.2 - 0.009, 3)
})

it('draws no area where the center has none', () => {
  expect(areaFeatures([]).features).toEqual([])
})

it('can hide only layers that exist', () => {
  const ids = fixtureLayers(palette).map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining(Object.values(FIXTURE_LAYERS).flat()))
})

it('reads every layer from a source that is there', () => {
  for (const known of [undefined, ground]) {
    const sources = { ...groundSources('http://x', known, bounds), ...fixtureSources() }
    for (const layer of [...groundLayers(palette, 'name', known), ...fixtureLayers(palette)]) {
      if ('source' in layer) expect(Object.keys(sources)).toContain(layer.source)
    }
  }
})

it('uses the same layers for every look, so that one is changed into the other in place', () => {
  const day = createPalette(() => '#ffffff', false)
  const ids = (layers: { id: string }[]) => layers.map(({ id }) => id)
  expect(ids(groundLayers(day, 'nameEn', ground))).toEqual(ids(groundLayers(palette, 'name', ground)))
})

it('asks nobody for letters', () => {
  expect(JSON.stringify(groundLayers(palette, 'name', ground))).not.toContain('glyphs')
})
