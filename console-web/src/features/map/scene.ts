import type { Incident, Recommendation, Unit } from '@/contract'
import type { Hospital } from '@/shared/center'
import type { DraftPlace } from '@/shared/workplace'
import {
  metersBetween,
  needsUnit,
  unitState,
  type CircleMark,
  type HospitalMark,
  type IncidentMark,
  type LngLat,
  type UnitFix,
  type UnitMark,
} from '@/map'

type Assignment = Incident['assignments'][number]

/** The board as marks of the map. Plain functions: what is shown depends on nothing else. */

export function liveAssignments(incident: Incident): Assignment[] {
  return incident.assignments.filter((assignment) => !assignment.endedAt)
}

/** The live assignment of every committed unit. */
export function assignmentsByUnit(incidents: Iterable<Incident>): Map<string, Assignment> {
  const found = new Map<string, Assignment>()
  for (const incident of incidents) {
    liveAssignments(incident).forEach((assignment) => found.set(assignment.unitId, assignment))
  }
  return found
}

/**
 * Units that the selected incident is about: those sent, and the one that is proposed: chosen in the list, or while
 * nobody is sent the first of the recommendation. Without a position nobody knows which is near: the first of the list
 * is no proposal then.
 *
 * @param meant the unit that the list on the screen would send
 */
export function focusUnits(
  incident: Incident | undefined,
  recommendation: Recommendation | undefined,
  meant: string | undefined,
): string[] {
  if (!incident) return []
  const sent = liveAssignments(incident).map((assignment) => assignment.unitId)
  const proposed = findProposed(incident, recommendation, meant)
  return proposed === undefined ? sent : [...sent, proposed]
}

function findProposed(
  incident: Incident,
  recommendation: Recommendation | undefined,
  meant: string | undefined,
): string | undefined {
  if (!incident.position) return undefined
  const sent = liveAssignments(incident)
  const first = recommendation?.units.find((unit) => !unit.blockedBy)?.unitId
  const proposed = meant ?? (sent.length === 0 && needsUnit(incident.status) ? first : undefined)
  return sent.some(({ unitId }) => unitId === proposed) ? undefined : proposed
}

export function unitMarks(
  units: readonly Unit[],
  assignments: Map<string, Assignment>,
  focus: readonly string[],
  isStale: (unit: Unit) => boolean,
): UnitMark[] {
  return units.map((unit) => ({
    id: unit.id,
    label: unit.id,
    state: unitState(unit, assignments.get(unit.id)?.status),
    stale: isStale(unit),
    // Nobody needs to be reached in a unit that is not on duty.
    crewLost: unit.crewLink === 'lost' && unit.availability !== 'off_duty',
    suspect: unit.positionSuspect === true && unit.availability !== 'off_duty',
    focus: focus.includes(unit.id),
    // `available` is the server's word for standing at the station.
    station: unit.availability === 'available' ? unit.station : undefined,
  }))
}

/** The server's rule, judged again as time passes: a unit that has fallen silent sends no event. Milliseconds. */
const STALE_IN_USE = 60_000
const STALE_PARKED = 600_000
const MOVING_METERS_PER_SECOND = 1

export function isStale(
  unit: Pick<Unit, 'availability' | 'stale'>,
  position: { at: string; speedMps?: number } | undefined,
  now: number,
): boolean {
  if (!position?.at) return unit.stale
  const inUse = unit.availability === 'committed' || (position.speedMps ?? 0) > MOVING_METERS_PER_SECOND
  return now - Date.parse(position.at) > (inUse ? STALE_IN_USE : STALE_PARKED)
}

/** A reported direction means something only while the unit drives. */
const DRIVING_METERS_PER_SECOND = 0.8

export function fixOf(position: UnitFix & { speedMps?: number }): UnitFix {
  const { unitId, lng, lat, at, headingDegrees, speedMps } = position
  const drives = headingDegrees !== undefined && (speedMps ?? 0) >= DRIVING_METERS_PER_SECOND
  return { unitId, lng, lat, at, ...(drives && { headingDegrees }) }
}

export function incidentMarks(
  incidents: readonly Incident[],
  selectedId: string | undefined,
  captionOf: (incident: Incident) => string,
): IncidentMark[] {
  return incidents.flatMap((incident) => {
    const { id, position, priority, status } = incident
    if (!position) return []
    const selected = id === selectedId
    const caption = selected ? captionOf(incident) : ''
    return [{ id, place: placeOf(position), priority, solid: needsUnit(status), selected, caption }]
  })
}

/** Smaller ones would lie under the pin. */
const SMALLEST_CIRCLE_METERS = 5

/**
 * How exact every position is: of all incidents the one that counts, of the selected one also the newest fix of each
 * other source.
 */
export function circleMarks(
  incidents: readonly Incident[],
  selectedId: string | undefined,
  draft: DraftPlace | undefined,
  labelOf: (fix: { source: Incident['fixes'][number]['source']; radiusMeters: number }) => string,
): CircleMark[] {
  const circles = incidents.flatMap((incident): CircleMark[] => {
    const { position, priority: tone, id } = incident
    if (!position) return []
    const selected = id === selectedId
    const current = { place: placeOf(position), radiusMeters: position.radiusMeters, tone }
    if (!selected) return [{ ...current, style: 'quiet', label: '' }]
    const others = otherFixes(incident).map((fix): CircleMark => ({
      place: placeOf(fix),
      radiusMeters: fix.radiusMeters,
      style: 'other',
      label: labelOf(fix),
      tone,
    }))
    return [...others, { ...current, style: 'current', label: labelOf(position) }]
  })
  if (draft?.radiusMeters) {
    const { radiusMeters } = draft
    circles.push({ place: placeOf(draft), radiusMeters, style: 'current', label: '', tone: 'draft' })
  }
  return circles.filter(({ radiusMeters }) => radiusMeters >= SMALLEST_CIRCLE_METERS)
}

function otherFixes({ fixes, position }: Incident): Incident['fixes'] {
  const newest = new Map<string, Incident['fixes'][number]>()
  for (const fix of fixes) {
    const known = newest.get(fix.source)
    if (fix.source !== position?.source && (!known || known.at < fix.at)) newest.set(fix.source, fix)
  }
  return [...newest.values()]
}

/** Units at a station so near to a hospital stand beside its name. */
const BESIDE_METERS = 500

export function hospitalMarks(
  hospitals: readonly Hospital[],
  stations: readonly { position: LngLat }[],
): HospitalMark[] {
  return hospitals.map(({ id, name, position, capabilities }) => ({
    id,
    name,
    place: position,
    pci: capabilities.some((capability) => capability.name.startsWith('pci')),
    // Rows of units grow downwards, so above is the better side unless they stand there.
    above: !stations.some(
      (station) =>
        station.position.lat > position.lat && metersBetween(station.position, position) < BESIDE_METERS,
    ),
  }))
}

function placeOf({ lng, lat }: LngLat): LngLat {
  return { lng, lat }
}
