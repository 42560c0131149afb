import type { CrewAssignment } from '../contract'

/** How long a crew may complete the case of its last assignment. */
export const LATE_MILLIS = 2 * 3_600_000

/**
 * An assignment that was cleared, for its case to be completed. What the record does not need (who called, where the
 * patient lives, the words) has left the device.
 */
export function lateOf(work: CrewAssignment, nowMillis: number): CrewAssignment | undefined {
  if (!lasts(work, nowMillis)) return undefined
  const kept = { ...work }
  delete kept.phone
  delete kept.callerName
  delete kept.address
  delete kept.meetingPoint
  delete kept.note
  const patients = work.patients.map(({ id, sex, ageYears }) => ({
    id,
    sex,
    ...(ageYears !== undefined && { ageYears }),
  }))
  return { ...kept, patients, messages: [], aeds: [] }
}

/** Milliseconds left to complete it; none is left when every case is concluded. */
export function lateMillisLeft(work: CrewAssignment, nowMillis: number): number {
  const { endedAt } = work.assignment
  if (endedAt === undefined || !work.cases.some(({ concludedAt }) => concludedAt === undefined)) return 0
  return Math.max(0, Date.parse(endedAt) + LATE_MILLIS - nowMillis)
}

function lasts(work: CrewAssignment, nowMillis: number): boolean {
  return work.assignment.status === 'cleared' && lateMillisLeft(work, nowMillis) > 0
}
