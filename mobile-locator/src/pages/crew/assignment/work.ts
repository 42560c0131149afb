import type { CrewAssignment } from '../contract'
import { isOver } from './milestones'

/** An assignment that was taken away, which the crew must have noticed. */
export interface Ending {
  assignmentId: string
  /** `gone`: it ended while this device had no connection; the reason is not known here. */
  kind: 'cancelled' | 'gone'
  number: string
  address?: string
  reason?: string
  at: string
  /** The receipt covers it from this journal number on. */
  noticeSeq: number
}

/** Where the crew was sent before it was sent elsewhere. */
export interface Change {
  noticeSeq: number
  address?: string
  meetingPoint?: string
  destination?: CrewAssignment['destination']
}

/** Everything the crew's device knows of its work; kept on the device after every change. */
export interface Work {
  /** The last journal number taken in. */
  seq: number
  assignment?: CrewAssignment
  /** The one before, for as long as its last step can be taken back. */
  last?: CrewAssignment
  /** A cleared one whose chest-pain case may still be completed. */
  late?: CrewAssignment
  change?: Change
  endings: Ending[]
}

export const NO_WORK: Work = { seq: 0, endings: [] }

/**
 * Takes in what the server says the unit has to do now.
 *
 * @param given the assignment after the event or in the snapshot; none when the unit has none
 * @param expected the crew itself ended this assignment: its going is no news
 */
export function takeIn(
  work: Work,
  given: CrewAssignment | undefined,
  seq: number,
  now: string,
  expected: (assignmentId: string) => boolean,
): Work {
  const held = work.assignment
  const same = given && held?.assignment.id === given.assignment.id
  if (same && given.seq < held.seq) return { ...work, seq }
  const endings = [...work.endings]
  const add = (ending: Ending) => {
    if (!endings.some((known) => known.assignmentId === ending.assignmentId)) endings.push(ending)
  }
  if (held && !same && !expected(held.assignment.id)) add(gone(held, work.seq + 1, now))
  const known = same || work.last?.assignment.id === given?.assignment.id
  if (given && isOver(given)) {
    const notice = given.assignment.notice
    const told = notice && (notice.confirmed || notice.seq <= work.seq) && !same
    if (given.assignment.status === 'cancelled' && notice && !told) add(cancelled(given, notice))
    return { seq, endings, ...(known && { last: given }) }
  }
  return {
    seq,
    endings,
    ...(given && { assignment: given }),
    ...lastOf(given ? undefined : (held ?? work.last)),
    ...(given && changeIn(work, given)),
  }
}

function lastOf(last: CrewAssignment | undefined): { last?: CrewAssignment } {
  return last ? { last } : {}
}

/** A newer answer to the crew's own request; the socket may have been quicker. */
export function takeAnswer(work: Work, given: CrewAssignment): Work {
  const id = given.assignment.id
  if (work.assignment?.assignment.id === id && given.seq > work.assignment.seq)
    return isOver(given) ? without(work, given) : { ...work, assignment: given, ...changeIn(work, given) }
  if (work.assignment === undefined && work.last?.assignment.id === id && given.seq > work.last.seq)
    return isOver(given) ? { ...work, last: given } : { ...work, assignment: given }
  return work
}

function without(work: Work, last: CrewAssignment): Work {
  return { seq: work.seq, endings: work.endings, last }
}

export function endingSeen(work: Work, assignmentId: string): Work {
  return { ...work, endings: work.endings.filter((ending) => ending.assignmentId !== assignmentId) }
}

export function changeSeen(work: Work): Work {
  const seen = { ...work }
  delete seen.change
  return seen
}

/**
 * The highest journal number the receipt may name: what the crew must notice is confirmed when somebody has noticed
 * it, not when a device lying on the dashboard has stored it.
 */
export function confirmable(work: Work): number {
  const unseen = work.endings.map((ending) => ending.noticeSeq)
  if (work.change) unseen.push(work.change.noticeSeq)
  return Math.min(work.seq, ...unseen.map((seq) => seq - 1))
}

function changeIn(work: Work, given: CrewAssignment): { change?: Change } {
  const before = work.assignment?.assignment.id === given.assignment.id ? work.assignment : undefined
  const pending = before && work.change
  const notice = given.assignment.notice
  const open = notice && !notice.confirmed && notice.kind !== 'cancelled'
  // A first sight that still rings shows the place it is now; there is nothing to unlearn.
  const news =
    open && (before ? notice.seq !== before.assignment.notice?.seq : given.assignment.status !== 'assigned')
  if (!news) return pending ? { change: pending } : {}
  // Sent elsewhere twice before anybody looked: from the first place to the last.
  if (pending) return { change: { ...pending, noticeSeq: notice.seq } }
  return {
    change: {
      noticeSeq: notice.seq,
      ...(before?.address !== undefined && { address: before.address }),
      ...(before?.meetingPoint !== undefined && { meetingPoint: before.meetingPoint }),
      ...(before?.destination !== undefined && { destination: before.destination }),
    },
  }
}

function gone(held: CrewAssignment, noticeSeq: number, at: string): Ending {
  return { assignmentId: held.assignment.id, kind: 'gone', at, noticeSeq, ...place(held) }
}

function cancelled(given: CrewAssignment, notice: { seq: number; at: string }): Ending {
  const reason = given.assignment.endReason
  return {
    assignmentId: given.assignment.id,
    kind: 'cancelled',
    at: given.assignment.endedAt ?? notice.at,
    noticeSeq: notice.seq,
    ...place(given),
    ...(reason !== undefined && { reason }),
  }
}

function place(work: CrewAssignment) {
  return { number: work.number, ...(work.address !== undefined && { address: work.address }) }
}
