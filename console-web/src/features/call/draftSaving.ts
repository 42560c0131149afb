import type { Incident, IncidentChange, KeptCall, NewCall, NewLocation, ReceivedCall } from '@/contract'
import { RequestFailed } from '@/shared/api'
import { findNewPlace, findPlace, isPhone, listChangesSince, toNewCall, type Draft } from './draft'

/** Where saving a call meets the world; handed in by tests. */
export interface SavingSeams {
  send(call: NewCall, key: string): Promise<ReceivedCall | KeptCall>
  opened(received: ReceivedCall): void
  findIncident(id: string): Incident | undefined
  change(incidentId: string, change: IncidentChange): void
  locate(incidentId: string, place: NewLocation): void
}

/** Why it cannot be saved yet; empty when it can. */
export function missingFor(draft: Draft): 'phone' | 'coordinates' | '' {
  if (!isPhone(draft.phone)) return 'phone'
  return findPlace(draft) === 'unreadable' ? 'coordinates' : ''
}

/**
 * Sends a call that is being taken. The same request goes out until its outcome is known; what was typed meanwhile
 * follows as changes of the incident.
 *
 * @returns the incident once there is one
 */
export async function saveDraft(draft: Draft, seams: SavingSeams): Promise<string | undefined> {
  if (draft.state === 'opened') return draft.incidentId
  if (draft.state === 'sending' || draft.state === 'kept' || missingFor(draft) !== '') return undefined
  const call = draft.sent ?? toNewCall(draft)
  draft.sent = call
  draft.state = 'sending'
  draft.problem = undefined
  try {
    return receive(draft, call, await seams.send(call, draft.key), seams)
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error
    refuse(draft, error)
    return undefined
  }
}

function receive(draft: Draft, call: NewCall, answer: ReceivedCall | KeptCall, seams: SavingSeams) {
  if ('stored' in answer) {
    draft.state = 'kept'
    draft.incidentId = answer.incidentId
    return undefined
  }
  draft.incidentId = answer.incident.id
  seams.opened(answer)
  return open(draft, call, seams)
}

/** A kept call has entered the journal: its incident is there, and takes what was typed since. */
export function openKept(draft: Draft, seams: SavingSeams): boolean {
  if (draft.state !== 'kept' || !draft.incidentId || !draft.sent) return false
  if (!seams.findIncident(draft.incidentId)) return false
  open(draft, draft.sent, seams)
  return true
}

function open(draft: Draft, call: NewCall, seams: SavingSeams): string | undefined {
  const { incidentId } = draft
  if (!incidentId) return undefined
  const change = listChangesSince(call, draft)
  const place = findNewPlace(call, draft)
  draft.state = 'opened'
  draft.located = JSON.stringify(findPlace(draft))
  draft.sent = undefined
  if (Object.keys(change).length > 0) seams.change(incidentId, change)
  if (place) seams.locate(incidentId, place)
  return incidentId
}

function refuse(draft: Draft, error: RequestFailed) {
  draft.problem = error.problem
  const uncertain = error.repeatable && error.code !== 'storage_unavailable'
  draft.state = uncertain ? 'uncertain' : 'refused'
  if (!uncertain) draft.sent = undefined
}
