import { type Answer, RequestFailed, newKey } from '@dispatch120/client'
import type { CrewAssignment, CrewUnit } from '../contract'
import type { Store } from '../device/store'
import type { Conflict, Deed, Tap } from './tap'

const RETRY_MILLIS = [1000, 2000, 4000, 8000, 15_000]
/** A fault of the server is given this many tries, so that one tap can not hold up the others for ever. */
const FAULT_TRIES = 5

export interface QueueSeams {
  store: Store
  send(tap: Tap, sentAt: string): Promise<Answer<CrewAssignment | CrewUnit>>
  now(): number
  setTimer(callback: () => void, millis: number): unknown
}

export interface QueueEvents {
  onChange(): void
  onAnswer(tap: Tap, body: CrewAssignment | CrewUnit): void
  /** Answered or refused: no longer among the pending ones, so what waited for it may go. */
  onSettled(tap: Tap): void
  onSignedOut(): void
  /** The device could not keep a tap; it is sent all the same. */
  onStoreFault(error: unknown): void
}

/**
 * The taps of one user, sent strictly one after the other. Each is stored before it is sent and until it is answered;
 * what the server refuses becomes a conflict, never nothing.
 */
export class TapQueue {
  readonly #seams: QueueSeams
  readonly #events: QueueEvents
  readonly #prefix: string
  #pending: Tap[] = []
  #conflicts: Conflict[] = []
  #inFlight: string | undefined
  #tries = 0
  #running = false
  #held = false
  #lastOrder = 0
  #closed = false

  constructor(username: string, seams: QueueSeams, events: QueueEvents) {
    this.#prefix = `tap:${username}:`
    this.#seams = seams
    this.#events = events
  }

  get pending(): readonly Tap[] {
    return this.#pending
  }

  get conflicts(): readonly Conflict[] {
    return this.#conflicts
  }

  /** Takes up what an earlier page load left, in its order. */
  async load(): Promise<void> {
    const kept = await this.#seams.store.list<Tap | Conflict>(this.#prefix)
    kept.sort((a, b) => a.order - b.order)
    this.#conflicts = kept.filter((tap): tap is Conflict => 'refusal' in tap)
    this.#pending = [...kept.filter((tap) => !('refusal' in tap)), ...this.#pending]
    this.#lastOrder = Math.max(this.#lastOrder, ...kept.map((tap) => tap.order))
    this.#events.onChange()
  }

  async add(deed: Deed): Promise<Tap> {
    const now = this.#seams.now()
    this.#lastOrder = Math.max(this.#lastOrder + 1, now)
    const tap = { id: newKey(), order: this.#lastOrder, deviceAt: new Date(now).toISOString(), deed }
    this.#pending.push(tap)
    this.#events.onChange()
    await this.#keep(tap)
    this.send()
    return tap
  }

  /** Takes a tap back that never left the device. False when it is on its way or there already. */
  retract(id: string): boolean {
    if (this.#inFlight === id || !this.#pending.some((tap) => tap.id === id)) return false
    this.#forget(id)
    return true
  }

  /** The crew has seen the conflict. */
  dismiss(id: string): void {
    this.#conflicts = this.#conflicts.filter((conflict) => conflict.id !== id)
    this.#forget(id)
  }

  /** Sends no more: another user's session must not carry these taps. They stay on the device. */
  close(): void {
    this.#closed = true
  }

  /** Sends what waits: at once when the network or the session is back. */
  send(): void {
    this.#held = false
    if (!this.#running && !this.#closed) void this.#run()
  }

  async #run(): Promise<void> {
    this.#running = true
    for (let tap = this.#pending[0]; tap && !this.#held && !this.#closed; tap = this.#pending[0])
      await this.#sendOne(tap)
    this.#running = false
  }

  async #sendOne(tap: Tap): Promise<void> {
    this.#inFlight = tap.id
    try {
      const { body } = await this.#seams.send(tap, new Date(this.#seams.now()).toISOString())
      this.#done()
      this.#events.onAnswer(tap, body)
      this.#forget(tap.id)
      this.#events.onSettled(tap)
    } catch (error) {
      const failed = error instanceof RequestFailed ? error : undefined
      this.#inFlight = undefined
      if (failed?.status === 401) {
        this.#held = true
        this.#events.onSignedOut()
      } else if (!failed || this.#again(failed)) this.#later(failed?.retryAfterSeconds)
      else await this.#refuse(tap, failed)
    }
  }

  #done(): void {
    this.#inFlight = undefined
    this.#tries = 0
  }

  #again(failed: RequestFailed): boolean {
    if (failed.repeatable || failed.status === 408 || failed.status === 429) return true
    return failed.status >= 500 && this.#tries < FAULT_TRIES - 1
  }

  #later(retryAfterSeconds: number | undefined): void {
    const millis = RETRY_MILLIS[Math.min(this.#tries++, RETRY_MILLIS.length - 1)] ?? 0
    this.#held = true
    this.#seams.setTimer(() => this.send(), Math.max(millis, (retryAfterSeconds ?? 0) * 1000))
  }

  async #refuse(tap: Tap, { status, code, problem }: RequestFailed): Promise<void> {
    this.#done()
    const at = new Date(this.#seams.now()).toISOString()
    const conflict = { ...tap, refusal: { status, code, detail: problem.detail, at } }
    this.#conflicts = [...this.#conflicts, conflict]
    this.#pending = this.#pending.filter((other) => other.id !== tap.id)
    await this.#keep(conflict)
    this.#events.onChange()
    this.#events.onSettled(tap)
  }

  async #keep(tap: Tap): Promise<void> {
    try {
      await this.#seams.store.set(this.#key(tap), tap)
    } catch (error) {
      this.#events.onStoreFault(error)
    }
    // Taken back while it was being written.
    if (!this.#pending.some(({ id }) => id === tap.id) && !('refusal' in tap)) this.#erase(tap.id)
  }

  #forget(id: string): void {
    this.#pending = this.#pending.filter((tap) => tap.id !== id)
    this.#erase(id)
    this.#events.onChange()
  }

  #erase(id: string): void {
    this.#seams.store.delete(this.#prefix + id).catch((error: unknown) => this.#events.onStoreFault(error))
  }

  #key(tap: Tap): string {
    return this.#prefix + tap.id
  }
}
