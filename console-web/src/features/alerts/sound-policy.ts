/** One at a time, in this order: a tier 1 alert nobody owns · a new incident that waits · a tier 2 alert. */
export type Sound = 'tier1' | 'incident' | 'tier2'

/** What could be heard now, each by a key that stays the same until it should be heard anew. */
export interface Audible {
  loud: readonly string[]
  incidents: readonly string[]
  shown: readonly string[]
}

/** Tier 1 sounds again until somebody owns it. */
export const REPEAT_MILLIS = 10_000
/** Two sounds are never closer than this, from beginning to beginning; the longest, of tier 1, lasts 1.2 s. */
export const APART_MILLIS = 2_000
/** Incidents that come within this after a chime are told by the next one together, unless they no longer wait. */
export const CHIMES_APART_MILLIS = 10_000
/** The console aims for so many sounds an hour. Chimes use it up but always sound: an incident must not come unheard. */
export const SOFT_AN_HOUR = 6
const HOUR_MILLIS = 3_600_000

/** Decides what sounds. Knows no audio and no clock; asked often, it answers rarely. */
export class SoundPolicy {
  #heard = new Set<string>()
  #lastAt = Number.NEGATIVE_INFINITY
  #lastLoudAt = Number.NEGATIVE_INFINITY
  #lastChimeAt = Number.NEGATIVE_INFINITY
  /** When chimes and soft notes of the last hour began. */
  #quietAt: number[] = []

  /** What is there when the dispatcher comes is in sight; only tier 1 will sound for it. */
  start(audible: Audible): void {
    this.#hear(audible.shown)
    this.#hear(audible.incidents)
  }

  /** While muted nothing sounds; what passes by meanwhile is not made up for, except tier 1. */
  next(audible: Audible, nowMillis: number, muted: boolean): Sound | undefined {
    this.#forget(audible)
    if (muted) {
      this.start(audible)
      return undefined
    }
    if (nowMillis - this.#lastAt < APART_MILLIS) return undefined
    const sound = this.#choose(audible, nowMillis)
    if (sound) this.#lastAt = nowMillis
    return sound
  }

  #choose(audible: Audible, nowMillis: number): Sound | undefined {
    if (
      this.#hear(audible.loud) ||
      (audible.loud.length > 0 && nowMillis - this.#lastLoudAt >= REPEAT_MILLIS)
    ) {
      this.#lastLoudAt = nowMillis
      return 'tier1'
    }
    if (nowMillis - this.#lastChimeAt >= CHIMES_APART_MILLIS && this.#hear(audible.incidents)) {
      this.#lastChimeAt = nowMillis
      this.#count(nowMillis)
      return 'incident'
    }
    if (this.#hear(audible.shown) && this.#maySoftly(nowMillis)) return 'tier2'
    return undefined
  }

  /** Beyond the aim a soft note adds nothing: the alert is in sight. */
  #maySoftly(nowMillis: number): boolean {
    const may = this.#quietAt.filter((at) => nowMillis - at < HOUR_MILLIS).length < SOFT_AN_HOUR
    if (may) this.#count(nowMillis)
    return may
  }

  #count(nowMillis: number): void {
    this.#quietAt = [...this.#quietAt.filter((at) => nowMillis - at < HOUR_MILLIS), nowMillis]
  }

  /** @returns true when one of them is new */
  #hear(keys: readonly string[]): boolean {
    const before = this.#heard.size
    keys.forEach((key) => this.#heard.add(key))
    return this.#heard.size > before
  }

  /** What is over may come again, and must not be kept for ever. */
  #forget(audible: Audible): void {
    const present = new Set([...audible.loud, ...audible.incidents, ...audible.shown])
    for (const key of this.#heard) if (!present.has(key)) this.#heard.delete(key)
  }
}
