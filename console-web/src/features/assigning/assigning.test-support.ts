import type { Assignment, ProposedUnit } from '@/contract'
import type { AssignRequest } from './safeAssigning'

export function unit(unitId: string, etaSeconds: number, more: Partial<ProposedUnit> = {}): ProposedUnit {
  return {
    unitId,
    callsign: unitId,
    etaSeconds,
    distanceMeters: etaSeconds * 10,
    method: 'road',
    availability: 'available',
    capabilities: ['bls'],
    stale: false,
    crewLink: 'connected',
    reasons: ['at_station'],
    ...more,
  }
}

export function assignment(unitId: string, more: Partial<Assignment> = {}): Assignment {
  return {
    id: `assignment-${unitId}`,
    incidentId: 'incident',
    unitId,
    status: 'assigned',
    milestones: {},
    patientIds: [],
    reasons: [],
    ...more,
  }
}

/** A server that answers when the test says so. */
export function fakeServer() {
  const sent: { incidentId: string; request: AssignRequest; key: string; answer: Answer<Assignment> }[] = []
  const cancelled: { assignmentId: string; key: string; answer: Answer<unknown> }[] = []
  let keys = 0
  return {
    sent,
    cancelled,
    newKey: () => `key-${++keys}`,
    assign(incidentId: string, request: AssignRequest, key: string): Promise<Assignment> {
      const answer = open<Assignment>()
      sent.push({ incidentId, request, key, answer })
      return answer.promise
    },
    cancel(assignmentId: string, key: string): Promise<unknown> {
      const answer = open<unknown>()
      cancelled.push({ assignmentId, key, answer })
      return answer.promise
    },
  }
}

export interface Answer<T> {
  promise: Promise<T>
  resolve(value: T): void
  reject(error: unknown): void
}

function open<T>(): Answer<T> {
  const answer = {} as Answer<T>
  answer.promise = new Promise<T>((resolve, reject) => Object.assign(answer, { resolve, reject }))
  return answer
}
