import type { CaseMilestone, PreAlertKind } from '../contract'

/** What lies over the screen about a patient on the pathway. */
export type PathwaySheet =
  | 'pathway'
  | 'stepTime'
  | 'onset'
  | 'vitals'
  | 'troponin'
  | 'ecg'
  | 'checklist'
  | 'stemi'
  | 'stemiCancel'
  | 'hospital'
  | 'preAlert'
  | 'patient'

/** What the sheets are about; kept while one opens another. */
export interface PathwayState {
  patientId?: string
  milestone?: CaseMilestone
  kind: PreAlertKind
}

export const NO_PATHWAY: PathwayState = { kind: 'chest_pain' }

/** Where closing a sheet leads: a form back to the pathway, the pathway to the screen. */
export function parentOf(sheet: PathwaySheet): PathwaySheet | undefined {
  return sheet === 'pathway' ? undefined : 'pathway'
}
