import { type Answer, request } from '@dispatch120/client'
import type { CrewAssignment, CrewUnit } from '../contract'
import { type PatientDeed, type Tap, isOfPatient } from './tap'

/** Tells the server one deed. `sentAt` beside `deviceAt` shows it how wrong this device's clock is. */
export function sendTap(tap: Tap, sentAt: string): Promise<Answer<CrewAssignment | CrewUnit>> {
  const { deed } = tap
  if (deed.kind === 'availability')
    return request('/api/v1/crew/availability', {
      method: 'PUT',
      body: deed.declaration,
      idempotencyKey: tap.id,
    })
  if (isOfPatient(deed)) return sendOfPatient(deed, tap, sentAt)
  const assignment = `/api/v1/crew/assignments/${encodeURIComponent(deed.assignmentId)}`
  const post = (path: string, body?: unknown) =>
    request<CrewAssignment>(`${assignment}/${path}`, {
      method: 'POST',
      idempotencyKey: tap.id,
      ...(body !== undefined && { body }),
    })
  switch (deed.kind) {
    case 'milestone':
      return post('milestones', { milestone: deed.milestone, deviceAt: tap.deviceAt, sentAt })
    case 'withdraw':
      return post(`milestones/${deed.milestone}/withdraw`)
    case 'decline':
      return post('decline', { reason: deed.reason })
    case 'message':
      return post('messages', { text: deed.text })
    case 'destination': {
      const { hospitalId, overrideReason } = deed
      return post('destination', { hospitalId, ...(overrideReason !== undefined && { overrideReason }) })
    }
  }
}

function sendOfPatient(deed: PatientDeed, tap: Tap, sentAt: string): Promise<Answer<CrewAssignment>> {
  const patient = `/api/v1/crew/patients/${encodeURIComponent(deed.patientId)}`
  const times = { deviceAt: tap.deviceAt, sentAt }
  const post = (path: string, body: unknown) =>
    request<CrewAssignment>(`${patient}/${path}`, { method: 'POST', idempotencyKey: tap.id, body })
  switch (deed.kind) {
    case 'openCase':
      return post('chest-pain', deed.symptomOnset === undefined ? {} : { symptomOnset: deed.symptomOnset })
    case 'caseMilestone': {
      const { milestone, at, reason } = deed
      const told = {
        milestone,
        ...(at === undefined ? times : { at }),
        ...(reason !== undefined && { reason }),
      }
      return post('chest-pain/milestones', told)
    }
    case 'removeCaseMilestone':
      return post(`chest-pain/milestones/${deed.milestone}/remove`, { reason: deed.reason })
    case 'diagnosis':
      return post('chest-pain/diagnosis', { diagnosis: deed.diagnosis, ...times })
    case 'vitals':
      return post('chest-pain/vitals', { ...deed.vitals, ...times })
    case 'troponin':
      return post('chest-pain/troponin', { ...deed.troponin, ...times })
    case 'checklist':
      return post('chest-pain/checklist', deed.answers)
    case 'bypass': {
      const { emergencyDepartment, coronaryCareUnit } = deed
      return post('chest-pain/bypass', { emergencyDepartment, coronaryCareUnit })
    }
    case 'preAlert':
      return deed.alert === 'chest_pain'
        ? post('chest-pain/pre-alert', deed.choice)
        : post('pre-alerts', otherPreAlert(deed))
    case 'cancelPreAlert':
      return post('pre-alerts/cancel', { hospitalId: deed.hospitalId, reason: deed.reason })
    case 'patient':
      return request<CrewAssignment>(patient, { method: 'PATCH', idempotencyKey: tap.id, body: deed.change })
  }
}

/** How the vessel is to be opened is a question of chest pain only. */
function otherPreAlert({ alert, choice }: PatientDeed & { kind: 'preAlert' }) {
  const { hospitalId, advised, overrideReason } = choice
  return {
    kind: alert,
    hospitalId,
    ...(advised !== undefined && { advised }),
    ...(overrideReason !== undefined && { overrideReason }),
  }
}
