import type { Child } from '../../../shared/dom'
import type { CrewApp, Sheet } from '../../app'
import type { PathwaySheet } from '../../pathway/state'
import { words } from '../../text'
import { checklistSheet } from './checklist'
import { ecgsSheet } from './ecg'
import { ecgViewSheet } from './ecg-view'
import { patientSheet, stepTimeSheet, troponinSheet, vitalsSheet } from './forms'
import { hospitalSheet } from './hospital'
import { onsetSheet } from './onset'
import { pathwaySheet, preAlertSheet } from './pathway'
import { cancelSheet, stemiSheet } from './stemi'

const VIEWS: Record<PathwaySheet, (app: CrewApp) => Child[]> = {
  pathway: pathwaySheet,
  onset: onsetSheet,
  stepTime: stepTimeSheet,
  vitals: vitalsSheet,
  troponin: troponinSheet,
  ecgs: ecgsSheet,
  ecgView: ecgViewSheet,
  checklist: checklistSheet,
  stemi: stemiSheet,
  stemiCancel: cancelSheet,
  hospital: hospitalSheet,
  preAlert: preAlertSheet,
  patient: patientSheet,
}

export function isPathwaySheet(sheet: Sheet): sheet is PathwaySheet {
  return Object.prototype.hasOwnProperty.call(VIEWS, sheet)
}

export function pathwayView(app: CrewApp, sheet: PathwaySheet): Child[] {
  return VIEWS[sheet](app)
}

export function pathwayHeading(app: CrewApp, sheet: PathwaySheet): string {
  const say = words().pathway
  const { kind, milestone } = app.pathway
  switch (sheet) {
    case 'pathway':
      return say.heading
    case 'stepTime':
      return say.change.heading(milestone ? say.step[milestone] : '')
    case 'ecgs':
    case 'ecgView':
      return say.ecg.heading
    case 'stemi':
      return say.stemi.heading
    case 'stemiCancel':
      return kind === 'chest_pain' ? say.cancel.heading : say.cancel.preAlertHeading
    case 'hospital':
      return kind === 'chest_pain'
        ? say.destination.heading
        : say.destination.heading2(say.warning.emergency[kind])
    case 'patient':
      return say.patientForm.heading
    default:
      return say[sheet].heading
  }
}
