import type { Incident, NewRoadClosure, RoadClosure, RoadClosureShape, UnitRoute } from '@/contract'
import { center } from './center'
import { roadsAt, routeOf } from './roads'
import type { World } from './world'

const UNDER_WAY = ['assigned', 'acknowledged', 'en_route']

/** Courses of an incident, as the server would answer them. */
export function routesOf(world: World, incident: Incident, proposed: string[]): UnitRoute[] {
  const closures = [...world.closures.values()]
  const { position } = incident
  const assigned = incident.assignments.flatMap((assignment): UnitRoute[] => {
    const from = world.units.get(assignment.unitId)?.position
    if (assignment.endedAt || !from) return []
    const hospital = center.hospitals.find(({ id }) => id === assignment.destinationHospitalId)?.position
    const to = UNDER_WAY.includes(assignment.status)
      ? position
      : assignment.status === 'transporting'
        ? hospital
        : undefined
    return to ? [routeOf(assignment.unitId, 'assigned', from, to, closures)] : []
  })
  const asked = proposed.flatMap((unitId): UnitRoute[] => {
    const from = world.units.get(unitId)?.position
    return from && position ? [routeOf(unitId, 'proposed', from, position, closures)] : []
  })
  return [...assigned, ...asked]
}

/** Nothing when the shape meets no road. */
export function closureOf(world: World, body: NewRoadClosure, closedBy: string): RoadClosure | undefined {
  const roads = roadsAt(body)
  if (roads.length === 0) return undefined
  const closedAt = world.now().toISOString()
  return { ...body, id: `closure-${world.seq + 1}`, closedAt, closedBy, roads }
}

export function previewOf(shape: RoadClosureShape): RoadClosure['roads'] {
  return roadsAt(shape)
}
