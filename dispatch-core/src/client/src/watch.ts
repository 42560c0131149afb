import type { LiveSeams } from './live'

export const QUIET_AFTER_MILLIS = 4_000
const LOST_AFTER_MILLIS = 10_000

/** Notices that nothing has been heard: `onQuiet` after 4 s, `onLost` after 10 s. */
export class Watch {
  readonly #seams: LiveSeams
  readonly #onQuiet: () => void
  readonly #onLost: () => void
  #timer: number | undefined
  /** By both clocks: some monotonic ones stand still while the device sleeps. */
  #heardAt = 0
  #heardWall = 0

  constructor(seams: LiveSeams, onQuiet: () => void, onLost: () => void) {
    this.#seams = seams
    this.#onQuiet = onQuiet
    this.#onLost = onLost
  }

  get ageMillis(): number {
    return Math.max(this.#seams.monotonicMillis() - this.#heardAt, this.#seams.wallMillis() - this.#heardWall)
  }

  /** @returns now, in monotonic milliseconds */
  hear(): number {
    this.#heardWall = this.#seams.wallMillis()
    return (this.#heardAt = this.#seams.monotonicMillis())
  }

  /** @returns now, in monotonic milliseconds */
  start(): number {
    this.stop()
    this.#wait(QUIET_AFTER_MILLIS)
    return this.hear()
  }

  stop(): void {
    if (this.#timer !== undefined) this.#seams.clearTimer(this.#timer)
    this.#timer = undefined
  }

  /** One timer, put off by what was heard meanwhile: hearing costs none. */
  #wait(millis: number): void {
    this.#timer = this.#seams.setTimer(() => {
      const age = this.ageMillis
      if (age >= LOST_AFTER_MILLIS) return this.#onLost()
      this.#wait((age >= QUIET_AFTER_MILLIS ? LOST_AFTER_MILLIS : QUIET_AFTER_MILLIS) - age)
      if (age >= QUIET_AFTER_MILLIS) this.#onQuiet()
    }, millis)
  }
}
