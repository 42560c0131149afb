import type { Assignment, ChestPainCase, Incident, Patient, PreAlert } from '@/contract'
import type { Inbound } from '@/live'

/** `asked` waits for this hospital's answer · `coming` · `here` · `left` for another hospital. */
export type Phase = 'asked' | 'coming' | 'here' | 'left'

/** One patient of this hospital. */
export interface InboundRow {
  key: string
  incident: Incident
  patient: Patient
  pathway: ChestPainCase | undefined
  preAlert: PreAlert | undefined
  assignment: Assignment | undefined
  phase: Phase
  /** Until arrival, counting down from when it was told; undefined while nobody knows. */
  etaSeconds: number | undefined
  /** The unit is still with the patient at the scene: the time is the drive's alone. */
  atScene: boolean
  /** On a straight line, because no road was found. */
  rough: boolean
}

const ORDER: Record<Phase, number> = { asked: 0, coming: 1, here: 2, left: 3 }

/** The desk's list: who waits for an answer, then who comes, the soonest first, then who is here. */
export function rowsOf(
  incidents: Iterable<Incident>,
  hospital: string,
  told: { patients: readonly Inbound[]; at: number },
  nowMillis: number,
): InboundRow[] {
  const rows: InboundRow[] = []
  for (const incident of incidents) {
    for (const patient of incident.patients) {
      const row = rowOf(incident, patient, hospital, told, nowMillis)
      if (row) rows.push(row)
    }
  }
  return rows.sort(
    (a, b) =>
      ORDER[a.phase] - ORDER[b.phase] ||
      (a.etaSeconds ?? Infinity) - (b.etaSeconds ?? Infinity) ||
      a.incident.openedAt.localeCompare(b.incident.openedAt) ||
      a.key.localeCompare(b.key),
  )
}

function rowOf(
  incident: Incident,
  patient: Patient,
  hospital: string,
  told: { patients: readonly Inbound[]; at: number },
  nowMillis: number,
): InboundRow | undefined {
  const pathway = incident.cases.find((one) => one.patientId === patient.id)
  const preAlert = incident.preAlerts.findLast(
    (one) => one.patientId === patient.id && one.hospitalId === hospital && one.state !== 'cancelled',
  )
  const assignment = incident.assignments.findLast((one) => brings(one, patient, hospital))
  const visit = pathway?.visits.find((one) => one.hospitalId === hospital)
  if (!preAlert && !assignment && !visit) return undefined
  if (pathway?.concludedAt || (incident.closedAt && !pathway)) return undefined
  const entry = told.patients.find((one) => one.incidentId === incident.id && one.patientId === patient.id)
  const passed = (nowMillis - told.at) / 1000
  return {
    key: `${incident.id} ${patient.id}`,
    incident,
    patient,
    pathway,
    preAlert,
    assignment,
    phase: phaseOf(preAlert, assignment, visit),
    etaSeconds: entry?.etaSeconds === undefined ? undefined : Math.max(0, entry.etaSeconds - passed),
    atScene: assignment !== undefined && !assignment.milestones.transporting,
    rough: entry?.method === 'straight_line',
  }
}

function brings(assignment: Assignment, patient: Patient, hospital: string): boolean {
  return (
    assignment.destinationHospitalId === hospital &&
    (!assignment.endedAt || assignment.milestones.at_hospital !== undefined) &&
    (assignment.patientIds.length === 0 || assignment.patientIds.includes(patient.id))
  )
}

function phaseOf(
  preAlert: PreAlert | undefined,
  assignment: Assignment | undefined,
  visit: ChestPainCase['visits'][number] | undefined,
): Phase {
  if (visit?.departure) return 'left'
  if (visit?.arrival || assignment?.milestones.at_hospital) return 'here'
  return preAlert?.state === 'waiting' || preAlert?.state === 'exhausted' ? 'asked' : 'coming'
}
