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
