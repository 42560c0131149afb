import type { CrewApp } from '../../app'
import type { CrewAssignment, PreAlertKind } from '../../contract'
import { type ShownCase, deedsOf, patientsOf, shownCase } from '../../pathway/shown-case'
import { type Warning, warningOf } from '../../pathway/stemi'
import type { PatientDeed } from '../../queue/tap'

/** What the sheets of the pathway are about at this moment. */
export interface About {
  work: CrewAssignment
  patientId: string
  shown: ShownCase
}

export function aboutOf(app: CrewApp): About | undefined {
  const work = app.subject
  if (!work) return undefined
  const patients = patientsOf(work)
  const patient = patients.find(({ id }) => id === app.pathway.patientId) ?? patients[0]
  if (!patient) return undefined
  return {
    work,
    patientId: patient.id,
    shown: shownCase(work, patient.id, app.pending, app.offsetMillis),
  }
}

export function warningAbout(app: CrewApp, { work, shown }: About, kind: PreAlertKind): Warning {
  return warningOf(kind, shown, work.preAlerts, app.pending)
}

/** What a view of the pathway shows: it is built anew when any of it has changed. */
export function inputsOf(app: CrewApp): unknown {
  const about = aboutOf(app)
  return [
    about?.work.seq,
    about?.patientId,
    about && deedsOf(about.patientId, app.pending),
    app.assignment?.assignment.id,
    app.shift?.ecgs.queue.uploads,
  ]
}

type Told<D> = D extends unknown ? Omit<D, 'patientId'> : never

/** Adds a tap about the patient of the sheets. */
export function treat(app: CrewApp, deed: Told<PatientDeed>): void {
  const about = aboutOf(app)
  if (about) app.shift?.treat({ patientId: about.patientId, ...deed } as PatientDeed)
}

export function hospitalName(app: CrewApp, id: string): string {
  const known = [app.assignment, app.shift?.duty.late].flatMap((work) => work?.hospitals ?? [])
  return known.find((hospital) => hospital.id === id)?.name ?? id
}

/** Where the unit is to take the patient by now. */
export function destinationOf({ work }: About): string | undefined {
  return work.assignment.destinationHospitalId
}
