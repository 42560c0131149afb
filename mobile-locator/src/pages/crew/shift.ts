import { type LiveSeams, request } from '@dispatch120/client'
import { distanceMeters } from '../shared/place'
import { Duty } from './assignment/duty'
import type { Whereabouts } from './assignment/milestones'
import { type Work, NO_WORK, confirmable } from './assignment/work'
import type { Crew, CrewAssignment, CrewUnit, Declaration, Milestone } from './contract'
import { Link } from './device/link'
import type { Store } from './device/store'
import { Tracker } from './positions/tracker'
import type { Deed, PatientDeed, Tap } from './queue/tap'
import { TapQueue } from './queue/tap-queue'
import { sendTap } from './queue/tap-request'
import { EcgUploads } from './ecg/ecg-uploads'
import { Checklists, THROMBOLYSIS } from './pathway/checklists'

export interface ShiftEvents {
  onChange(): void
  /** Somebody else wrote something. */
  onMessage(): void
  /** The session has ended; everything is kept until the same user signs in again. */
  onSignedOut(): void
  /** The server talks to us: the session is good. */
  onLive(): void
  onStoreFault(error: unknown): void
}

const workKey = (crew: Crew) => `work:${crew.username}`

/** One user's time at one unit, from signing on to signing off: its duty, its taps, its way, its line to the centre. */
export class Shift {
  readonly crew: Crew
  readonly duty: Duty
  readonly queue: TapQueue
  readonly tracker: Tracker
  readonly ecgs: EcgUploads
  readonly checklists: Checklists
  unit: CrewUnit | undefined
  readonly #store: Store
  readonly #events: ShiftEvents
  readonly #seams: LiveSeams | undefined
  /** The line; none until what the device kept has been taken up. */
  #link: Link | undefined
  /** As the device keeps it: what the receipt may speak of. */
  #stored: Work
  #closed = false

  private constructor(
    crew: Crew,
    kept: Work | undefined,
    store: Store,
    events: ShiftEvents,
    seams?: LiveSeams,
  ) {
    this.crew = crew
    this.#store = store
    this.#events = events
    this.#seams = seams
    this.#stored = kept ?? NO_WORK
    this.duty = this.#openDuty(kept)
    this.queue = this.#openQueue()
    this.ecgs = this.#openEcgs()
    this.checklists = new Checklists(store)
    this.tracker = this.#openTracker()
  }

  /** Takes up what this user left on the device, and connects. */
  static async begin(crew: Crew, store: Store, events: ShiftEvents, seams?: LiveSeams): Promise<Shift> {
    await store.set('crew', crew).catch(events.onStoreFault)
    const shift = new Shift(crew, await store.get<Work>(workKey(crew)), store, events, seams)
    await shift.queue.load()
    await shift.ecgs.queue.load()
    shift.#link = shift.#openLink(seams)
    await shift.tracker.start().catch(events.onStoreFault)
    shift.#send()
    return shift
  }

  /** Lets go of everything. Taps and positions that wait stay on the device for this user; patients' data does not. */
  async end(): Promise<void> {
    this.close()
    await this.#store.delete('crew').catch(this.#events.onStoreFault)
    await this.#store.delete(workKey(this.crew)).catch(this.#events.onStoreFault)
  }

  close(): void {
    this.#closed = true
    this.#link?.close()
    this.queue.close()
    this.ecgs.queue.close()
    this.tracker.stop()
  }

  /** The same user has signed in again. */
  resume(): void {
    this.#link?.reconnect()
    this.#send()
  }

  get link(): Link | undefined {
    return this.#link
  }

  serverNow(): number {
    return this.#link?.serverNow() ?? this.#seams?.wallMillis() ?? Date.now()
  }

  get whereabouts(): Whereabouts | undefined {
    const fix = this.tracker.receiver.last
    const destination = this.duty.work.assignment?.destination
    if (!fix || !destination) return undefined
    return {
      distanceMeters: distanceMeters(fix, destination),
      accuracyMeters: fix.accuracyMeters,
      ageMillis: Date.now() - fix.atMillis,
      ...(fix.speedMps !== undefined && { speedMps: fix.speedMps }),
    }
  }

  // --- what the crew does

  reach(milestone: Milestone): void {
    this.#onAssignment((assignmentId) => ({ kind: 'milestone', assignmentId, milestone }))
  }

  decline(reason: string): void {
    this.#onAssignment((assignmentId) => ({ kind: 'decline', assignmentId, reason }))
  }

  say(text: string): void {
    this.#onAssignment((assignmentId) => ({ kind: 'message', assignmentId, text }))
  }

  declare(declaration: Declaration): void {
    void this.queue.add({ kind: 'availability', declaration })
  }

  withdraw(): void {
    const withdrawable = this.duty.withdrawable
    if (!withdrawable) return
    const { assignmentId, milestone, tapId } = withdrawable
    if (tapId !== undefined && this.queue.retract(tapId)) return
    void this.queue.add({ kind: 'withdraw', assignmentId, milestone })
  }

  /** Of one patient, also after the assignment has ended. */
  treat(deed: PatientDeed): void {
    void this.queue.add(deed)
  }

  /** Both queues: uploads wait for the taps they need, not the other way round. */
  #send(): void {
    this.queue.send()
    this.ecgs.queue.send()
  }

  #onAssignment(deed: (assignmentId: string) => Deed): void {
    const id = this.duty.work.assignment?.assignment.id
    if (id !== undefined) void this.queue.add(deed(id))
  }

  // --- what the server says

  #take(given: CrewAssignment | undefined, seq: number, event?: string): void {
    if (this.duty.take(given, seq)) this.#events.onMessage()
    if (given) this.ecgs.settle(given)
    const declared = event === undefined || event === 'unit_availability_changed'
    if (declared || !this.duty.work.assignment) void this.#askForUnit()
  }

  #answered(tap: Tap, body: CrewAssignment | CrewUnit): void {
    if (tap.deed.kind === 'availability' && 'availability' in body) this.unit = body
    else this.duty.answered(tap, body)
  }

  /** Frames come: what waited goes out, and once more the receipt that may have been lost. */
  #lives(): void {
    this.#events.onLive()
    this.#confirm(this.#stored)
    this.tracker.flush()
    this.#send()
    void this.#askForUnit()
    // Fetched now, so that it is there where no network is.
    void this.checklists.find(THROMBOLYSIS)
  }

  async #askForUnit(): Promise<void> {
    try {
      const { body } = await request<CrewUnit>('/api/v1/crew/unit')
      if (this.#closed) return
      this.unit = body
      this.#events.onChange()
    } catch {
      // Shown as it was last known; asked again with the next connection.
    }
  }

  /** Stored first, then the server is told. A device that can not store tells all the same, and the page says so. */
  async #keep(work: Work): Promise<void> {
    if (this.#closed) return // an answer that came after signing off
    await this.#store.set(workKey(this.crew), work).catch(this.#events.onStoreFault)
    this.#stored = work
    this.#confirm(work)
  }

  #confirm(work: Work): void {
    const seq = confirmable(work)
    if (seq > 0) this.#link?.acknowledge(seq)
  }

  // --- its parts

  #openDuty(kept: Work | undefined): Duty {
    return new Duty(kept, {
      pending: () => this.queue.pending,
      serverNow: () => this.serverNow(),
      onChange: (work) => {
        this.#events.onChange()
        void this.#keep(work)
      },
    })
  }

  #openQueue(): TapQueue {
    const seams = {
      store: this.#store,
      send: sendTap,
      now: Date.now,
      setTimer: (callback: () => void, millis: number) => window.setTimeout(callback, millis),
    }
    return new TapQueue(this.crew.username, seams, {
      onChange: this.#events.onChange,
      onAnswer: (tap, body) => this.#answered(tap, body),
      onSettled: ({ deed }) => {
        if (deed.kind === 'openCase') this.ecgs.queue.send()
      },
      onSignedOut: this.#events.onSignedOut,
      onStoreFault: this.#events.onStoreFault,
    })
  }

  #openEcgs(): EcgUploads {
    const seams = { pending: () => this.queue.pending, offsetMillis: () => this.#link?.offsetMillis ?? 0 }
    return new EcgUploads(this.crew.username, this.#store, seams, this.#events)
  }

  #openTracker(): Tracker {
    return new Tracker(this.crew.username, {
      store: this.#store,
      send: (positions) => this.#link?.sendPositions(positions) ?? false,
      offsetMillis: () => this.#link?.offsetMillis ?? 0,
      assigned: () => this.duty.work.assignment !== undefined,
      onChange: this.#events.onChange,
      onStoreFault: this.#events.onStoreFault,
    })
  }

  #openLink(seams: LiveSeams | undefined): Link {
    const events = {
      onWork: (given: CrewAssignment | undefined, seq: number, event?: string) =>
        this.#take(given, seq, event),
      onLive: () => this.#lives(),
      onHeard: () => this.tracker.heard(),
      onLost: () => this.tracker.lost(),
      onSignedOut: this.#events.onSignedOut,
      onChange: this.#events.onChange,
    }
    return new Link(events, seams)
  }
}
