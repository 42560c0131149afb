import { atTimeOfDay } from '@/shared/zonedTime'

const DAY_MILLIS = 86_400_000
/** A clock on the wall may be a little ahead of ours. */
const AHEAD_MILLIS = 60_000

/**
 * `08:05`, `805` or `8:05:30` as the nearest such moment that has been, so that a minute before midnight typed after it
 * is yesterday's. Undefined when it is no time.
 */
export function nearestPast(text: string, nowMillis: number, zone: string): string | undefined {
  const typed = text.normalize('NFKC').trim()
  const compact = /^(\d{1,2})(\d{2})$/.exec(typed)
  const time = compact ? `${compact[1]}:${compact[2]}` : typed
  const today = atTimeOfDay(new Date(nowMillis).toISOString(), time, zone)
  if (!today || Date.parse(today) <= nowMillis + AHEAD_MILLIS) return today && notAhead(today, nowMillis)
  return atTimeOfDay(new Date(nowMillis - DAY_MILLIS).toISOString(), time, zone)
}

function notAhead(iso: string, nowMillis: number): string {
  return Date.parse(iso) > nowMillis ? new Date(nowMillis).toISOString() : iso
}
