import { type Place, distanceMeters } from '../shared/place'

/** A position of this phone. */
export interface Fix extends Place {
  /** 95 % radius, as the W3C defines `coords.accuracy`. */
  radiusMeters: number
  /** When it was measured, in milliseconds since 1970 by this phone's clock. */
  atMillis: number
}

/** A radius that shrinks by centimetres is no news and costs battery. */
const CLEARLY_SMALLER = 0.9
const STILL_HERE_MILLIS = 30_000

/** The first one at once, however coarse; then what is clearly better, has moved, or says "still here". */
export function worthSending(last: Fix | undefined, next: Fix): boolean {
  return (
    !last ||
    next.radiusMeters <= last.radiusMeters * CLEARLY_SMALLER ||
    distanceMeters(last, next) > next.radiusMeters ||
    next.atMillis - last.atMillis >= STILL_HERE_MILLIS
  )
}

/** Reads a browser's position; undefined for one the server would refuse. */
export function fixOf(position: GeolocationPosition, nowMillis: number): Fix | undefined {
  const { longitude, latitude, accuracy } = position.coords
  if (![longitude, latitude].every(Number.isFinite)) return undefined
  // Some phones give times of another epoch; such a fix is as good as new.
  const age = nowMillis - position.timestamp
  return {
    lng: longitude,
    lat: latitude,
    radiusMeters: Number.isFinite(accuracy) && accuracy > 0 ? Math.min(accuracy, LARGEST_RADIUS_METERS) : 0,
    atMillis: age >= 0 && age <= OLDEST_FIX_MILLIS ? position.timestamp : nowMillis,
  }
}

const LARGEST_RADIUS_METERS = 1_000_000
const OLDEST_FIX_MILLIS = 600_000
