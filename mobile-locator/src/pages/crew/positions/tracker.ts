import type { MeasuredPosition } from '../contract'
import type { Store } from '../device/store'
import type { Fix } from './fix'
import { Receiver } from './receiver'
import { Track, measured } from './track'

/** How often what waits is written to the device. */
const KEPT_MILLIS = 5_000
/** What is older than this has been answered by a heartbeat that came later. */
const PROVEN_MILLIS = 2_000

export interface TrackerSeams {
  store: Store
  /** True when it went out. */
  send(positions: MeasuredPosition[]): boolean
  /** Server minus device. */
  offsetMillis(): number
  assigned(): boolean
  onChange(): void
  onStoreFault(error: unknown): void
}

/** Where one user's unit is and was: measured, reported, and kept while nobody can be told. */
export class Tracker {
  readonly receiver: Receiver
  readonly #key: string
  readonly #seams: TrackerSeams
  readonly #track: Track
  #keptAt = 0

  constructor(username: string, seams: TrackerSeams) {
    this.#key = `track:${username}`
    this.#seams = seams
    this.#track = new Track((fixes) => seams.send(fixes.map((fix) => measured(fix, seams.offsetMillis()))))
    this.receiver = new Receiver((fix) => this.#moved(fix), seams.onChange)
  }

  get waiting(): number {
    return this.#track.waiting.length
  }

  async start(): Promise<void> {
    this.receiver.start()
    this.#track.restore((await this.#seams.store.get<Fix[]>(this.#key)) ?? [])
  }

  stop(): void {
    this.receiver.stop()
  }

  heard(): void {
    this.#track.proven(Date.now() - PROVEN_MILLIS)
  }

  lost(): void {
    this.#track.lost()
  }

  flush(): void {
    if (this.#track.waiting.length > 0 && this.#track.flush()) this.#keep()
  }

  #moved(fix: Fix): void {
    const before = this.#track.waiting.length
    this.#track.offer(fix, this.#seams.assigned())
    const emptied = before > 0 && this.#track.waiting.length === 0
    const due = this.#track.waiting.length > 0 && Date.now() - this.#keptAt >= KEPT_MILLIS
    if (emptied || due) this.#keep()
    this.#seams.onChange()
  }

  #keep(): void {
    this.#keptAt = Date.now()
    const writing = this.#seams.store.set(this.#key, this.#track.waiting)
    writing.catch((error: unknown) => this.#seams.onStoreFault(error))
  }
}
