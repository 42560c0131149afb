/** What to do with an event: put it in, leave it out as known, or come back because something is missing before it. */
export type Verdict = 'take' | 'known' | 'gap'

/**
 * Judges an event by what was taken in before it. Filtered streams leave numbers out, so it is `prev` that tells a
 * gap, never `seq - 1`. Without a snapshot nothing can be taken in.
 */
export function judge(taken: number | undefined, event: { seq: number; prev: number }): Verdict {
  if (taken === undefined || event.prev > taken) return 'gap'
  return event.seq > taken ? 'take' : 'known'
}

/** The path to open: `since` asks for what came after `taken`; without it the stream starts with a snapshot. */
export function pathSince(path: string, taken: number | undefined): string {
  return taken === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}since=${taken}`
}
