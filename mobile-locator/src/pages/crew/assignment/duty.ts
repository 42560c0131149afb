import type { CrewAssignment, CrewUnit } from '../contract'
import type { Tap } from '../queue/tap'
import type { Tone } from '../ring/siren'
import { isOver, shownStep, unanswered } from './milestones'
import { lateMillisLeft, lateOf } from '../pathway/late'
import { type Withdrawable, withdrawableIn } from './withdrawal'
import { type Work, NO_WORK, changeSeen, endingSeen, takeAnswer, takeIn } from './work'

export interface DutySeams {
  pending(): readonly Tap[]
  serverNow(): number
  /** The work changed: it is to be shown, and to be stored. */
  onChange(work: Work): void
}

/** What one unit has to do: the server's word, and on top of it what was tapped here and is still to be sent. */
export class Duty {
  #work: Work
  #readMessages: number
  readonly #seams: DutySeams

  constructor(kept: Work | undefined, seams: DutySeams) {
    this.#work = kept ?? NO_WORK
    this.#readMessages = this.#messages.length
    this.#seams = seams
  }

  get work(): Work {
    return this.#work
  }

  /** @returns whether somebody else wrote something new */
  take(given: CrewAssignment | undefined, seq: number): boolean {
    const before = this.#work.assignment?.assignment.id
    const heard = this.#messages.length
    const now = new Date(this.#seams.serverNow()).toISOString()
    const taken = takeIn(this.#work, given, seq, now, (id) => this.#endedHere(id))
    const work = this.#withLate(taken, given)
    const other = work.assignment?.assignment.id !== before
    if (other) this.#readMessages = 0
    this.#change(work)
    const written = this.#messages.slice(other ? 0 : heard)
    return written.some((message) => message.from !== 'crew')
  }

  answered(tap: Tap, body: CrewAssignment | CrewUnit): void {
    if ('assignment' in body && tap.deed.kind !== 'availability')
      this.#change(this.#withLate(takeAnswer(this.#work, body), body))
  }

  seeEnding(assignmentId: string): void {
    this.#change(endingSeen(this.#work, assignmentId))
  }

  seeChange(): void {
    this.#change(changeSeen(this.#work))
  }

  readMessages(): void {
    this.#readMessages = this.#messages.length
  }

  /** Work that is over leaves the device as soon as its last step can not be taken back any more. */
  tidy(): void {
    const { last, ...work } = this.#work
    if (last && !this.withdrawable) this.#change(work)
    const { late, ...rest } = this.#work
    if (late && lateMillisLeft(late, this.#seams.serverNow()) === 0) this.#change(rest)
  }

  /** The most urgent thing the crew has to answer. */
  get alarm(): Tone | undefined {
    const { assignment, change, endings } = this.#work
    if (endings.length > 0) return 'cancelled'
    if (change) return 'changed'
    return assignment && unanswered(assignment, this.#seams.pending()) ? 'assignment' : undefined
  }

  /** The assignment being worked on; none when the crew ended it itself, although the server does not know yet. */
  get assignment(): CrewAssignment | undefined {
    const held = this.#work.assignment
    return held && !isOver(held) && !this.#endedHere(held.assignment.id) ? held : undefined
  }

  get withdrawable(): Withdrawable | undefined {
    const work = this.#work.assignment ?? this.#work.last
    return work && withdrawableIn(work, this.#seams.pending(), this.#seams.serverNow())
  }

  get unreadMessages(): number {
    return this.#messages.slice(this.#readMessages).filter((message) => message.from !== 'crew').length
  }

  get #messages() {
    return this.#work.assignment?.messages ?? []
  }

  /** The cleared assignment whose case may still be completed, as new as anybody has said. */
  get late(): CrewAssignment | undefined {
    return this.#work.late
  }

  #withLate(work: Work, given: CrewAssignment | undefined): Work {
    const held = this.#work.late
    const { id } = given?.assignment ?? {}
    const newer = given && (held?.assignment.id !== id || given.seq > (held?.seq ?? 0))
    const late = (newer && lateOf(given, this.#seams.serverNow())) || held
    // A step taken back makes it the work at hand again.
    return late && late.assignment.id !== work.assignment?.assignment.id ? { ...work, late } : work
  }

  #endedHere(assignmentId: string): boolean {
    const work = this.#work.assignment
    if (work?.assignment.id !== assignmentId) return false
    const pending = this.#seams.pending()
    const declined = ({ deed }: Tap) => deed.kind === 'decline' && deed.assignmentId === assignmentId
    return shownStep(work, pending) === 'cleared' || pending.some(declined)
  }

  #change(work: Work): void {
    this.#work = work
    this.#seams.onChange(work)
  }
}
