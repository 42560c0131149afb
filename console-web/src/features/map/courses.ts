import type { Incident, Unit } from '@/contract'
import type { CourseWish, WishedCourse } from '@/features/roads'
import { unitState, type LngLat, type RouteMark } from '@/map'
import type { Hospital } from '@/shared/center'
import { liveAssignments } from './scene'

type Assignment = Incident['assignments'][number]

/** What is known of a unit's way. */
export interface KnownCourse {
  kind: WishedCourse['kind']
  line: number[][]
  method: 'road' | 'straight_line'
}

/** Words on lines that are no roads. */
export interface LineWords {
  /** The server found no road, or has no map: the time is reckoned by this line. */
  estimate: string
  /** Nobody answered: only where the unit is going. */
  unanswered: string
}

/** Whose courses to ask for: units under way to the selected incident or from it to hospital, and the proposed one. */
export function courseWish(
  incident: Incident | undefined,
  focus: readonly string[],
  closures: Iterable<string>,
  findUnit: (id: string) => Pick<Unit, 'availability'> | undefined,
): CourseWish | undefined {
  if (!incident?.position) return undefined
  const sent = liveAssignments(incident)
  const under = sent.flatMap((assignment): WishedCourse[] => {
    const kind = kindOf(assignment)
    return kind ? [{ unitId: assignment.unitId, kind }] : []
  })
  const proposed = focus
    .filter((unitId) => sent.every((assignment) => assignment.unitId !== unitId))
    .map((unitId): WishedCourse => ({ unitId, kind: 'proposed' }))
  const { lng, lat } = incident.position
  const { destination } = incident
  return {
    incidentId: incident.id,
    units: [...under, ...proposed],
    circumstances: JSON.stringify([
      [lng, lat, destination?.lng, destination?.lat],
      sent.map(({ destinationHospitalId }) => destinationHospitalId),
      [...closures].sort(),
    ]),
    moving:
      under.length > 0 ||
      proposed.some(({ unitId }) => findUnit(unitId)?.availability === 'available_mobile'),
  }
}

function kindOf({ status, destinationHospitalId }: Assignment): 'assigned' | 'transport' | undefined {
  const state = unitState({ availability: 'committed' }, status)
  if (state === 'to_scene') return 'assigned'
  return state === 'to_hospital' && destinationHospitalId ? 'transport' : undefined
}

/**
 * The ways of all sent units: for the selected incident, and for the unit proposed for it, as they are driven; of the
 * others only where they are going.
 *
 * @param failed nobody answered for the missing ones
 */
export function routeMarks(
  incidents: readonly Incident[],
  selected: Incident | undefined,
  focus: readonly string[],
  hospitals: readonly Hospital[],
  courses: ReadonlyMap<string, KnownCourse>,
  failed: boolean,
  words: LineWords,
): RouteMark[] {
  const marks = incidents.flatMap((incident) =>
    liveAssignments(incident).flatMap((assignment): RouteMark[] => {
      const mark = destinationOf(incident, assignment, hospitals)
      if (!mark) return []
      return incident.id === selected?.id ? drive(mark) : [{ ...mark, focus: false }]
    }),
  )
  const position = selected?.position
  if (!selected || !position) return marks
  const sent = new Set(liveAssignments(selected).map(({ unitId }) => unitId))
  const to = placeOf(position)
  const proposed = focus
    .filter((unitId) => !sent.has(unitId))
    .flatMap((unitId) => drive({ unitId, to, kind: 'proposed' }))
  return [...marks, ...proposed]

  /** A line on the way is one that somebody has computed, or is said to be none. */
  function drive(mark: Omit<RouteMark, 'focus'>): RouteMark[] {
    const course = courses.get(mark.unitId)
    if (course?.kind !== mark.kind) {
      return failed ? [{ ...mark, focus: true, caption: words.unanswered }] : []
    }
    return course.method === 'road'
      ? [{ ...mark, focus: true, course: course.line }]
      : [{ ...mark, focus: true, caption: words.estimate }]
  }
}

function destinationOf(
  incident: Incident,
  assignment: Assignment,
  hospitals: readonly Hospital[],
): Omit<RouteMark, 'focus'> | undefined {
  const { unitId, destinationHospitalId } = assignment
  const kind = kindOf(assignment)
  const scene = incident.destination ?? incident.position
  if (kind === 'assigned') return scene && { unitId, to: placeOf(scene), kind }
  const hospital = hospitals.find(({ id }) => id === destinationHospitalId)
  return kind && hospital && { unitId, to: placeOf(hospital.position), kind }
}

function placeOf({ lng, lat }: LngLat): LngLat {
  return { lng, lat }
}
