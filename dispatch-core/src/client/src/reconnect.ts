const LONGEST_MILLIS = 15_000

/** What the end of a connection asks for (docs/websocket.md, "How it ends"). */
export type Ending = 'again' | 'slower' | 'anew' | 'signed_out' | 'refused'

export function endingOf(code: number): Ending {
  switch (code) {
    case 4401:
      return 'signed_out'
    case 4403:
      return 'refused'
    case 4400: // our `since` or a message of ours was not understood, or was too large: not with that again
    case 1009:
      return 'anew'
    case 4429:
      return 'slower'
    default:
      return 'again'
  }
}

/**
 * How long to wait before the next try: at once, then 1, 2, 4, 8, 15 s, of which up to half is left to chance so that
 * a node that comes back is not met by everybody in the same moment.
 *
 * @param failures tries in a row that came to nothing
 * @param chance between 0 and 1
 */
export function delayMillis(failures: number, chance: number): number {
  if (failures === 0) return 0
  const longest = Math.min(1000 * 2 ** Math.min(failures - 1, 10), LONGEST_MILLIS)
  return Math.round(longest * (1 - chance / 2))
}
