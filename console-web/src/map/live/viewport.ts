import { TILE_PIXELS, type Mercator } from '../geometry'

/** What part of the world the canvas shows: north up, seen from straight above. Lengths in CSS pixels. */
export interface Viewport {
  center: Mercator
  zoom: number
  width: number
  height: number
  /** Device pixels per CSS pixel. */
  density: number
}

export interface ScreenPoint {
  x: number
  y: number
}

export function worldPixels(view: Viewport): number {
  return TILE_PIXELS * 2 ** view.zoom
}

/** Where a place is on the canvas. Differences first: absolute pixels of the world lose precision when near. */
export function project(view: Viewport, place: Mercator): ScreenPoint {
  const scale = worldPixels(view)
  return {
    x: (place.x - view.center.x) * scale + view.width / 2,
    y: (place.y - view.center.y) * scale + view.height / 2,
  }
}
