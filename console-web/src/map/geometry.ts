/** Plain geometry of the map: WGS 84 degrees, metres, and Web Mercator in the unit square (x east, y south). */
export interface LngLat {
  lng: number
  lat: number
}

export interface Mercator {
  x: number
  y: number
}

/** West, south, east, north in degrees. */
export type Bounds = [number, number, number, number]

/** IUGG mean radius. */
const EARTH_RADIUS_METERS = 6_371_008.8
/** Web Mercator's own sphere; its scale shrinks with the cosine of the latitude. */
const EQUATOR_METERS = 40_075_016.686
const RADIANS = Math.PI / 180
/** Of MapLibre: the world is this wide at zoom 0. */
export const TILE_PIXELS = 512

export function toMercator({ lng, lat }: LngLat): Mercator {
  return {
    x: (180 + lng) / 360,
    y: 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * RADIANS) / 2)) / (2 * Math.PI),
  }
}

export function fromMercator({ x, y }: Mercator): LngLat {
  return {
    lng: x * 360 - 180,
    lat: (2 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - Math.PI / 2) / RADIANS,
  }
}

/** Great-circle distance. */
export function metersBetween(a: LngLat, b: LngLat): number {
  const sinLat = Math.sin(((b.lat - a.lat) * RADIANS) / 2)
  const sinLng = Math.sin(((b.lng - a.lng) * RADIANS) / 2)
  const h = sinLat * sinLat + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * sinLng * sinLng
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** A closed ring around a center, every corner exactly that far away along the ground; north first, clockwise. */
export function circle(center: LngLat, radiusMeters: number, corners = 72): [number, number][] {
  const angle = radiusMeters / EARTH_RADIUS_METERS
  const lat = center.lat * RADIANS
  const ring: [number, number][] = []
  for (let i = 0; i < corners; i++) {
    const bearing = (i / corners) * 2 * Math.PI
    const sinLat = Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(bearing)
    const east = Math.sin(bearing) * Math.sin(angle) * Math.cos(lat)
    const north = Math.cos(angle) - Math.sin(lat) * sinLat
    ring.push([center.lng + Math.atan2(east, north) / RADIANS, Math.asin(sinLat) / RADIANS])
  }
  return [...ring, ring[0] as [number, number]]
}

export function metersPerPixel(zoom: number, lat: number): number {
  return (EQUATOR_METERS * Math.cos(lat * RADIANS)) / (TILE_PIXELS * 2 ** zoom)
}

/** The longest round length (1, 2, 5 × 10ⁿ metres) that is at most so wide. */
export function scaleBar(perPixelMeters: number, widestPixels: number): { meters: number; pixels: number } {
  const most = perPixelMeters * widestPixels
  const power = 10 ** Math.floor(Math.log10(most))
  const meters = power * (most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1)
  return { meters, pixels: meters / perPixelMeters }
}

/** The smallest box around places; nothing for none. */
export function boundsOf(places: Iterable<LngLat>): Bounds | undefined {
  let bounds: Bounds | undefined
  for (const { lng, lat } of places) {
    if (!bounds) bounds = [lng, lat, lng, lat]
    else {
      bounds[0] = Math.min(bounds[0], lng)
      bounds[1] = Math.min(bounds[1], lat)
      bounds[2] = Math.max(bounds[2], lng)
      bounds[3] = Math.max(bounds[3], lat)
    }
  }
  return bounds
}

/** Meridians and parallels every so many degrees over a box, each with its name. */
export function graticule(
  [west, south, east, north]: Bounds,
  stepDegrees: number,
): { name: string; line: [number, number][] }[] {
  const digits = Math.max(0, Math.ceil(-Math.log10(stepDegrees)))
  const lines: { name: string; line: [number, number][] }[] = []
  for (let i = Math.ceil(west / stepDegrees); i * stepDegrees <= east; i++) {
    const lng = i * stepDegrees
    lines.push({
      name: `${lng.toFixed(digits)}°`,
      line: [[lng, south] as const, [lng, north] as const].map(pair),
    })
  }
  for (let i = Math.ceil(south / stepDegrees); i * stepDegrees <= north; i++) {
    const lat = i * stepDegrees
    lines.push({
      name: `${lat.toFixed(digits)}°`,
      line: [[west, lat] as const, [east, lat] as const].map(pair),
    })
  }
  return lines
}

function pair([lng, lat]: readonly [number, number]): [number, number] {
  return [lng, lat]
}
