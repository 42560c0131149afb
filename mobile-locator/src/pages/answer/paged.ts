import type { components } from '../contract/edge'

/** What the server lets the paged doctor see. */
export type Paged = components['schemas']['Paged']
export type Ecg = Paged['ecgs'][number]
export type Interval = Paged['intervals'][number]
export type Answer = 'accepted' | 'cannot_accept'

/** The token in `/e/{token}`; undefined when the address was cut off. */
export function tokenOf(path: string): string | undefined {
  return /^\/e\/([^/]+)\/?$/.exec(path)?.[1]
}

/** `ask` an answer decides · `mine` it was given by this link · `other` somebody was first · `cancelled` not asked. */
export type Stage = 'ask' | 'mine' | 'other' | 'cancelled'

export function stageOf(paged: Paged): Stage {
  // Also what was answered before it was called off: that nobody waits any more is what counts now.
  if (paged.state === 'cancelled') return 'cancelled'
  if (paged.answer === undefined) return 'ask'
  return paged.answeredHere ? 'mine' : 'other'
}

/** Minutes until the patient comes, never said shorter than it is; `sinceMillis` after the view was received. */
export function minutesLeft(paged: Paged, sinceMillis: number): number | undefined {
  if (paged.etaSeconds === undefined) return undefined
  const passed = paged.departed ? Math.max(0, sinceMillis) / 1000 : 0
  return Math.max(1, Math.ceil((paged.etaSeconds - passed) / 60))
}

/** Like `12:05`, or `1:02:05` from an hour on; never negative. */
export function clock(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`
}

export type Pace = 'running' | 'warning' | 'breached'

/** How a running clock stands at `now`: four fifths of its target are a warning, as on every other screen. */
export function paceOf(interval: Interval, now: number): Pace {
  const passed = (now - Date.parse(interval.from)) / 1000
  if (passed > interval.targetSeconds) return 'breached'
  return passed >= interval.targetSeconds * 0.8 ? 'warning' : 'running'
}

const ASK_MILLIS = 3_000
const SETTLED_MILLIS = 15_000
const SLOWEST_MILLIS = 30_000

/** When to ask again: every 3 s while an answer counts, slower afterwards, and slower with each failure in a row. */
export function nextAsk(paged: Paged | undefined, failures: number, retryAfterSeconds = 0): number {
  const usual = paged && stageOf(paged) !== 'ask' ? SETTLED_MILLIS : ASK_MILLIS
  const backOff = failures === 0 ? usual : Math.min(ASK_MILLIS * 2 ** failures, SLOWEST_MILLIS)
  return Math.max(backOff, retryAfterSeconds * 1000)
}
