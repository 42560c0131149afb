import { RequestFailed, newKey } from '@dispatch120/client'

/** `sending` is being tried · `retrying` did not get out, is tried again by itself · `refused` needs the person. */
export type ParcelState = 'sending' | 'retrying' | 'refused'

export interface Parcel<T> {
  /** Idempotency key: however often it is tried, it counts once. */
  readonly key: string
  readonly value: T
  state: ParcelState
}

export interface LaneOptions<T, A> {
  send(value: T, key: string): Promise<A>
  onAnswer(answer: A, parcel: Parcel<T>): void
  /** Something about the parcels has changed. */
  onChange(): void
  onRefused?(failed: RequestFailed, parcel: Parcel<T>): void
  /** A newer parcel takes the place of those that wait: for what counts only in its newest state. */
  newestOnly?: boolean
}

const DELAYS_MILLIS = [1_000, 2_000, 4_000, 8_000, 15_000]

/** Sends one thing after the other and does not give up while the page is open. */
export class Lane<T, A> {
  readonly #options: LaneOptions<T, A>
  #parcels: Parcel<T>[] = []
  #busy = false
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #closed = false

  constructor(options: LaneOptions<T, A>) {
    this.#options = options
  }

  /** What is not there yet, oldest first. */
  get parcels(): readonly Parcel<T>[] {
    return this.#parcels
  }

  get state(): ParcelState | undefined {
    return this.#parcels[0]?.state
  }

  push(value: T, key = newKey()): void {
    if (this.#closed) return
    if (this.#options.newestOnly) this.#parcels = this.#busy ? this.#parcels.slice(0, 1) : []
    this.#parcels.push({ key, value, state: 'sending' })
    this.#options.onChange()
    this.hurry()
  }

  /** Tries at once: the network is back, or the person has tapped. */
  hurry(): void {
    clearTimeout(this.#timer)
    if (!this.#closed && !this.#busy) void this.#next()
  }

  /** Tries a refused one again. */
  again(key: string): void {
    for (const parcel of this.#parcels) if (parcel.key === key) parcel.state = 'sending'
    this.#options.onChange()
    this.hurry()
  }

  close(): void {
    this.#closed = true
    this.#parcels = []
    clearTimeout(this.#timer)
  }

  async #next(): Promise<void> {
    const parcel = this.#parcels.find((waiting) => waiting.state !== 'refused')
    if (!parcel) return
    this.#busy = true
    const outcome = await this.#options.send(parcel.value, parcel.key).then(
      (answer) => () => this.#arrived(parcel, answer),
      (error: unknown) => () => this.#failed(parcel, error),
    )
    if (this.#closed) return
    // Busy until it is dealt with: what is pushed meanwhile is sent below, and once.
    const delay = outcome()
    this.#busy = false
    this.#options.onChange()
    if (delay === 0) void this.#next()
    else this.#timer = setTimeout(() => void this.#next(), delay)
  }

  #arrived(parcel: Parcel<T>, answer: A): number {
    this.#failures = 0
    this.#remove(parcel)
    this.#options.onAnswer(answer, parcel)
    return 0
  }

  /** Milliseconds until the next try. */
  #failed(parcel: Parcel<T>, error: unknown): number {
    // Anything else is an answer that is not the server's, such as the sign-in page of a public Wi-Fi.
    const failed = error instanceof RequestFailed ? error : undefined
    if (failed && !mayPass(failed)) {
      parcel.state = 'refused'
      if (this.#options.newestOnly) this.#remove(parcel)
      this.#options.onRefused?.(failed, parcel)
      return 0
    }
    parcel.state = 'retrying'
    if (this.#options.newestOnly && this.#parcels.length > 1) {
      this.#remove(parcel)
      for (const newer of this.#parcels) newer.state = 'retrying'
    }
    const delay = DELAYS_MILLIS[Math.min(this.#failures++, DELAYS_MILLIS.length - 1)] ?? 0
    return Math.max(delay, (failed?.retryAfterSeconds ?? 0) * 1000)
  }

  #remove(parcel: Parcel<T>): void {
    this.#parcels = this.#parcels.filter((other) => other !== parcel)
  }
}

/** Nothing wrong with what is sent: network, an overloaded or restarting server. */
function mayPass(failed: RequestFailed): boolean {
  return failed.repeatable || failed.status >= 500 || failed.status === 429
}
