/** Nobody forgets a muted console for longer than this. */
export const MUTE_MILLIS = 5 * 60_000

/** Seconds of silence left, 0 when it sounds. */
export function muteSecondsLeft(mutedUntil: number | undefined, nowMillis: number): number {
  return mutedUntil === undefined ? 0 : Math.max(0, Math.ceil((mutedUntil - nowMillis) / 1000))
}
