/**
 * The map. Everything that knows MapLibre lies behind `openMap` and is fetched only then; the rest are plain functions.
 */
import type { MapViewOptions } from './events'
import type { MapView } from './view'

export type { MapEvents, MapHit, MapPart, MapViewOptions } from './events'
export type { MapView } from './view'
export { cutCaption } from './live/caption'
export type { ClosureMark, IncidentMark, RouteMark, SketchMark, UnitMark } from './live/marks'
export type { UnitFix } from './live/fleet'
export type { GroundSource } from './ground/source'
export type { CircleMark, HospitalMark, StationMark } from './ground/fixtures'
export { moveForFollowing, moveForSelection, type CameraView, type Watched } from './camera'
export { boundsOf, metersBetween, metersPerPixel, scaleBar, type Bounds, type LngLat } from './geometry'
export { aedState, needsUnit, unitState, UNIT_LOOKS, type AedState, type UnitState } from './looks'
export { createPalette, readTokens, type Palette } from './palette'
export { CAUSE_ICONS, drawClosureSign, strokeTape } from './draw/closure'
export {
  drawAed,
  drawBadge,
  drawCrewLost,
  drawHospital,
  drawPin,
  drawStation,
  drawSuspect,
} from './draw/marks'

/**
 * Opens the map in an element.
 *
 * @throws when this computer cannot draw it (no WebGL 2)
 */
export async function openMap(options: MapViewOptions): Promise<MapView> {
  const { MapView } = await import('./view')
  return MapView.open(options)
}
