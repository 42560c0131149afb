/** One minute of heartbeats: long enough to catch a quick one, short enough to follow a drifting clock. */
const SAMPLES = 30
/** Wall and monotonic clock apart by more than this since the sample before: the clock was set, or the device slept. */
const JUMP_MILLIS = 1000

/**
 * How far this device's clock is from the server's. A heartbeat is read later than it was written, never earlier, so
 * every sample `at - now` is too small by its latency and the largest of the last minute is the best. When the
 * device's clock is set, or it slept, samples from before say nothing any more.
 */
export class ServerClock {
  #samples: number[] = []
  #wallMinusMonotonic: number | undefined

  /** Server minus device; 0 before the first heartbeat. */
  get offsetMillis(): number {
    return this.#samples.length === 0 ? 0 : Math.max(...this.#samples)
  }

  take(at: string, wallMillis: number, monotonicMillis: number): void {
    const atMillis = Date.parse(at)
    if (!Number.isFinite(atMillis)) return
    const difference = wallMillis - monotonicMillis
    if (Math.abs(difference - (this.#wallMinusMonotonic ?? difference)) > JUMP_MILLIS) this.#samples = []
    this.#wallMinusMonotonic = difference
    this.#samples.push(atMillis - wallMillis)
    if (this.#samples.length > SAMPLES) this.#samples.shift()
  }
}
