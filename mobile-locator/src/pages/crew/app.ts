import { type LivePhase, type LiveSeams, request } from '@dispatch120/client'
import { distanceMeters } from '../shared/place'
import { Duty } from './assignment/duty'
import type { Whereabouts } from './assignment/milestones'
import type { Withdrawable } from './assignment/withdrawal'
import { type Work, NO_WORK, confirmable } from './assignment/work'
import type { Crew, CrewAssignment, CrewUnit, Declaration, Milestone } from './contract'
import { Link } from './device/link'
import type { Store } from './device/store'
import type { Fix } from './positions/fix'
import type { ReceiverState } from './positions/receiver'
import { Tracker } from './positions/tracker'
import type { Deed, Tap } from './queue/tap'
import { TapQueue } from './queue/tap-queue'
import { sendTap } from './queue/tap-request'
import type { Readiness } from './ring/readiness'
import { ScreenLock } from './ring/screen-lock'
import { Siren, type Tone } from './ring/siren'
import { signIn, signOut } from './session'

export type Sheet =
  | 'decline'
  | 'steps'
  | 'navigate'
  | 'messages'
  | 'patients'
  | 'aeds'
  | 'note'
  | 'outOfService'
  | 'signOff'
  | 'conflicts'
  | 'status'
  | 'password'

const SIGNING_OFF = 'signing-off'

/** What one crew's device knows and does. Views read it and call it; it tells them with `onChange`. */
export class CrewApp {
  crew: Crew | undefined
  unit: CrewUnit | undefined
  sheet: Sheet | undefined
  sessionEnded = false
  storeFailed = false
  /** The message being written; kept while its sheet is closed. */
  draft = ''
  queue: TapQueue | undefined
  readonly siren: Siren
  readonly screen: ScreenLock
  readonly #store: Store
  readonly #onChange: () => void
  readonly #seams: LiveSeams | undefined
  #link: Link | undefined
  #tracker: Tracker | undefined
  #duty: Duty | undefined
  /** As the device keeps it: what the receipt may speak of. */
  #stored: Work = NO_WORK
  #rang: Tone | undefined

  constructor(store: Store, onChange: () => void, seams?: LiveSeams) {
    this.#store = store
    this.#seams = seams
    this.#onChange = () => {
      this.#ring()
      onChange()
    }
    this.siren = new Siren(this.#onChange)
    this.screen = new ScreenLock(this.#onChange)
  }

  // --- signing on and off

  /** Goes on where an earlier page load was. */
  async resume(): Promise<void> {
    if ((await this.#store.get(SIGNING_OFF)) && (await signOut())) await this.#store.delete(SIGNING_OFF)
    const crew = await this.#store.get<Crew>('crew')
    if (crew) await this.#begin(crew)
  }

  /**
   * To be called while the tap is being handled: it unlocks the sound.
   *
   * @throws SignOnFailed
   */
  async signOn(username: string, password: string): Promise<void> {
    this.siren.unlock()
    const crew = await signIn(username, password)
    await this.#guard(this.#store.delete(SIGNING_OFF))
    const same = this.crew?.username === crew.username
    this.sessionEnded = false
    if (this.sheet === 'password') this.sheet = undefined
    if (same) {
      this.#link?.reconnect()
      this.queue?.send()
    } else await this.#begin(crew)
    this.#onChange()
  }

  /** Stops everything here; what waits to be sent stays on the device for this user. */
  async signOff(): Promise<void> {
    const crew = this.crew
    this.#stop()
    this.crew = undefined
    this.#onChange()
    if (!crew) return
    await this.#guard(this.#store.delete('crew'))
    await this.#guard(this.#store.delete(`work:${crew.username}`))
    if (!(await signOut())) await this.#guard(this.#store.set(SIGNING_OFF, true))
  }

  async #begin(crew: Crew): Promise<void> {
    this.#stop()
    this.crew = crew
    await this.#guard(this.#store.set('crew', crew))
    const kept = await this.#store.get<Work>(`work:${crew.username}`)
    this.#stored = kept ?? NO_WORK
    this.#duty = this.#openDuty(crew, kept)
    this.queue = this.#openQueue(crew)
    this.#tracker = this.#openTracker(crew)
    await this.queue.load()
    this.#link = this.#openLink()
    this.screen.want(true)
    await this.#guard(this.#tracker.start())
    this.queue.send()
    this.#onChange()
  }

  #stop(): void {
    this.#link?.close()
    this.#tracker?.stop()
    this.#link = this.#tracker = this.#duty = this.queue = this.unit = this.sheet = undefined
    this.#rang = undefined
    this.draft = ''
    this.sessionEnded = false
    this.screen.want(false)
    this.siren.ring(undefined)
  }

  // --- what the server says

  #take(given: CrewAssignment | undefined, seq: number, event?: string): void {
    const written = this.#duty?.take(given, seq)
    if (written && !this.alarm) this.siren.once('message')
    if (event === undefined || event === 'unit_availability_changed' || !this.work.assignment)
      void this.#askForUnit()
  }

  /** Taken in is what is stored; only then the server is told. */
  #openDuty(crew: Crew, kept: Work | undefined): Duty {
    return new Duty(kept, {
      pending: () => this.pending,
      serverNow: () => this.serverNow(),
      onChange: (work) => {
        this.#onChange()
        const storing = this.#store.set(`work:${crew.username}`, work)
        void this.#guard(storing).then(() => this.#confirm(work))
      },
    })
  }

  #confirm(work: Work): void {
    this.#stored = work
    const seq = confirmable(work)
    if (seq > 0) this.#link?.acknowledge(seq)
  }

  #openLink(): Link {
    const events = {
      onWork: (given: CrewAssignment | undefined, seq: number, event?: string) =>
        this.#take(given, seq, event),
      onLive: () => this.#lives(),
      onHeard: () => this.#tracker?.heard(),
      onLost: () => this.#tracker?.lost(),
      onSignedOut: () => this.#sessionEnds(),
      onChange: this.#onChange,
    }
    return new Link(events, this.#seams)
  }

  /** Frames come: what waited goes out, and the receipt that may have been lost once more. */
  #lives(): void {
    this.sessionEnded = false
    this.#confirm(this.#stored)
    this.#tracker?.flush()
    this.queue?.send()
    void this.#askForUnit()
  }

  #sessionEnds(): void {
    this.sessionEnded = true
    if (!this.alarm) this.sheet = 'password'
    this.#onChange()
  }

  async #askForUnit(): Promise<void> {
    try {
      this.unit = (await request<CrewUnit>('/api/v1/crew/unit')).body
      this.#onChange()
    } catch {
      // Shown as it was last known; asked again with the next connection.
    }
  }

  // --- what the crew does

  reach(milestone: Milestone): void {
    this.#onAssignment((assignmentId) => ({ kind: 'milestone', assignmentId, milestone }))
  }

  decline(reason: string): void {
    this.sheet = undefined
    this.#onAssignment((assignmentId) => ({ kind: 'decline', assignmentId, reason }))
  }

  say(text: string): void {
    this.draft = ''
    this.#onAssignment((assignmentId) => ({ kind: 'message', assignmentId, text }))
  }

  declare(declaration: Declaration): void {
    this.sheet = undefined
    this.#do({ kind: 'availability', declaration })
  }

  withdraw(): void {
    const withdrawable = this.withdrawable
    if (!withdrawable) return
    const { assignmentId, milestone, tapId } = withdrawable
    if (tapId !== undefined && this.queue?.retract(tapId)) return
    this.#do({ kind: 'withdraw', assignmentId, milestone })
  }

  seeEnding(assignmentId: string): void {
    this.#duty?.seeEnding(assignmentId)
  }

  seeChange(): void {
    this.#duty?.seeChange()
  }

  open(sheet: Sheet | undefined): void {
    this.sheet = sheet
    if (sheet === 'messages') this.#duty?.readMessages()
    this.#onChange()
  }

  /** To be called now and then. */
  tidy(): void {
    this.#duty?.tidy()
  }

  #onAssignment(deed: (assignmentId: string) => Deed): void {
    const id = this.work.assignment?.assignment.id
    if (id !== undefined) this.#do(deed(id))
  }

  #do(deed: Deed): void {
    void this.queue?.add(deed)
  }

  #openQueue(crew: Crew): TapQueue {
    return new TapQueue(
      crew.username,
      {
        store: this.#store,
        send: sendTap,
        now: Date.now,
        setTimer: (callback, millis) => window.setTimeout(callback, millis),
      },
      {
        onChange: this.#onChange,
        onAnswer: (tap, body) => this.#answered(tap, body),
        onSignedOut: () => this.#sessionEnds(),
        onStoreFault: (error) => this.#storeFault(error),
      },
    )
  }

  #answered(tap: Tap, body: CrewAssignment | CrewUnit): void {
    if (tap.deed.kind === 'availability' && 'availability' in body) this.unit = body
    else this.#duty?.answered(tap, body)
  }

  #openTracker(crew: Crew): Tracker {
    return new Tracker(crew.username, {
      store: this.#store,
      send: (positions) => this.#link?.sendPositions(positions) ?? false,
      offsetMillis: () => this.offsetMillis,
      assigned: () => this.work.assignment !== undefined,
      onChange: this.#onChange,
      onStoreFault: (error) => this.#storeFault(error),
    })
  }

  // --- what views ask

  get work(): Work {
    return this.#duty?.work ?? NO_WORK
  }

  get alarm(): Tone | undefined {
    return this.#duty?.alarm
  }

  get assignment(): CrewAssignment | undefined {
    return this.#duty?.assignment
  }

  get withdrawable(): Withdrawable | undefined {
    return this.#duty?.withdrawable
  }

  get pending(): readonly Tap[] {
    return this.queue?.pending ?? []
  }

  get phase(): LivePhase | undefined {
    return this.#link?.phase
  }

  get storageAway(): boolean {
    return this.#link?.storageAway ?? false
  }

  get offsetMillis(): number {
    return this.#link?.offsetMillis ?? 0
  }

  /** Since the last frame; undefined before the first. */
  get ageMillis(): number | undefined {
    return this.#link?.ageMillis
  }

  get unreadMessages(): number {
    return this.#duty?.unreadMessages ?? 0
  }

  get positionsWaiting(): number {
    return this.#tracker?.waiting ?? 0
  }

  get readiness(): Readiness {
    return {
      sound: this.siren.unlocked,
      screen: this.screen.state,
      connected: this.phase === 'live',
      visible: document.visibilityState === 'visible',
      kept: this.#store.lasting && !this.storeFailed,
    }
  }

  get whereabouts(): Whereabouts | undefined {
    const fix = this.fix
    const destination = this.work.assignment?.destination
    if (!fix || !destination) return undefined
    return {
      distanceMeters: distanceMeters(fix, destination),
      accuracyMeters: fix.accuracyMeters,
      ageMillis: Date.now() - fix.atMillis,
      ...(fix.speedMps !== undefined && { speedMps: fix.speedMps }),
    }
  }

  get receiver(): ReceiverState {
    return this.#tracker?.receiver.state ?? 'off'
  }

  get fix(): Fix | undefined {
    return this.#tracker?.receiver.last
  }

  serverNow(): number {
    return this.#link?.serverNow() ?? Date.now()
  }

  /** Rings as long as something is to be answered; what is new to answer takes the screen. */
  #ring(): void {
    const alarm = this.crew && this.alarm
    if (alarm && alarm !== this.#rang) this.sheet = undefined
    // The password can wait until the alarm is answered, not longer.
    if (!alarm && this.#rang && this.sessionEnded) this.sheet = 'password'
    this.#rang = alarm
    this.siren.ring(alarm)
  }

  async #guard(storing: Promise<unknown>): Promise<void> {
    try {
      await storing
    } catch (error) {
      this.#storeFault(error)
    }
  }

  #storeFault(error: unknown): void {
    this.storeFailed = true
    globalThis.reportError?.(error)
    this.#onChange()
  }
}
