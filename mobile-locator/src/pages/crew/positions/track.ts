import type { MeasuredPosition } from '../contract'
import { type Fix, intervalMillis, moves } from './fix'

/** What one message may hold, and what is kept while there is no connection. */
export const MOST_POSITIONS = 500

/** Decides which positions are worth reporting, and keeps those that could not be until they can. */
export class Track {
  #waiting: Fix[] = []
  /** Sent, but nothing has been heard of the server since: the connection may have been dead already. */
  #unproven: Fix[] = []
  #reported: Fix | undefined
  readonly #send: (positions: Fix[]) => boolean

  /** @param send true when it went out */
  constructor(send: (positions: Fix[]) => boolean) {
    this.#send = send
  }

  get waiting(): readonly Fix[] {
    return this.#waiting
  }

  /** @returns whether it was reported or kept, rather than passed over as one too many */
  offer(fix: Fix, assigned: boolean): boolean {
    const since = this.#reported ? fix.atMillis - this.#reported.atMillis : Number.POSITIVE_INFINITY
    // A clock that was set back must not silence the unit.
    if (since >= 0 && since < intervalMillis(moves(fix, this.#reported), assigned)) return false
    this.#reported = fix
    if (!this.flush([fix])) this.#keep([fix])
    return true
  }

  /** Sends what waits, the newest with it. */
  flush(fresh: Fix[] = []): boolean {
    const positions = [...this.#waiting.slice(-(MOST_POSITIONS - fresh.length)), ...fresh]
    if (positions.length === 0) return true
    if (!this.#send(positions)) return false
    this.#waiting = []
    this.#unproven.push(...positions)
    if (this.#unproven.length > MOST_POSITIONS) this.#unproven = this.#unproven.slice(-MOST_POSITIONS)
    return true
  }

  /** A frame came: what was sent well before it has arrived. */
  proven(untilMillis: number): void {
    this.#unproven = this.#unproven.filter((fix) => fix.atMillis > untilMillis)
  }

  /** The connection is gone: what nobody has confirmed is sent again. The server takes a position twice. */
  lost(): void {
    this.#keep(this.#unproven)
    this.#unproven = []
  }

  restore(kept: Fix[]): void {
    this.#keep(kept)
  }

  #keep(fixes: Fix[]): void {
    this.#waiting = thinned([...this.#waiting, ...fixes].sort((a, b) => a.atMillis - b.atMillis))
  }
}

/** At most 500: of the older half every second one goes, so that the way stays whole and its end exact. */
export function thinned(fixes: Fix[]): Fix[] {
  let kept = fixes
  while (kept.length > MOST_POSITIONS) {
    const half = Math.floor(kept.length / 2)
    kept = kept.filter((_, i) => i >= half || i % 2 === 0)
  }
  return kept
}

/** As the server reads it. Its limits on time are by its own clock, so a wrong device clock is corrected here. */
export function measured(fix: Fix, offsetMillis: number): MeasuredPosition {
  return {
    lng: fix.lng,
    lat: fix.lat,
    at: new Date(fix.atMillis + offsetMillis).toISOString(),
    accuracyMeters: fix.accuracyMeters,
    ...(fix.speedMps !== undefined && { speedMps: fix.speedMps }),
    ...(fix.headingDegrees !== undefined && { headingDegrees: fix.headingDegrees }),
  }
}
