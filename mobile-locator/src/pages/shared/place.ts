export interface Place {
  lng: number
  lat: number
}

/** Mean radius of the earth. */
const EARTH_METERS = 6_371_009
const RADIANS = Math.PI / 180

/** On a sphere: half a percent off at worst, far less than what is shown. */
export function distanceMeters(from: Place, to: Place): number {
  const lat = Math.sin(((to.lat - from.lat) * RADIANS) / 2)
  const lng = Math.sin(((to.lng - from.lng) * RADIANS) / 2)
  const haversine = lat * lat + Math.cos(from.lat * RADIANS) * Math.cos(to.lat * RADIANS) * lng * lng
  return 2 * EARTH_METERS * Math.asin(Math.min(1, Math.sqrt(haversine)))
}

/** Eighths of a turn clockwise from north, 0 to 7: where `to` lies as seen from `from`. */
export function direction(from: Place, to: Place): number {
  const east = (to.lng - from.lng) * Math.cos(from.lat * RADIANS)
  const north = to.lat - from.lat
  return (Math.round(Math.atan2(east, north) / (Math.PI / 4)) + 8) % 8
}

/** As exact as it helps: 12 m, 350 m, 2.1 km, 14 km. Radii are rounded up, so that they never promise too much. */
export function roundedMeters(meters: number, round: (value: number) => number = Math.round): number {
  const step = meters < 100 ? 1 : meters < 1000 ? 10 : meters < 10_000 ? 100 : 1000
  return round(meters / step) * step
}

/** Reads `lng,lat` or, when only that is possible, `lat,lng`, with any usual separator. */
export function readPlace(text: string): Place | undefined {
  const found = /^\s*(-?\d{1,3}(?:\.\d{1,20})?)\s*[,,、;\s]\s*(-?\d{1,3}(?:\.\d{1,20})?)\s*$/.exec(text)
  if (!found) return undefined
  const [first, second] = [Number(found[1]), Number(found[2])]
  if (Math.abs(first) <= 180 && Math.abs(second) <= 90) return { lng: first, lat: second }
  if (Math.abs(first) <= 90 && Math.abs(second) <= 180) return { lng: second, lat: first }
  return undefined
}
