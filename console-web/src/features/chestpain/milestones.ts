import type { CaseMilestone, ChestPainCase } from '@/contract'

/** In the order of the pathway. */
export const PATHWAY: CaseMilestone[] = [
  'symptom_onset',
  'first_medical_contact',
  'first_ecg',
  'ecg_transmitted',
  'blood_drawn',
  'troponin_result',
  'ecg_diagnosis',
  'antiplatelet_loading',
  'anticoagulation',
  'pre_alert',
  'pre_alert_accepted',
  'cath_lab_activated',
  'cath_lab_ready',
  'consent_signed',
  'cath_lab_arrival',
  'puncture',
  'wire_crossing',
  'thrombolysis_start',
  'thrombolysis_end',
  'reperfusion_assessment',
  'activation_cancelled',
]

/** What follows from other things: nobody records it by hand. */
export const DERIVED: ReadonlySet<CaseMilestone> = new Set([
  'ecg_transmitted',
  'pre_alert',
  'pre_alert_accepted',
  'activation_cancelled',
])

/** Days back that the onset may lie, as patients wait before they call: any hour of them is within the server's 30. */
export const ONSET_DAYS = 29

/** Was before anybody spoke of it: its time is asked for, one tap would be wrong. */
export const TOLD: ReadonlySet<CaseMilestone> = new Set(['symptom_onset'])

/** What happens at a hospital, and is recorded there by one tap. */
const AT_HOSPITAL: CaseMilestone[] = [
  'cath_lab_activated',
  'cath_lab_ready',
  'consent_signed',
  'cath_lab_arrival',
  'puncture',
  'wire_crossing',
  'thrombolysis_start',
  'thrombolysis_end',
  'reperfusion_assessment',
]

/** What a hospital's desk records: what happens there, and what the patient says. */
export const OF_HOSPITAL: CaseMilestone[] = ['symptom_onset', ...AT_HOSPITAL]

/** What a dispatcher records on somebody's word. */
export const OF_DISPATCH: CaseMilestone[] = PATHWAY.filter(
  (step) => !DERIVED.has(step) && !AT_HOSPITAL.includes(step),
)

export interface Step {
  milestone: CaseMilestone
  at?: string
  source?: string
  corrected: boolean
  clockSuspect: boolean
}

/** What has been, in the order of its time; then what `expected` still lacks. */
export function stepsOf(pathway: ChestPainCase, expected: readonly CaseMilestone[]): Step[] {
  const done = PATHWAY.flatMap((milestone): Step[] => {
    const time = pathway.milestones[milestone]
    if (!time) return []
    const { at, source, corrected, clockSuspect } = time
    return [{ milestone, at, source, corrected, clockSuspect }]
  })
  done.sort((a, b) => (a.at ?? '').localeCompare(b.at ?? ''))
  const open = expected
    .filter((milestone) => !pathway.milestones[milestone])
    .map((milestone): Step => ({ milestone, corrected: false, clockSuspect: false }))
  return [...done, ...open]
}
