import { atTimeOfDay, daysBetween } from '@/shared/zonedTime'

const DAY_MILLIS = 86_400_000
/** What is told of today's call was within a day of it. */
const DAY_MINUTES = 1440
/** A clock on the wall may be a little ahead of ours. */
const AHEAD_MILLIS = 60_000

/**
 * `08:05`, `805` or `8:05:30` as the nearest such moment that has been, so that a minute before midnight typed after it
 * is yesterday's; `-20` is 20 minutes ago. Undefined when it is no time.
 */
export function nearestPast(text: string, nowMillis: number, zone: string): string | undefined {
  const time = timeOf(text)
  const ago = minutesAgo(time)
  if (ago !== undefined) return ago > DAY_MINUTES ? undefined : before(nowMillis, ago)
  const today = atTimeOfDay(new Date(nowMillis).toISOString(), time, zone)
  if (!today || Date.parse(today) <= nowMillis + AHEAD_MILLIS) return today && notAhead(today, nowMillis)
  return atTimeOfDay(new Date(nowMillis - DAY_MILLIS).toISOString(), time, zone)
}

/**
 * The same on a day that somebody names.
 *
 * @param daysAgo 0 for today, 1 for yesterday; undefined for the nearest that has been
 */
export function pastOn(
  text: string,
  daysAgo: number | undefined,
  nowMillis: number,
  zone: string,
): string | undefined {
  const time = timeOf(text)
  const ago = minutesAgo(time)
  if (ago !== undefined) return before(nowMillis, ago)
  if (daysAgo === undefined) return nearestPast(text, nowMillis, zone)
  const noon = atTimeOfDay(new Date(nowMillis).toISOString(), '12:00', zone)
  const day = noon && new Date(Date.parse(noon) - daysAgo * DAY_MILLIS).toISOString()
  const at = day && atTimeOfDay(day, time, zone)
  if (!at || Date.parse(at) > nowMillis + AHEAD_MILLIS) return undefined
  return notAhead(at, nowMillis)
}

/** How many days ago a moment was in the zone; 0 for today. */
export function daysAgo(iso: string, nowMillis: number, zone: string): number {
  return daysBetween(Date.parse(iso), nowMillis, zone)
}

/** `11-25` of the day so many days ago. */
export function dayLabel(days: number, nowMillis: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, month: '2-digit', day: '2-digit' })
  return parts.format(nowMillis - days * DAY_MILLIS)
}

/** `805` as `8:05`; the rest as it was typed. */
function timeOf(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/^(\d{1,2})(\d{2})$/, '$1:$2')
}

function minutesAgo(typed: string): number | undefined {
  const match = /^-(\d{1,4})$/.exec(typed)
  return match ? Number(match[1]) : undefined
}

function before(nowMillis: number, minutes: number): string {
  return new Date(nowMillis - minutes * 60_000).toISOString()
}

function notAhead(iso: string, nowMillis: number): string {
  return Date.parse(iso) > nowMillis ? new Date(nowMillis).toISOString() : iso
}
