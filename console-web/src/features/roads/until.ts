/** How long a road stays closed when nobody opens it before. */
export const UNTIL_PRESETS = ['hour', 'fourHours', 'today', 'open'] as const
export type UntilPreset = (typeof UNTIL_PRESETS)[number]

const HOUR_MILLIS = 3_600_000
const DAY_MILLIS = 24 * HOUR_MILLIS

/** The moment it opens by itself; nothing for "until somebody opens it". `today` ends at midnight of the zone. */
export function untilOf(preset: UntilPreset, nowMillis: number, zone: string): string | undefined {
  switch (preset) {
    case 'hour':
      return new Date(nowMillis + HOUR_MILLIS).toISOString()
    case 'fourHours':
      return new Date(nowMillis + 4 * HOUR_MILLIS).toISOString()
    case 'today':
      return new Date(nextMidnight(nowMillis, zone)).toISOString()
    case 'open':
      return undefined
  }
}

/** The day is found by the date, not by adding 24 h: a day of the zone may be longer or shorter. */
function nextMidnight(nowMillis: number, zone: string): number {
  const today = dateIn(nowMillis, zone)
  let [before, after] = [nowMillis, nowMillis + DAY_MILLIS + 2 * HOUR_MILLIS]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (dateIn(middle, zone) === today) before = middle
    else after = middle
  }
  return after
}

function dateIn(millis: number, zone: string): string {
  return new Date(millis).toLocaleDateString('en-CA', { timeZone: zone })
}
