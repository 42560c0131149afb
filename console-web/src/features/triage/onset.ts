/**
 * What people say of a time of day, as an instant: `0830`, `8:30`, `83` is none. A time later than now was yesterday.
 * `-20` means 20 minutes ago.
 */
export function parseOnset(typed: string, nowMillis: number, zone: string): string | undefined {
  const text = typed.normalize('NFKC').trim()
  const ago = /^-(\d{1,4})$/.exec(text)
  if (ago) return new Date(minute(nowMillis) - Number(ago[1]) * 60_000).toISOString()
  const clock = /^(\d{1,2})[:.]?(\d{2})$/.exec(text)
  if (!clock) return undefined
  const [hour, minutes] = [Number(clock[1]), Number(clock[2])]
  if (hour > 23 || minutes > 59) return undefined
  const since = (wallMinutes(nowMillis, zone) - (hour * 60 + minutes) + 1440) % 1440
  return new Date(minute(nowMillis) - since * 60_000).toISOString()
}

function minute(millis: number): number {
  return Math.floor(millis / 60_000) * 60_000
}

/** Minutes since midnight on the clocks of the zone. */
function wallMinutes(millis: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(millis)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  return part('hour') * 60 + part('minute')
}
