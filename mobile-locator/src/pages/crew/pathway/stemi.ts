import type { Escalation, PreAlert, PreAlertKind } from '../contract'
import { type Tap, isOfPatient } from '../queue/tap'
import type { ShownCase } from './shown-case'

/**
 * How far the warning of a hospital is. `unsent` while the tap waits on this device: nobody has been told yet.
 */
export type Warning =
  | { state: 'none' }
  | { state: 'unsent'; hospitalId?: string }
  | { state: 'destination_needed' }
  | { state: 'waiting'; preAlert: PreAlert; level: Escalation }
  | { state: 'accepted'; preAlert: PreAlert; level: Escalation }
  | { state: 'refused'; preAlert: PreAlert; level: Escalation }
  | { state: 'exhausted'; preAlert: PreAlert }

/** @param kind what the hospital is warned of; only chest pain hangs on a diagnosis */
export function warningOf(
  kind: PreAlertKind,
  shown: ShownCase,
  preAlerts: readonly PreAlert[],
  pending: readonly Tap[],
): Warning {
  const waits = pendingChoice(kind, shown.patientId, pending)
  if (waits) return { state: 'unsent', hospitalId: waits }
  if (kind === 'chest_pain' && shown.diagnosisPending)
    return isStemi(shown) ? { state: 'unsent' } : { state: 'none' }
  const ofKind = preAlerts.filter(
    (preAlert) => preAlert.patientId === shown.patientId && preAlert.kind === kind,
  )
  const stands = ofKind.filter(({ state }) => state !== 'cancelled').pop()
  if (stands) return told(stands)
  return kind === 'chest_pain' && isStemi(shown) ? { state: 'destination_needed' } : { state: 'none' }
}

/** The diagnosis stands; a called-off one does not. */
export function isStemi(shown: ShownCase): boolean {
  if (shown.diagnosis !== 'stemi') return false
  const off = shown.steps.activation_cancelled
  const since = shown.steps.ecg_diagnosis
  return shown.diagnosisPending || !off || !since || since.atMillis > off.atMillis
}

function told(preAlert: PreAlert): Warning {
  const level = preAlert.escalations[preAlert.escalations.length - 1]
  if (preAlert.state === 'exhausted' || !level) return { state: 'exhausted', preAlert }
  const answered = preAlert.escalations.find(({ answer }) => answer !== undefined) ?? level
  if (preAlert.state === 'accepted') return { state: 'accepted', preAlert, level: answered }
  if (preAlert.state === 'refused') return { state: 'refused', preAlert, level: answered }
  return { state: 'waiting', preAlert, level }
}

function pendingChoice(kind: PreAlertKind, patientId: string, pending: readonly Tap[]): string | undefined {
  for (const { deed } of [...pending].reverse())
    if (isOfPatient(deed) && deed.patientId === patientId && deed.kind === 'preAlert' && deed.alert === kind)
      return deed.choice.hospitalId
  return undefined
}

/** What a crew may do about the warning as it stands. */
export function movesOf(warning: Warning): { choose: boolean; cancel: boolean; urgent: boolean } {
  switch (warning.state) {
    case 'none':
      return { choose: false, cancel: false, urgent: false }
    case 'destination_needed':
    case 'refused':
    case 'exhausted':
      return { choose: true, cancel: true, urgent: true }
    case 'unsent':
    case 'waiting':
    case 'accepted':
      return { choose: true, cancel: true, urgent: false }
  }
}

/** Seconds until the next level is told; none when nobody waits. */
export function secondsLeft(warning: Warning, nowMillis: number): number | undefined {
  if (warning.state !== 'waiting') return undefined
  return Math.max(0, Math.ceil((Date.parse(warning.level.dueAt) - nowMillis) / 1000))
}

/** Who was told at a level: the contact and those called at the same moment. */
export function toldAt(level: Escalation): string[] {
  return [level, ...level.together].map(({ contact, name }) =>
    name === undefined ? contact : `${contact} ${name}`,
  )
}
