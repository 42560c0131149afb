import type { CaseMilestone, PreAlertKind } from '../contract'
import type { Looked } from './viewable'

/** What lies over the screen about a patient on the pathway. */
export type PathwaySheet =
  | 'pathway'
  | 'onset'
  | 'stepTime'
  | 'vitals'
  | 'troponin'
  | 'ecgs'
  | 'ecgView'
  | 'checklist'
  | 'stemi'
  | 'stemiCancel'
  | 'hospital'
  | 'preAlert'
  | 'patient'

/** What the sheets are about; kept while one opens another. */
export interface PathwayState extends Looked {
  patientId?: string
  milestone?: CaseMilestone
  kind: PreAlertKind
}

export const NO_PATHWAY: PathwayState = { kind: 'chest_pain' }

/** Where closing a sheet leads: a form back to the pathway, an ECG to its list, the pathway to the screen. */
export function parentOf(sheet: PathwaySheet): PathwaySheet | undefined {
  if (sheet === 'ecgView') return 'ecgs'
  return sheet === 'pathway' ? undefined : 'pathway'
}
