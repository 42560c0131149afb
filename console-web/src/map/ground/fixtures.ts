import type { Feature, FeatureCollection, GeoJsonProperties } from 'geojson'
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { circle, type LngLat } from '../geometry'
import { aedState } from '../looks'
import type { Palette } from '../palette'
import { NAME_AWAY_PIXELS, NAMES_FROM_ZOOM } from '../live/names'
import { FONT, FONT_BOLD, halo } from './layers'
import type { Aed } from '@/contract'

/** Things that stand still: hospitals, stations, AEDs, the service area, circles of uncertainty. */
export interface HospitalMark {
  id: string
  name: string
  place: LngLat
  pci: boolean
  /** Its name stands above its picture, otherwise below: away from units that stand beside it. */
  above: boolean
}

export interface StationMark {
  id: string
  name: string
  place: LngLat
}

/** How far from a place the truth may be. */
export interface CircleMark {
  place: LngLat
  radiusMeters: number
  /** Of the selected incident: solid for the position that counts, dashed for another; quiet for other incidents. */
  style: 'current' | 'other' | 'quiet'
  /** Says where it comes from. */
  label: string
  tone: 'p1' | 'p2' | 'p3' | 'p4' | 'draft'
}

export type FixturePart = 'aeds' | 'hospitals' | 'stations' | 'area' | 'circles'

export type Features = FeatureCollection

/** Seen from far, AEDs are the background of units and incidents. */
const QUIET_FAR_AWAY: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 11.5, 0.55, 14, 1]

const NAME_SIZE = 12
const AWAY = NAME_AWAY_PIXELS / NAME_SIZE

export const NOTHING: Features = { type: 'FeatureCollection', features: [] }

export function fixtureSources(): StyleSpecification['sources'] {
  return {
    area: { type: 'geojson', data: NOTHING },
    circles: { type: 'geojson', data: NOTHING },
    stations: { type: 'geojson', data: NOTHING },
    hospitals: { type: 'geojson', data: NOTHING },
    aeds: { type: 'geojson', data: NOTHING, cluster: true, clusterRadius: 44, clusterMaxZoom: 13 },
  }
}

/** Which layers belong to a part that can be hidden. */
export const FIXTURE_LAYERS: Record<FixturePart, string[]> = {
  area: ['area'],
  circles: ['circle-fill', 'circle-line', 'circle-dashed', 'circle-names'],
  stations: ['stations'],
  aeds: ['aeds', 'aeds-many'],
  hospitals: ['hospitals'],
}

export function fixtureLayers(palette: Palette): LayerSpecification[] {
  const color = circleColor(palette)
  return [
    {
      id: 'area',
      type: 'line',
      source: 'area',
      paint: {
        'line-color': palette.accent,
        'line-width': 1.4,
        'line-dasharray': [6, 4],
        'line-opacity': 0.45,
      },
    },
    {
      id: 'circle-fill',
      type: 'fill',
      source: 'circles',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: {
        'fill-color': color,
        'fill-opacity': ['match', ['get', 'style'], 'current', 0.16, 'quiet', 0.07, 0.03],
      },
    },
    circleLine('circle-line', true, color),
    circleLine('circle-dashed', false, color),
    stations(palette),
    ...aeds(palette),
    hospitals(palette),
    {
      id: 'circle-names',
      type: 'symbol',
      source: 'circles',
      minzoom: 12.8,
      filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'text-offset': [0, 0.9],
        'text-field': ['get', 'label'],
        'text-font': FONT,
        'text-size': 11.5,
        'text-anchor': 'top',
      },
      paint: { 'text-color': palette.text, ...halo(palette) },
    },
  ]
}

function circleColor(palette: Palette): ExpressionSpecification {
  const { p1, p2, p3, p4 } = palette.priority
  return ['match', ['get', 'tone'], 'p1', p1, 'p2', p2, 'p3', p3, 'p4', p4, palette.accent]
}

function circleLine(id: string, current: boolean, color: ExpressionSpecification): LayerSpecification {
  return {
    id,
    type: 'line',
    source: 'circles',
    filter: ['all', ['==', ['geometry-type'], 'Polygon'], [current ? '!=' : '==', ['get', 'style'], 'other']],
    paint: {
      'line-color': color,
      'line-width': current ? 1.8 : 1.3,
      'line-opacity': ['match', ['get', 'style'], 'current', 0.95, 'quiet', 0.35, 0.7],
      ...(!current && { 'line-dasharray': [4, 3] }),
    },
  }
}

function aeds(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'aeds-many',
      type: 'symbol',
      source: 'aeds',
      filter: ['has', 'point_count'],
      layout: {
        'icon-image': 'aed-many',
        'icon-allow-overlap': true,
        'icon-size': 0.9,
        'text-field': ['concat', '♥', ['to-string', ['get', 'point_count']]],
        'text-font': FONT,
        'text-size': 10,
        'text-allow-overlap': true,
      },
      paint: {
        'text-color': palette.tone.ok,
        'icon-opacity': QUIET_FAR_AWAY,
        'text-opacity': QUIET_FAR_AWAY,
      },
    },
    {
      id: 'aeds',
      type: 'symbol',
      source: 'aeds',
      filter: ['!', ['has', 'point_count']],
      layout: {
        'icon-image': ['concat', 'aed-', ['get', 'state']],
        'icon-allow-overlap': true,
        'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.6, 13, 0.8, 15, 1.05],
        'symbol-sort-key': ['match', ['get', 'state'], 'usable', 2, 'unknown', 1, 0],
      },
      paint: { 'icon-opacity': QUIET_FAR_AWAY },
    },
  ]
}

function hospitals(palette: Palette): LayerSpecification {
  return {
    id: 'hospitals',
    type: 'symbol',
    source: 'hospitals',
    layout: {
      'icon-image': ['case', ['get', 'pci'], 'hospital-pci', 'hospital'],
      'icon-allow-overlap': true,
      'icon-size': ['interpolate', ['linear'], ['zoom'], 10, 0.75, 13, 1],
      'text-field': [
        'step',
        ['zoom'],
        '',
        NAMES_FROM_ZOOM,
        ['concat', ['get', 'name'], ['case', ['get', 'pci'], ' PCI', '']],
      ],
      'text-font': FONT_BOLD,
      'text-size': NAME_SIZE,
      // A row of badges has room between picture and name; a neighbour's name may force it to another side.
      'text-variable-anchor-offset': [
        'case',
        ['get', 'above'],
        ['literal', ['bottom', [0, -AWAY], 'top', [0, AWAY], 'left', [AWAY, 0], 'right', [-AWAY, 0]]],
        ['literal', ['top', [0, AWAY], 'bottom', [0, -AWAY], 'left', [AWAY, 0], 'right', [-AWAY, 0]]],
      ],
      'text-max-width': 12,
      'text-justify': 'auto',
      'text-optional': true,
      'text-padding': 3,
      'symbol-sort-key': ['case', ['get', 'pci'], 0, 1],
    },
    paint: { 'text-color': palette.text, ...halo(palette) },
  }
}

function stations(palette: Palette): LayerSpecification {
  return {
    id: 'stations',
    type: 'symbol',
    source: 'stations',
    layout: {
      'icon-image': 'station',
      'icon-allow-overlap': true,
      'text-field': ['step', ['zoom'], '', 13, ['get', 'name']],
      'text-font': FONT,
      'text-size': 11,
      'text-variable-anchor': ['top', 'bottom', 'right', 'left'],
      'text-radial-offset': 1.5,
      'text-optional': true,
    },
    paint: { 'text-color': palette.textDim, ...halo(palette) },
  }
}

export function aedFeatures(aeds: readonly Aed[]): Features {
  return collect(aeds.map((aed) => point(aed.position, { id: aed.id, state: aedState(aed) })))
}

export function hospitalFeatures(marks: readonly HospitalMark[]): Features {
  return collect(marks.map(({ place, id, name, pci, above }) => point(place, { id, name, pci, above })))
}

export function stationFeatures(marks: readonly StationMark[]): Features {
  return collect(marks.map(({ place, id, name }) => point(place, { id, name })))
}

/** Each circle's area, and its name under its southern end, where it does not lie on the pin. */
export function circleFeatures(marks: readonly CircleMark[]): Features {
  return collect(
    marks.flatMap(({ place, radiusMeters, style, label, tone }) => {
      const ring = circle(place, radiusMeters)
      const south = ring[Math.floor(ring.length / 2)] ?? [place.lng, place.lat]
      const name = label ? [point({ lng: south[0], lat: south[1] }, { label })] : []
      return [area([ring], { style, tone }), ...name]
    }),
  )
}

export function areaFeatures(rings: readonly (readonly LngLat[])[]): Features {
  const closed = rings.map((ring) => ring.map(({ lng, lat }): [number, number] => [lng, lat]))
  return collect(closed.length ? [area(closed, {})] : [])
}

function area(coordinates: [number, number][][], properties: GeoJsonProperties): Feature {
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates } }
}

function point({ lng, lat }: LngLat, properties: GeoJsonProperties): Feature {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lng, lat] } }
}

function collect(features: Feature[]): Features {
  return { type: 'FeatureCollection', features }
}
