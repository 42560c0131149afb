import type {
  CaseMilestone,
  ChecklistAnswers,
  Declaration,
  Diagnosis,
  Milestone,
  NewTroponin,
  NewVitals,
  PatientChange,
  PreAlertKind,
  Strategy,
} from '../contract'

/** What a crew did on its device and the server has to hear of, in order. */
export type Deed =
  | { kind: 'milestone'; assignmentId: string; milestone: Milestone }
  | { kind: 'withdraw'; assignmentId: string; milestone: Milestone }
  | { kind: 'decline'; assignmentId: string; reason: string }
  | { kind: 'message'; assignmentId: string; text: string }
  | { kind: 'destination'; assignmentId: string; hospitalId: string; overrideReason?: string }
  | { kind: 'availability'; declaration: Declaration }
  | PatientDeed

/** What concerns one patient, also after the assignment has ended. */
export type PatientDeed = { patientId: string } & (
  | { kind: 'openCase'; symptomOnset?: string }
  | { kind: 'caseMilestone'; milestone: CaseMilestone; at?: string; reason?: string }
  | { kind: 'removeCaseMilestone'; milestone: CaseMilestone; reason: string }
  | { kind: 'diagnosis'; diagnosis: Diagnosis }
  | { kind: 'vitals'; vitals: NewVitals }
  | { kind: 'troponin'; troponin: NewTroponin }
  | { kind: 'checklist'; answers: ChecklistAnswers }
  | { kind: 'bypass'; emergencyDepartment: boolean; coronaryCareUnit: boolean }
  | { kind: 'preAlert'; alert: PreAlertKind; choice: HospitalChoice }
  | { kind: 'cancelPreAlert'; hospitalId: string; reason: string }
  | { kind: 'patient'; change: PatientChange }
)

export interface HospitalChoice {
  hospitalId: string
  strategy?: Strategy
  /** What stood first in the advice, when that was another. */
  advised?: string
  overrideReason?: string
}

export function isOfPatient(deed: Deed): deed is PatientDeed {
  return 'patientId' in deed
}

/** One deed that waits for its answer. */
export interface Tap {
  /** The idempotency key: sent again and again until answered, without a second effect. */
  id: string
  /** Orders taps, also of different page loads; a device clock that is set back does not disturb it. */
  order: number
  /** When it was tapped, by this device's clock. */
  deviceAt: string
  deed: Deed
}

/** A tap the server refused: kept until the crew has seen it. */
export interface Conflict extends Tap {
  refusal: { status: number; code: string; detail: string; at: string }
}
