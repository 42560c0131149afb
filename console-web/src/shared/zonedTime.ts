/** `14:32:07` of the day that `near` falls on in the zone, as an instant; undefined when it is no time. */
export function atTimeOfDay(near: string, time: string, zone: string): string | undefined {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(time.trim())
  if (!match) return undefined
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)]
  if (hour > 23 || minute > 59 || second > 59) return undefined
  const day = wall(Date.parse(near), zone)
  const meant = Date.UTC(day.year, day.month - 1, day.day, hour, minute, second)
  // The zone's offset at about that moment; twice, in case it changes in between.
  let instant = meant - offsetMillis(meant, zone)
  instant = meant - offsetMillis(instant, zone)
  return new Date(instant).toISOString()
}

/** How many midnights of the zone lie between two instants; 0 on the same day, 1 for tomorrow. */
export function daysBetween(fromMillis: number, toMillis: number, zone: string): number {
  const day = (instant: number) => {
    const { year, month, day } = wall(instant, zone)
    return Date.UTC(year, month - 1, day) / 86_400_000
  }
  return day(toMillis) - day(fromMillis)
}

function offsetMillis(instant: number, zone: string): number {
  const { year, month, day, hour, minute, second } = wall(instant, zone)
  const shown = Date.UTC(year, month - 1, day, hour, minute, second)
  return shown - Math.floor(instant / 1000) * 1000
}

function wall(instant: number, zone: string) {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  }
}
