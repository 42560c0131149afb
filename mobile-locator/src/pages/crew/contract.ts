import type { components } from '../contract/edge'

type Schemas = components['schemas']

/** What the socket and REST both give: frames leave out what `assignment` says already. */
export type CrewAssignment = Omit<Schemas['CrewAssignment'], 'id' | 'unitId' | 'status' | 'milestones'>
export type CrewUnit = Schemas['CrewUnit']
export type Message = Schemas['Message']
export type Patient = Schemas['Patient']
export type Aed = Schemas['Aed']
export type Session = Schemas['Session']
export type Position = Schemas['Position']
export type MeasuredPosition = Schemas['MeasuredPosition']
export type Milestone = Schemas['Milestone']
export type Step = 'assigned' | Milestone
export type ChestPainCase = Schemas['ChestPainCase']
export type Ecg = ChestPainCase['ecgs'][number]
export type CaseMilestone = Schemas['CaseMilestone']
export type Diagnosis = Schemas['DiagnosisName']
export type Interval = Schemas['Interval']
export type PreAlert = Schemas['PreAlert']
export type PreAlertKind = Schemas['PreAlertKind']
export type Escalation = Schemas['Escalation']
export type Strategy = Schemas['Strategy']
export type Advice = Schemas['Advice']
export type AdviceOption = Schemas['AdviceOption']
export type Hospital = Schemas['CrewHospital']
export type Checklist = Schemas['Checklist']
export type ChecklistAnswers = Schemas['ChecklistAnswers']
export type NewVitals = Omit<Schemas['NewVitals'], 'at' | 'deviceAt' | 'sentAt'>
export type NewTroponin = Omit<Schemas['NewTroponin'], 'deviceAt' | 'sentAt'>
export type PatientChange = Schemas['PatientChange']
export type Declaration = Schemas['NewAvailability']

export interface CrewBoard {
  unitId: string
  assignment?: CrewAssignment
}

/** Who signed on here; kept on the device, so that a reload without network knows it. */
export interface Crew {
  username: string
  unitId: string
}
