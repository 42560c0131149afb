import type { Fix, Incident, Position } from '@/contract'

interface Place {
  lng: number
  lat: number
}

const EARTH_RADIUS_METERS = 6_371_008.8
/** A crew finds somebody over this distance without being sent anew. */
const WORTH_MOVING_METERS = 30
/** From here on a precise fix contradicts where the crew was sent, as in the server's location_conflict. */
const CONFLICT_METERS = 150
const PRECISE_METERS = 50

/** Great-circle distance. */
export function distanceMeters(one: Place, other: Place): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const halfLat = radians(other.lat - one.lat) / 2
  const halfLng = radians(other.lng - one.lng) / 2
  const haversine =
    Math.sin(halfLat) ** 2 +
    Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * Math.sin(halfLng) ** 2
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(haversine)))
}

export interface BetterFix {
  fix: Fix
  distanceMeters: number
}

/**
 * A fix that crews under way should perhaps be sent to: newer than where they were sent, of a phone that is with the
 * patient, and either more exact or in contradiction to it. Where they drive never moves by itself.
 */
export function findBetterFix(incident: Incident): BetterFix | undefined {
  const { destination } = incident
  if (!destination || !incident.assignments.some((assignment) => !assignment.endedAt)) return undefined
  if (incident.callerWithPatient === 'no') return undefined
  return incident.fixes
    .filter((fix) => fix.source !== 'confirmed' && fix.source !== 'address' && fix.at > destination.at)
    .map((fix) => ({ fix, distanceMeters: distanceMeters(fix, destination) }))
    .filter((candidate) => isBetter(candidate, destination))
    .sort((a, b) => a.fix.radiusMeters - b.fix.radiusMeters || b.fix.at.localeCompare(a.fix.at))[0]
}

function isBetter({ fix, distanceMeters: meters }: BetterFix, destination: Position): boolean {
  if (fix.radiusMeters < destination.radiusMeters) return meters > WORTH_MOVING_METERS
  return meters > CONFLICT_METERS && fix.radiusMeters <= PRECISE_METERS
}
