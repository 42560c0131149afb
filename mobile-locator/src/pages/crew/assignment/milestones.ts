import { MILESTONES, WITHDRAWAL_MILLIS } from '@dispatch120/client'
import type { CrewAssignment, Milestone, Step } from '../contract'
import type { Tap } from '../queue/tap'

/** As the crew's contract names them. */
export const STEPS: readonly Step[] = MILESTONES
export { WITHDRAWAL_MILLIS }

export function stepsAfter(step: Step): Milestone[] {
  return STEPS.slice(STEPS.indexOf(step) + 1) as Milestone[]
}

/** The step as the crew knows it: what the server has, and on top of it what was tapped and is still to be sent. */
export function shownStep(work: CrewAssignment, pending: readonly Tap[]): Step {
  const reached = new Set<Step>(STEPS.filter((step) => work.assignment.milestones[step] !== undefined))
  for (const { deed } of pending) {
    if ('assignmentId' in deed && deed.assignmentId !== work.assignment.id) continue
    if (deed.kind === 'milestone') reached.add(deed.milestone)
    if (deed.kind === 'withdraw') reached.delete(deed.milestone)
  }
  return STEPS.filter((step) => reached.has(step)).pop() ?? 'assigned'
}

/** True while the crew has not answered, neither here nor by radio. */
export function unanswered(work: CrewAssignment, pending: readonly Tap[]): boolean {
  const declined = pending.some(
    ({ deed }) => deed.kind === 'decline' && deed.assignmentId === work.assignment.id,
  )
  return work.assignment.status === 'assigned' && !declined && shownStep(work, pending) === 'assigned'
}

/** A crew may decline until it is with a patient; afterwards only the dispatch centre ends the assignment. */
export function mayDecline(step: Step): boolean {
  return STEPS.indexOf(step) < STEPS.indexOf('patient_contact')
}

export function isOver(work: CrewAssignment): boolean {
  return (
    work.assignment.endedAt !== undefined ||
    ['cleared', 'declined', 'cancelled'].includes(work.assignment.status)
  )
}

export interface Whereabouts {
  /** To the destination. */
  distanceMeters: number
  accuracyMeters: number
  speedMps?: number
  ageMillis: number
}

/** Stands at the destination but has not said so: forgotten taps are the norm. */
export function seemsArrived(step: Step, where: Whereabouts | undefined): boolean {
  if (!where || (step !== 'en_route' && step !== 'acknowledged')) return false
  const near = where.distanceMeters <= 100 && where.accuracyMeters <= 100
  return near && (where.speedMps ?? 0) < 2 && where.ageMillis < 30_000
}
