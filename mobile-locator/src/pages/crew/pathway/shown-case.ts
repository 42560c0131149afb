import type {
  CaseMilestone,
  ChecklistAnswers,
  ChestPainCase,
  CrewAssignment,
  Diagnosis,
  NewVitals,
  Patient,
} from '../contract'
import { type PatientDeed, type Tap, isOfPatient } from '../queue/tap'

/** A step of the case as the crew knows it. */
export interface ShownStep {
  /** By the server's clock. */
  atMillis: number
  /** Not with the server yet. */
  pending: boolean
  corrected: boolean
}

/** Past what the patient was brought on the way to the cath lab. */
export interface ShownBypass {
  emergencyDepartment: boolean
  coronaryCareUnit: boolean
  pending: boolean
}

/** Values measured at one moment. */
export interface ShownVitals extends NewVitals {
  /** By the server's clock. */
  atMillis: number
  pending: boolean
}

/** A patient's case: what the server has, and on top of it what was tapped here and is still to be sent. */
export interface ShownCase {
  patientId: string
  /** The case is open, or will be. */
  open: boolean
  opening: boolean
  steps: Partial<Record<CaseMilestone, ShownStep | undefined>>
  diagnosis?: Diagnosis
  diagnosisPending: boolean
  concluded: boolean
  bypass: ShownBypass
  /** As last answered. */
  checklist?: Omit<ChecklistAnswers, 'answers'> & { answers: Record<string, string>; pending: boolean }
  /** The latest last. */
  vitals: ShownVitals[]
  /** The server's own, for all that no tap can change. */
  known?: ChestPainCase
}

/** The steps a crew does itself, in the order of the pathway. */
export const CREW_STEPS: readonly CaseMilestone[] = [
  'first_ecg',
  'antiplatelet_loading',
  'anticoagulation',
  'blood_drawn',
]

export const suggestsChestPain = (work: CrewAssignment) =>
  work.complaint === 'chest_pain' || work.complaint === 'cardiac_arrest'

/** The patients this crew takes care of: its own where they are named, else all of the incident. */
export function patientsOf(work: CrewAssignment): Patient[] {
  const own = work.patients.filter(({ id }) => work.assignment.patientIds.includes(id))
  return own.length > 0 ? own : work.patients
}

export function deedsOf(patientId: string, pending: readonly Tap[]): Tap[] {
  return pending.filter(({ deed }) => isOfPatient(deed) && deed.patientId === patientId)
}

/** @param offsetMillis server minus device */
export function shownCase(
  work: CrewAssignment,
  patientId: string,
  pending: readonly Tap[],
  offsetMillis: number,
): ShownCase {
  const known = work.cases.find((other) => other.patientId === patientId)
  const shown: ShownCase = {
    patientId,
    open: known !== undefined,
    opening: false,
    steps: {},
    diagnosisPending: false,
    concluded: known?.concludedAt !== undefined,
    bypass: {
      emergencyDepartment: known?.bypass?.emergencyDepartment ?? false,
      coronaryCareUnit: known?.bypass?.coronaryCareUnit ?? false,
      pending: false,
    },
    vitals: (known?.vitals ?? []).map((vitals) => ({
      ...vitals,
      atMillis: Date.parse(vitals.at),
      pending: false,
    })),
    ...(known?.checklist && { checklist: { ...known.checklist, pending: false } }),
    ...(known && { known }),
    ...(known?.diagnosis !== undefined && { diagnosis: known.diagnosis }),
  }
  for (const [name, time] of Object.entries(known?.milestones ?? {}))
    shown.steps[name as CaseMilestone] = {
      atMillis: Date.parse(time.at),
      pending: false,
      corrected: time.corrected,
    }
  for (const tap of deedsOf(patientId, pending))
    apply(shown, tap.deed as PatientDeed, Date.parse(tap.deviceAt) + offsetMillis)
  return shown
}

function apply(shown: ShownCase, deed: PatientDeed, tappedMillis: number): void {
  switch (deed.kind) {
    case 'openCase':
      shown.opening = !shown.open
      shown.open = true
      return
    case 'bypass': {
      const { emergencyDepartment, coronaryCareUnit } = deed
      shown.bypass = { emergencyDepartment, coronaryCareUnit, pending: true }
      return
    }
    case 'vitals':
      shown.vitals.push({ ...deed.vitals, atMillis: tappedMillis, pending: true })
      return
    case 'checklist':
      shown.checklist = { ...deed.answers, pending: true }
      return
    case 'caseMilestone': {
      const known = shown.steps[deed.milestone]
      if (known && deed.at === undefined) return
      const atMillis = deed.at === undefined ? tappedMillis : Date.parse(deed.at)
      shown.steps[deed.milestone] = { atMillis, pending: true, corrected: known !== undefined }
      return
    }
    case 'removeCaseMilestone':
      shown.steps[deed.milestone] = undefined
      return
    case 'troponin': {
      const atMillis =
        deed.troponin.resultAt === undefined ? tappedMillis : Date.parse(deed.troponin.resultAt)
      shown.steps.troponin_result ??= { atMillis, pending: true, corrected: false }
      return
    }
    case 'diagnosis':
      shown.diagnosis = deed.diagnosis
      shown.diagnosisPending = true
      shown.steps.ecg_diagnosis ??= { atMillis: tappedMillis, pending: true, corrected: false }
      return
    default:
  }
}
