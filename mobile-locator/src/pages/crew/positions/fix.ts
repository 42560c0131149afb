import { type Place, distanceMeters } from '../../shared/place'

/** Where the device is, by its own clock. */
export interface Fix extends Place {
  atMillis: number
  accuracyMeters: number
  speedMps?: number
  headingDegrees?: number
}

const ODD_CLOCK_MILLIS = 60_000

/** Reads what the browser measured. Some receivers stamp times of another epoch: now is nearer the truth then. */
export function fixOf(measured: GeolocationPosition, nowMillis: number): Fix {
  const { longitude, latitude, accuracy, speed, heading } = measured.coords
  const odd =
    measured.timestamp > nowMillis + ODD_CLOCK_MILLIS || measured.timestamp < nowMillis - 24 * 3_600_000
  return {
    lng: longitude,
    lat: latitude,
    accuracyMeters: Math.min(accuracy, 1_000_000),
    atMillis: odd ? nowMillis : measured.timestamp,
    ...(speed !== null && speed >= 0 && speed <= 150 && { speedMps: speed }),
    // Standing still has no heading: browsers say NaN.
    ...(heading !== null && heading >= 0 && heading <= 360 && { headingDegrees: heading }),
  }
}

const MOVING_MPS = 1.5

/** On the way since the last report: by speed, or by having left the circle of doubt. */
export function moves(fix: Fix, reported: Fix | undefined): boolean {
  if (fix.speedMps !== undefined && fix.speedMps > MOVING_MPS) return true
  return reported !== undefined && distanceMeters(fix, reported) > Math.max(25, fix.accuracyMeters)
}

/** How long between two reports: a unit on its way is watched, a parked one only known to be there. */
export function intervalMillis(moving: boolean, assigned: boolean): number {
  if (!moving) return 20_000
  return assigned ? 1_500 : 5_000
}
