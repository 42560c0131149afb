import type { CrewApp } from '../../app'
import type { PatientDeed } from '../../queue/tap'
import { words } from '../../text'
import { hospitalName } from './about'

export { hospitalName }

/** A tap about a patient in words, for the list of what the centre did not take. */
export function patientDeedText(app: CrewApp, deed: PatientDeed): string {
  const say = words().pathway
  switch (deed.kind) {
    case 'openCase':
      return say.deed.openCase
    case 'caseMilestone':
      return deed.at === undefined
        ? say.deed.caseMilestone(say.step[deed.milestone])
        : say.deed.changeMilestone(say.step[deed.milestone])
    case 'removeCaseMilestone':
      return say.deed.removeCaseMilestone(say.step[deed.milestone])
    case 'diagnosis':
      return say.deed.diagnosis(say.diagnosis.names[deed.diagnosis])
    case 'vitals':
      return say.deed.vitals
    case 'troponin':
      return say.deed.troponin(`${deed.troponin.value} ${deed.troponin.unit}`)
    case 'checklist':
      return say.deed.checklist
    case 'bypass':
      return say.deed.bypass
    case 'preAlert':
      return say.deed.preAlert(hospitalName(app, deed.choice.hospitalId))
    case 'cancelPreAlert':
      return say.deed.cancelPreAlert(hospitalName(app, deed.hospitalId))
    case 'patient':
      return say.deed.patient
  }
}

/** What the centre has of the patient now. */
export function patientState(app: CrewApp, deed: PatientDeed): string {
  const say = words().pathway
  const known = app.subject?.cases.find(({ patientId }) => patientId === deed.patientId)
  if (!known) return say.closedCase
  const diagnosis = known.diagnosis && say.diagnosis.names[known.diagnosis]
  return diagnosis === undefined ? say.openCase : `${say.openCase} · ${diagnosis}`
}
