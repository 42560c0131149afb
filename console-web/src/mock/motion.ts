import type { UnitPosition } from '@/live'
import type { World } from './world'

/** About 50 km/h. */
const METERS_A_STEP = 14
const METERS_A_DEGREE_LAT = 111_000
const METERS_A_DEGREE_LNG = 98_000

/** Moves every unit that drives one second on: to its incident, and then round about it. */
export function move(world: World): UnitPosition[] {
  const at = world.now().toISOString()
  const moved: UnitPosition[] = []
  for (const unit of world.units.values()) {
    const incident = unit.incidentId ? world.incidents.get(unit.incidentId) : undefined
    const goal = incident?.position
    const from = unit.position
    const assignment = incident?.assignments.find((a) => a.id === unit.assignmentId)
    if (!goal || !from || !['en_route', 'transporting'].includes(assignment?.status ?? '')) continue
    const east = (goal.lng - from.lng) * METERS_A_DEGREE_LNG
    const north = (goal.lat - from.lat) * METERS_A_DEGREE_LAT
    const distance = Math.hypot(east, north)
    if (distance < METERS_A_STEP) continue
    const share = METERS_A_STEP / distance
    const position = {
      lng: from.lng + (goal.lng - from.lng) * share,
      lat: from.lat + (goal.lat - from.lat) * share,
      at,
      speedMps: METERS_A_STEP,
      headingDegrees: (Math.atan2(east, north) * 180) / Math.PI + (east < 0 ? 360 : 0),
    }
    world.units.set(unit.id, { ...unit, position })
    moved.push({ unitId: unit.id, ...position })
  }
  return moved
}
