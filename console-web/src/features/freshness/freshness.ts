import type { LiveStatus } from '@/live'

/** `fresh` nothing to say · `old` no frame for 4 s · `apart` no connection · `connecting` not yet. */
export type Freshness = 'connecting' | 'fresh' | 'old' | 'apart'

/** A connection that is back within this time is not worth a banner; the light in the top bar tells at once. */
export const BANNER_AFTER_MILLIS = 1500

/** A PC whose clock is further off is told so: its user compares with a watch. */
export const CLOCK_WRONG_SECONDS = 30

export function freshnessOf(status: LiveStatus, ready: boolean): Freshness {
  switch (status.phase) {
    case 'live':
      return 'fresh'
    case 'quiet':
      return 'old'
    case 'connecting':
      return ready ? 'apart' : 'connecting'
    default:
      return 'apart'
  }
}

/** How old what is shown is, in whole seconds; undefined before anything came. `nowMillis` as performance.now. */
export function ageSeconds(status: LiveStatus, nowMillis: number): number | undefined {
  if (status.lastFrameAt === undefined) return undefined
  return Math.max(0, Math.floor((nowMillis - status.lastFrameAt) / 1000))
}

/** Seconds that this PC is ahead (positive) or behind; undefined while that is nothing to speak of. */
export function clockErrorSeconds(status: LiveStatus): number | undefined {
  const ahead = Math.round(-status.serverOffsetMillis / 1000)
  return Math.abs(ahead) > CLOCK_WRONG_SECONDS ? ahead : undefined
}
