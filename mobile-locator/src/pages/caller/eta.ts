export interface MinuteRange {
  from: number
  to: number
}

/**
 * An estimate is never shown as one figure: the way may be quicker by a seventh or slower by a quarter, and a crew
 * that is still at its station needs up to 90 s to get out. Beyond 20 min the ends are rounded to 5, outwards.
 * A `from` of 0 means "within `to` minutes".
 */
export function etaRange(seconds: number, departed: boolean): MinuteRange {
  const early = (seconds * 0.85) / 60
  const late = (seconds * 1.25 + (departed ? 0 : TURNOUT_SECONDS)) / 60
  const step = late > COARSE_FROM_MINUTES ? 5 : 1
  const from = Math.floor(early / step) * step
  const to = Math.max(Math.ceil(late / step) * step, from + step, SHORTEST_MINUTES)
  return { from, to }
}

const TURNOUT_SECONDS = 90
const COARSE_FROM_MINUTES = 20
/** "Within a minute" would make people leave the patient. */
const SHORTEST_MINUTES = 2
