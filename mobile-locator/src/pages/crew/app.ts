import type { LiveSeams } from '@dispatch120/client'
import type { Whereabouts } from './assignment/milestones'
import type { Withdrawable } from './assignment/withdrawal'
import { type PathwayState, type PathwaySheet, NO_PATHWAY } from './pathway/state'
import { type Work, NO_WORK } from './assignment/work'
import type { Crew, CrewAssignment, CrewUnit } from './contract'
import type { Store } from './device/store'
import type { Conflict, Tap } from './queue/tap'
import type { Readiness } from './ring/readiness'
import { ScreenLock } from './ring/screen-lock'
import { Siren, type Tone } from './ring/siren'
import { signIn, signOut } from './session'
import { Shift } from './shift'

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
  | PathwaySheet

const SIGNING_OFF = 'signing-off'

/** The page as a whole: who is signed on, what is open, and whether it rings. It tells its views with `onChange`. */
export class CrewApp {
  shift: Shift | undefined
  sheet: Sheet | undefined
  sessionEnded = false
  storeFailed = false
  /** The message being written; kept while its sheet is closed. */
  draft = ''
  /** Which patient, step and hospital the sheets of the pathway are about. */
  pathway: PathwayState = NO_PATHWAY
  readonly siren: Siren
  readonly screen: ScreenLock
  readonly #store: Store
  readonly #onChange: () => void
  readonly #seams: LiveSeams | undefined
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
    await this.#store.delete(SIGNING_OFF).catch((error: unknown) => this.#storeFault(error))
    this.sessionEnded = false
    if (this.sheet === 'password') this.sheet = undefined
    if (this.crew?.username === crew.username) this.shift?.resume()
    else await this.#begin(crew)
    this.#onChange()
  }

  /** Stops everything here; a server that can not be told is told with the next page load. */
  async signOff(): Promise<void> {
    const shift = this.shift
    this.#stop()
    this.#onChange()
    if (!shift) return
    await shift.end()
    if (!(await signOut()))
      await this.#store.set(SIGNING_OFF, true).catch((error: unknown) => this.#storeFault(error))
  }

  open(sheet: Sheet | undefined): void {
    this.sheet = sheet
    if (sheet === 'messages') this.shift?.duty.readMessages()
    this.#onChange()
  }

  /** Opens a sheet of the pathway and says what it is about. */
  follow(sheet: PathwaySheet, about: Partial<PathwayState> = {}): void {
    this.pathway = { ...this.pathway, ...about }
    this.open(sheet)
  }

  async #begin(crew: Crew): Promise<void> {
    this.#stop()
    const events = {
      onChange: this.#onChange,
      onMessage: () => {
        if (!this.alarm) this.siren.once('message')
      },
      onSignedOut: () => {
        this.sessionEnded = true
        if (!this.alarm) this.sheet = 'password'
        this.#onChange()
      },
      onLive: () => (this.sessionEnded = false),
      onStoreFault: (error: unknown) => this.#storeFault(error),
    }
    this.shift = await Shift.begin(crew, this.#store, events, this.#seams)
    this.screen.want(true)
    this.#onChange()
  }

  #stop(): void {
    this.shift?.close()
    this.shift = this.sheet = this.#rang = undefined
    this.draft = ''
    this.pathway = NO_PATHWAY
    this.sessionEnded = false
    this.screen.want(false)
    this.siren.ring(undefined)
  }

  // --- what views ask; all of it has an answer before anybody is signed on

  get crew(): Crew | undefined {
    return this.shift?.crew
  }

  get unit(): CrewUnit | undefined {
    return this.shift?.unit
  }

  get work(): Work {
    return this.shift?.duty.work ?? NO_WORK
  }

  get alarm(): Tone | undefined {
    return this.shift?.duty.alarm
  }

  get assignment(): CrewAssignment | undefined {
    return this.shift?.duty.assignment
  }

  /** The assignment whose patients can be written about: the present one, else the last for two hours. */
  get subject(): CrewAssignment | undefined {
    return this.assignment ?? this.shift?.duty.late
  }

  get withdrawable(): Withdrawable | undefined {
    return this.shift?.duty.withdrawable
  }

  get unreadMessages(): number {
    return this.shift?.duty.unreadMessages ?? 0
  }

  get pending(): readonly Tap[] {
    return this.shift?.queue.pending ?? []
  }

  get conflicts(): readonly Conflict[] {
    return this.shift?.queue.conflicts ?? []
  }

  get whereabouts(): Whereabouts | undefined {
    return this.shift?.whereabouts
  }

  /** Server minus device. */
  get offsetMillis(): number {
    return this.shift?.link?.offsetMillis ?? 0
  }

  serverNow(): number {
    return this.shift?.serverNow() ?? Date.now()
  }

  get readiness(): Readiness {
    return {
      sound: this.siren.unlocked,
      screen: this.screen.state,
      connected: this.shift?.link?.phase === 'live',
      visible: document.visibilityState === 'visible',
      kept: this.#store.lasting && !this.storeFailed,
    }
  }

  /** Rings as long as something is to be answered; what is new to answer takes the screen. */
  #ring(): void {
    const alarm = this.alarm
    if (alarm && alarm !== this.#rang) this.sheet = undefined
    // The password can wait until the alarm is answered, not longer.
    if (!alarm && this.#rang && this.sessionEnded) this.sheet = 'password'
    this.#rang = alarm
    this.siren.ring(alarm)
  }

  #storeFault(error: unknown): void {
    this.storeFailed = true
    globalThis.reportError?.(error)
    this.#onChange()
  }
}
