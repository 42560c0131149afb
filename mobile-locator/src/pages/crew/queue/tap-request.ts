import { type Answer, request } from '@dispatch120/client'
import type { CrewAssignment, CrewUnit } from '../contract'
import type { Tap } from './tap'

/** Tells the server one deed. `sentAt` beside `deviceAt` shows it how wrong this device's clock is. */
export function sendTap(tap: Tap, sentAt: string): Promise<Answer<CrewAssignment | CrewUnit>> {
  const { deed } = tap
  if (deed.kind === 'availability')
    return request('/api/v1/crew/availability', {
      method: 'PUT',
      body: deed.declaration,
      idempotencyKey: tap.id,
    })
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
  }
}
