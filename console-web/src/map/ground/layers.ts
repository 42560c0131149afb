import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { graticule, type Bounds } from '../geometry'
import { fade, type Palette, type RoadClass } from '../palette'
import type { GroundSource } from './source'

/** Drawn locally from fonts of the computer: no `glyphs`, so no letter is ever fetched. */
const FONTS = ['Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', 'Source Han Sans SC']
/** The weight is read from the first name, which need not exist. */
export const FONT = ['Medium', ...FONTS]
export const FONT_BOLD = ['Bold', ...FONTS]

const CLASSES: RoadClass[] = ['local', 'tertiary', 'secondary', 'primary', 'trunk', 'motorway']
/** Width in pixels at zoom 10, 13 and 17; 0 is not drawn. */
const WIDTHS: Record<RoadClass, [number, number, number]> = {
  motorway: [1.8, 4, 14],
  trunk: [1.5, 3.4, 13],
  primary: [1.1, 2.8, 12],
  secondary: [0.7, 1.9, 9],
  tertiary: [0.3, 1.2, 7],
  local: [0, 0.6, 5],
}

/** From where on local streets are drawn. */
const LOCAL_FROM_ZOOM = 13

export type LabelLanguage = 'name' | 'nameEn'

/** The style's fixed part: the base map's tiles, and the grid for when there is none. */
export function groundSources(
  origin: string,
  ground: GroundSource | undefined,
  grid: Bounds,
): StyleSpecification['sources'] {
  const features = graticule(grid, 0.02).map(({ name, line }) => ({
    type: 'Feature' as const,
    properties: { name },
    geometry: { type: 'LineString' as const, coordinates: line },
  }))
  return {
    grid: { type: 'geojson', data: { type: 'FeatureCollection', features } },
    ...(ground && {
      ground: {
        type: 'vector' as const,
        // Whole addresses: MapLibre's worker asks for them.
        tiles: ground.tiles.map((path) => origin + path),
        bounds: ground.bounds,
        minzoom: ground.minzoom,
        maxzoom: ground.maxzoom,
      },
    }),
  }
}

/** Layers from bottom to top, without a base map the grid. Same ids for every palette and language: only values differ. */
export function groundLayers(
  palette: Palette,
  language: LabelLanguage,
  ground: GroundSource | undefined,
): LayerSpecification[] {
  const background: LayerSpecification = {
    id: 'background',
    type: 'background',
    paint: { 'background-color': palette.background },
  }
  return [background, ...(ground ? mapLayers(palette, language) : gridLayers(palette))]
}

function mapLayers(palette: Palette, language: LabelLanguage): LayerSpecification[] {
  return [
    {
      id: 'green',
      type: 'fill',
      ...from('green'),
      paint: { 'fill-color': palette.green, 'fill-opacity': 0.75 },
    },
    { id: 'water', type: 'fill', ...from('water'), paint: { 'fill-color': palette.water } },
    {
      id: 'waterways',
      type: 'line',
      ...from('waterways'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': palette.water,
        'line-width': ['interpolate', ['exponential', 1.4], ['zoom'], 10, 0.8, 14, 2, 17, 5],
      },
    },
    {
      id: 'districts',
      type: 'line',
      ...from('districts'),
      paint: {
        'line-color': palette.district,
        'line-width': 1,
        'line-dasharray': [4, 3],
        'line-opacity': 0.6,
      },
    },
    ...CLASSES.flatMap((kind) => casing(kind, palette)),
    ...CLASSES.map((kind) => road(kind, palette)),
    roadNames(palette, language, ['motorway', 'trunk', 'primary'], 12),
    roadNames(palette, language, ['secondary', 'tertiary', 'local'], 14),
    placeNames(palette, language),
  ]
}

/** Layers of the tiles, as `geo.basemap` names them. */
const from = (layer: 'green' | 'water' | 'waterways' | 'districts' | 'roads' | 'places') => ({
  source: 'ground',
  'source-layer': layer,
})

function gridLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'grid',
      type: 'line',
      source: 'grid',
      paint: { 'line-color': palette.line, 'line-width': 1, 'line-opacity': 0.5 },
    },
    {
      id: 'grid-names',
      type: 'symbol',
      source: 'grid',
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 600,
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': 10,
      },
      paint: { 'text-color': palette.textDim, 'text-opacity': 0.6, ...halo(palette) },
    },
  ]
}

function widths(kind: RoadClass, more: number): LayerWidth {
  const [far, middle, near] = WIDTHS[kind]
  const add = (width: number) => (width === 0 ? 0 : width + more)
  return ['interpolate', ['exponential', 1.4], ['zoom'], 10, add(far), 13, add(middle), 17, add(near)]
}

type LayerWidth = [
  'interpolate',
  ['exponential', number],
  ['zoom'],
  number,
  number,
  number,
  number,
  number,
  number,
]

function casing(kind: RoadClass, palette: Palette): LayerSpecification[] {
  if (kind === 'local' || kind === 'tertiary') return []
  return [
    {
      id: `casing-${kind}`,
      type: 'line',
      ...from('roads'),
      filter: ['all', ['==', ['get', 'class'], kind], ['!', ['to-boolean', ['get', 'tunnel']]]],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': palette.roadCasing, 'line-width': widths(kind, 1.6) },
    },
  ]
}

function road(kind: RoadClass, palette: Palette): LayerSpecification {
  return {
    id: `road-${kind}`,
    type: 'line',
    ...from('roads'),
    // Seen from farther away they are grey noise, and most of the work of drawing a picture.
    ...(kind === 'local' && { minzoom: LOCAL_FROM_ZOOM }),
    filter: ['==', ['get', 'class'], kind],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': palette.road[kind],
      'line-width': widths(kind, 0),
      'line-opacity': ['case', ['to-boolean', ['get', 'tunnel']], 0.45, 1],
    },
  }
}

function roadNames(
  palette: Palette,
  language: LabelLanguage,
  kinds: RoadClass[],
  minzoom: number,
): LayerSpecification {
  return {
    id: `road-names-${kinds[0]}`,
    type: 'symbol',
    ...from('roads'),
    minzoom,
    filter: ['in', ['get', 'class'], ['literal', kinds]],
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 420,
      'text-field': nameIn(language),
      'text-font': FONT,
      'text-size': ['interpolate', ['linear'], ['zoom'], 12, 10.5, 16, 12.5],
      'text-letter-spacing': 0.06,
      'text-max-angle': 30,
      'text-padding': 6,
    },
    paint: { 'text-color': palette.textDim, 'text-opacity': 0.8, ...halo(palette) },
  }
}

/** `rank` 1 is the most important place; those of a lower rank appear as one comes nearer. */
function placeNames(palette: Palette, language: LabelLanguage): LayerSpecification {
  return {
    id: 'place-names',
    type: 'symbol',
    ...from('places'),
    minzoom: 9,
    filter: ['<=', ['coalesce', ['get', 'rank'], 3], ['step', ['zoom'], 1, 11, 2, 12.5, 3, 13.5, 4, 14.5, 9]],
    layout: {
      'text-field': nameIn(language),
      'text-font': FONT,
      'text-size': ['match', ['coalesce', ['get', 'rank'], 3], 1, 14.5, 2, 12.5, 11.5],
      'text-letter-spacing': ['match', ['coalesce', ['get', 'rank'], 3], 1, 0.14, 0.04],
      'text-max-width': 8,
      'text-padding': 8,
      'symbol-sort-key': ['coalesce', ['get', 'rank'], 3],
    },
    paint: {
      'text-color': palette.textDim,
      'text-opacity': ['match', ['coalesce', ['get', 'rank'], 3], 1, 0.95, 2, 0.85, 0.75],
      ...halo(palette),
    },
  }
}

function nameIn(language: LabelLanguage): ['coalesce', ...['get', string][]] {
  return ['coalesce', ['get', language], ['get', 'name']]
}

export function halo(palette: Palette) {
  return { 'text-halo-color': fade(palette.halo, 0.9), 'text-halo-width': 1.4 }
}
