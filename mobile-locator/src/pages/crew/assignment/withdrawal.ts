import type { CrewAssignment, Milestone } from '../contract'
import type { Tap } from '../queue/tap'
import { WITHDRAWAL_MILLIS, isOver, shownStep } from './milestones'

/** The crew's last step, while it can be taken back. */
export interface Withdrawable {
  assignmentId: string
  milestone: Milestone
  /** It has not been answered yet and perhaps never left the device. */
  tapId?: string
  /** Left by the server's clock; none while it is unsent. */
  seconds?: number
}

/** @param serverNow in milliseconds since 1970 */
export function withdrawableIn(
  work: CrewAssignment,
  pending: readonly Tap[],
  serverNow: number,
): Withdrawable | undefined {
  const { id, status, milestones } = work.assignment
  const milestone = shownStep(work, pending)
  if (milestone === 'assigned' || (isOver(work) && status !== 'cleared')) return undefined
  const tap = pending.find(
    ({ deed }) => deed.kind === 'milestone' && deed.assignmentId === id && deed.milestone === milestone,
  )
  if (tap) return { assignmentId: id, milestone, tapId: tap.id }
  const time = milestones[milestone]
  if (!time || time.source !== 'crew') return undefined
  const left = Date.parse(time.recordedAt) + WITHDRAWAL_MILLIS - serverNow
  return left > 0 ? { assignmentId: id, milestone, seconds: Math.min(10, Math.ceil(left / 1000)) } : undefined
}
