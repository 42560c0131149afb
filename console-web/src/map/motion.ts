import { fromMercator, metersBetween, toMercator, type LngLat, type Mercator } from './geometry'

/** A reported place of something that moves; `at` is ISO 8601, empty when nobody reported it. */
export interface Fix extends LngLat {
  at: string
  headingDegrees?: number
}

/** One smooth movement from where a thing was shown to where it was reported. Times are monotonic milliseconds. */
export interface Glide {
  from: Mercator
  to: Mercator
  /** Undefined while the thing stands or its direction is unknown. */
  fromHeading: number | undefined
  toHeading: number | undefined
  startedAt: number
  millis: number
  /** When the fix that is glided to was taken. */
  fixedAtMillis: number
}

/** Farther than an ambulance gets between two reports: a jump is shown as what it is. */
const TELEPORT_METERS = 500
/** Reports come every 1 to 5 s; after a longer silence the rest of the way is caught up in one second. */
const LONGEST_MILLIS = 6_000
const SHORTEST_MILLIS = 200
const CATCH_UP_MILLIS = 1_000
/** Arriving a little late instead of standing still until the next report has come through the network. */
const STRETCH = 1.15

/** The movement that a new fix starts, from wherever the thing is shown at this moment. */
export function glideTo(before: Glide | undefined, fix: Fix, now: number): Glide {
  const to = toMercator(fix)
  const fixedAtMillis = Date.parse(fix.at) || 0
  if (!before) {
    const heading = fix.headingDegrees
    return {
      from: to,
      to,
      fromHeading: heading,
      toHeading: heading,
      startedAt: now,
      millis: 0,
      fixedAtMillis,
    }
  }
  const from = placeAt(before, now)
  const toHeading = fix.headingDegrees
  const fromHeading = headingAt(before, now) ?? toHeading
  const far = metersBetween(fromMercator(from), fix) > TELEPORT_METERS
  const still = from.x === to.x && from.y === to.y && fromHeading === toHeading
  const millis = far || still ? 0 : durationOf(fixedAtMillis - before.fixedAtMillis)
  return { from: far ? to : from, to, fromHeading, toHeading, startedAt: now, millis, fixedAtMillis }
}

function durationOf(sinceLastFixMillis: number): number {
  if (!(sinceLastFixMillis > 0) || sinceLastFixMillis > LONGEST_MILLIS) return CATCH_UP_MILLIS
  return Math.max(SHORTEST_MILLIS, sinceLastFixMillis * STRETCH)
}

/** How much of the way is done, 0 to 1. */
export function progressAt(glide: Glide, now: number): number {
  if (glide.millis <= 0) return 1
  return Math.min(1, Math.max(0, (now - glide.startedAt) / glide.millis))
}

export function placeAt(glide: Glide, now: number): Mercator {
  const done = progressAt(glide, now)
  if (done === 1) return glide.to
  const { from, to } = glide
  return { x: from.x + (to.x - from.x) * done, y: from.y + (to.y - from.y) * done }
}

/** Degrees clockwise from north; turns within the first half of the way, so it does not drive sideways. */
export function headingAt(glide: Glide, now: number): number | undefined {
  if (glide.fromHeading === undefined || glide.toHeading === undefined) return glide.toHeading
  return turn(glide.fromHeading, glide.toHeading, Math.min(1, progressAt(glide, now) * 2))
}

/** Between two directions the short way round. */
export function turn(fromDegrees: number, toDegrees: number, share: number): number {
  const difference = ((((toDegrees - fromDegrees) % 360) + 540) % 360) - 180
  return (((fromDegrees + difference * share) % 360) + 360) % 360
}
