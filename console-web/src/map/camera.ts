import { boundsOf, type Bounds, type LngLat } from './geometry'

/** Pixels at each side of the map. */
export interface Insets {
  top: number
  right: number
  bottom: number
  left: number
}

/** As much of the insets as leaves half of a small map to look at. */
export function insetsWithin({ top, right, bottom, left }: Insets, width: number, height: number): Insets {
  const across = Math.min(1, width / 2 / (left + right))
  const down = Math.min(1, height / 2 / (top + bottom))
  return { top: top * down, right: right * across, bottom: bottom * down, left: left * across }
}

/** What the camera shows, in degrees, without the insets that toolbars cover. */
export interface CameraView {
  bounds: Bounds
  zoom: number
}

export type CameraMove =
  { kind: 'fly'; to: LngLat; zoom: number } | { kind: 'fit'; bounds: Bounds; maxZoom: number }

/** Whoever moved the map by hand is looking at something: it stays for so long. */
export const HANDS_OFF_MILLIS = 20_000
/** Close enough to see streets, far enough to see how a unit gets there. */
const NEAR_ZOOM = 14.5
const FAR_ZOOM = 12.5
const NEAREST_ZOOM = 15.5

export interface Watched {
  incident: LngLat
  /** The unit that is proposed or on its way. */
  unit?: LngLat | undefined
}

/**
 * Where to move when an incident was selected: not at all while all of it is in view.
 *
 * @param dragging the map is in somebody's hand at this moment
 */
export function moveForSelection(
  watched: Watched,
  view: CameraView,
  dragging: boolean,
): CameraMove | undefined {
  if (dragging || showsAll(watched, view)) return undefined
  return moveTo(watched, view)
}

/** Where to move to keep a followed incident and its unit in view; the dispatcher's own moves come first. */
export function moveForFollowing(
  watched: Watched,
  view: CameraView,
  millisSinceHand: number,
): CameraMove | undefined {
  if (millisSinceHand < HANDS_OFF_MILLIS || showsAll(watched, view)) return undefined
  return moveTo(watched, view)
}

function showsAll({ incident, unit }: Watched, { bounds }: CameraView): boolean {
  return contains(bounds, incident) && (!unit || contains(bounds, unit))
}

function moveTo({ incident, unit }: Watched, { zoom }: CameraView): CameraMove {
  const both = unit && boundsOf([incident, unit])
  if (both) return { kind: 'fit', bounds: both, maxZoom: Math.min(Math.max(zoom, NEAR_ZOOM), NEAREST_ZOOM) }
  return { kind: 'fly', to: incident, zoom: Math.min(Math.max(zoom, FAR_ZOOM), NEAREST_ZOOM) }
}

export function contains([west, south, east, north]: Bounds, { lng, lat }: LngLat): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north
}
