import { ref, type Ref } from 'vue'

/** Set by the app: now by the server's clock, so that ages are right on a PC whose clock is not. */
let serverNow = () => Date.now()
const now = ref(Date.now())
let started = false

export function setServerClock(clock: () => number): void {
  serverNow = clock
  readServerClock()
}

/** To be called when more is known of the server's clock: what is shown moves to it now, not with the next second. */
export function readServerClock(): void {
  now.value = serverNow()
}

/** Server time in milliseconds, moving once a second for everybody together. */
export function useNow(): Readonly<Ref<number>> {
  if (!started) {
    started = true
    setInterval(() => (now.value = serverNow()), 1000)
  }
  return now
}

export function secondsSince(iso: string, nowMillis: number): number {
  return Math.max(0, Math.floor((nowMillis - Date.parse(iso)) / 1000))
}

/** `01:12`, from an hour on `1:02:03`. */
export function formatAge(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(Math.floor(seconds % 60))}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

/** The time of day in the center's zone, `14:32:07`. */
export function formatTime(iso: string | number, zone: string, seconds = true): string {
  return new Date(iso).toLocaleTimeString('zh-CN', {
    timeZone: zone,
    hour12: false,
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds && { second: '2-digit' }),
  })
}
