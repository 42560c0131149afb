import type { CrewAssignment, Step } from './contract'
import type { Deed, Tap } from './queue/tap'

export const NOON = Date.parse('2026-03-01T04:00:00Z')

const time = (at: string) => ({ at, recordedAt: at, source: 'crew' as const, clockSuspect: false })

/** An assignment that has reached these steps, each a minute after the one before. */
export function workAt(steps: Step[] = [], more: Partial<CrewAssignment> = {}): CrewAssignment {
  const milestones = Object.fromEntries(
    ['assigned' as const, ...steps].map((step, i) => [step, time(new Date(NOON + i * 60_000).toISOString())]),
  )
  return {
    assignment: {
      id: 'as-1',
      incidentId: 'in-1',
      unitId: 'A24',
      status: steps[steps.length - 1] ?? 'assigned',
      milestones: { assigned: time(new Date(NOON).toISOString()), ...milestones },
      patientIds: ['p-1'],
      reasons: [],
    },
    incidentId: 'in-1',
    number: 'XJ-20260301-0001',
    priority: 'p1',
    complaint: 'chest_pain',
    destination: {
      lng: 112.9153,
      lat: 28.2089,
      radiusMeters: 11.2,
      source: 'confirmed',
      at: new Date(NOON).toISOString(),
    },
    address: '望城坡地铁站 2 号口',
    patients: [{ id: 'p-1', sex: 'male', ageYears: 58 }],
    messages: [],
    aeds: [],
    otherUnits: [],
    cases: [],
    preAlerts: [],
    hospitals: [],
    openedAt: new Date(NOON - 60_000).toISOString(),
    seq: 10 + steps.length,
    ...more,
  }
}

export function withNotice(
  work: CrewAssignment,
  kind: string,
  seq: number,
  confirmed = false,
): CrewAssignment {
  const notice = { kind, seq, at: new Date(NOON).toISOString(), confirmed }
  return { ...work, seq, assignment: { ...work.assignment, notice } }
}

export function over(
  work: CrewAssignment,
  status: 'cancelled' | 'cleared' | 'declined',
  seq: number,
): CrewAssignment {
  const endedAt = new Date(NOON + 600_000).toISOString()
  return { ...work, seq, assignment: { ...work.assignment, status, endedAt, endReason: '不需要了' } }
}

let taps = 0

export function tapOf(deed: Deed): Tap {
  taps++
  return { id: `tap-${taps}`, order: taps, deviceAt: new Date(NOON + 120_000).toISOString(), deed }
}

export const milestoneTap = (milestone: Exclude<Step, 'assigned'>, assignmentId = 'as-1') =>
  tapOf({ kind: 'milestone', assignmentId, milestone })
