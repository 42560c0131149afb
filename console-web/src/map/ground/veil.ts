import type { Map as MapLibre } from 'maplibre-gl'

/** A slow computer shows its map piece by piece rather than not at all. */
const LONGEST_VEIL_MILLIS = 3_000

/**
 * Plain ground until the map's first picture is complete; then that fades in. Units lie above it and are seen all the
 * time. The page styles `map-veil` and `lifted`.
 */
export function veilUntilDrawn(map: Pick<MapLibre, 'getCanvas' | 'on' | 'off'>): void {
  const veil = document.createElement('div')
  veil.className = 'map-veil'
  veil.setAttribute('aria-hidden', 'true')
  map.getCanvas().after(veil)
  const lift = () => {
    clearTimeout(timer)
    map.off('idle', lift)
    veil.classList.add('lifted')
  }
  const timer = setTimeout(lift, LONGEST_VEIL_MILLIS)
  map.on('idle', lift)
}
