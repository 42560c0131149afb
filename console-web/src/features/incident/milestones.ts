import type { Assignment, Milestone } from '@/contract'
import { MILESTONES, WITHDRAWAL_MILLIS } from '@/shared/milestones'

export { MILESTONES }

export function isLive(assignment: Assignment): boolean {
  return !assignment.endedAt
}

export function findLast(assignment: Assignment): Milestone | undefined {
  return MILESTONES.filter((name) => assignment.milestones[name]).at(-1)
}

/** What can be recorded now: everything after the last step, the next one first. */
export function listAhead(assignment: Assignment): Milestone[] {
  if (!isLive(assignment)) return []
  const last = findLast(assignment)
  return MILESTONES.slice(last ? MILESTONES.indexOf(last) + 1 : 0)
}

export function hasReached(assignment: Assignment, milestone: Milestone): boolean {
  const last = findLast(assignment)
  return last !== undefined && MILESTONES.indexOf(last) >= MILESTONES.indexOf(milestone)
}

/** Seconds in which the last step can still be taken back; 0 when it cannot. */
export function withdrawalSeconds(assignment: Assignment, nowMillis: number): number {
  const last = findLast(assignment)
  const time = last && assignment.milestones[last]
  const endedOtherwise = assignment.status === 'declined' || assignment.status === 'cancelled'
  if (!time || last === 'assigned' || endedOtherwise) return 0
  return Math.max(0, Math.ceil((Date.parse(time.recordedAt) + WITHDRAWAL_MILLIS - nowMillis) / 1000))
}
