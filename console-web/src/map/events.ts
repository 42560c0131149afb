import type { CameraView } from './camera'
import type { LngLat } from './geometry'
import type { FixturePart } from './ground/fixtures'
import type { LabelLanguage } from './ground/layers'
import type { LivePart } from './live/layer'
import type { LiveHit } from './live/marks'
import type { Palette } from './palette'

export type MapPart = LivePart | FixturePart
export type MapHit =
  LiveHit | { kind: 'aed' | 'hospital' | 'station'; id: string } | { kind: 'aeds'; at: LngLat }

/** What the map tells its user. Screen points are CSS pixels from the element's corner. */
export interface MapEvents {
  onHover(hit: MapHit | undefined, at: { x: number; y: number }): void
  onClick(hit: MapHit | undefined, place: LngLat): void
  /** The draft pin was dragged there and let go. */
  onDraftMoved(place: LngLat): void
  /** The camera has changed. */
  onView(view: CameraView & { center: LngLat }): void
  /** The base map's roads are not there: a grid is shown. */
  onGroundMissing(): void
}

export interface MapViewOptions {
  element: HTMLElement
  palette: Palette
  language: LabelLanguage
  center: LngLat
  zoom: number
  /** Pixels at each side that controls cover. */
  margin: number
  label: string
  events: MapEvents
}
