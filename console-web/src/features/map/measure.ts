import type { LngLat, MapView } from '@/map'

/** What a measuring script may ask of the map. Reads only. */
export interface MapMeasure {
  /** Milliseconds until everything asked for so far is drawn. */
  whenPainted(): Promise<number>
  /** Pictures of the live layer so far, in how many pieces, and the time they took. */
  figures(): { frames: number; tiles: number; drawMillis: number }
  /** What is in the middle of the map. */
  camera(): { center: LngLat; zoom: number }
}

declare global {
  interface Window {
    d120Map?: MapMeasure
  }
}

/** Pages opened with `?measure` let a script ask how fast the map draws; others hold nothing. */
export function exposeForMeasuring(view: MapView, search = location.search): void {
  if (!new URLSearchParams(search).has('measure')) return
  window.d120Map = {
    whenPainted: () => view.whenPainted(),
    figures: () => ({ ...view.figures }),
    camera: () => view.readCamera(),
  }
}
