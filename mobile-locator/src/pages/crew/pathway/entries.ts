import type { NewVitals } from '../contract'

export type VitalName = keyof NewVitals

/** What a living patient can show; beyond it a slip of the finger is likelier. Narrower than what the server takes. */
export const PLAUSIBLE: Record<VitalName, readonly [least: number, most: number]> = {
  systolic: [40, 280],
  diastolic: [20, 180],
  heartRate: [20, 250],
  respiratoryRate: [4, 60],
  oxygenSaturation: [50, 100],
  glasgowComaScale: [3, 15],
}

/** What the server refuses outright. */
const POSSIBLE: Record<VitalName, readonly [least: number, most: number]> = {
  systolic: [0, 350],
  diastolic: [0, 250],
  heartRate: [0, 350],
  respiratoryRate: [0, 120],
  oxygenSaturation: [0, 100],
  glasgowComaScale: [3, 15],
}

export const VITALS = Object.keys(PLAUSIBLE) as VitalName[]

export type Typed = Partial<Record<VitalName, string>>

export interface ReadVitals {
  vitals: NewVitals
  /** Not to be sent: no number, or none that can be. */
  impossible: VitalName[]
  /** To be confirmed: rare, but they happen in an arrest. */
  unusual: VitalName[]
}

export function readVitals(typed: Typed): ReadVitals {
  const read: ReadVitals = { vitals: {}, impossible: [], unusual: [] }
  for (const name of VITALS) {
    const text = typed[name]?.trim() ?? ''
    if (text === '') continue
    const value = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
    const within = ([least, most]: readonly [number, number]) => value >= least && value <= most
    if (!within(POSSIBLE[name])) read.impossible.push(name)
    else {
      if (!within(PLAUSIBLE[name])) read.unusual.push(name)
      read.vitals[name] = value
    }
  }
  const { systolic, diastolic } = read.vitals
  if (
    systolic !== undefined &&
    diastolic !== undefined &&
    diastolic > systolic &&
    !read.impossible.includes('diastolic')
  )
    read.impossible.push('diastolic')
  return read
}

const DAY_MILLIS = 86_400_000
/** A minute is entered without its seconds; a clock that is a little ahead is no mistake. */
const AHEAD_MILLIS = 60_000

/** How long ago the pain began, as people say it. */
export const ONSETS_AGO_MINUTES = [15, 30, 60, 120, 180, 360, 540, 720] as const
/** Whoever waited longer is a case for the dispatcher, who can enter any day. */
export const MOST_DAYS_AGO = 7

/**
 * A time of day so many days ago in the zone of the centre; none for text that is no time, or one still to come.
 *
 * @param zoneMinutes of the centre east of UTC
 */
export function timeOnDay(
  text: string,
  daysAgo: number,
  nowMillis: number,
  zoneMinutes = 480,
): number | undefined {
  const midnight = timeBefore('0:00', nowMillis, zoneMinutes)
  const read = minutesOfDay(text)
  if (read === undefined || midnight === undefined) return undefined
  const at = midnight - daysAgo * DAY_MILLIS + read * 60_000
  return at > nowMillis + AHEAD_MILLIS ? undefined : Math.min(at, nowMillis)
}

/** How many midnights of the centre lie between. */
export function daysBetween(atMillis: number, nowMillis: number, zoneMinutes = 480): number {
  const day = (millis: number) => Math.floor((millis + zoneMinutes * 60_000) / DAY_MILLIS)
  return Math.max(0, day(nowMillis) - day(atMillis))
}

function minutesOfDay(text: string): number | undefined {
  const read = /^([01]?\d|2[0-3])[:：]?([0-5]\d)$/.exec(text.trim())
  return read ? Number(read[1]) * 60 + Number(read[2]) : undefined
}

/**
 * The time of day in the zone of the centre that is nearest before now; none for text that is no time.
 *
 * @param zoneMinutes of the centre east of UTC
 */
export function timeBefore(text: string, nowMillis: number, zoneMinutes = 480): number | undefined {
  const minutes = minutesOfDay(text)
  if (minutes === undefined) return undefined
  const zone = zoneMinutes * 60_000
  const midnight = Math.floor((nowMillis + zone) / DAY_MILLIS) * DAY_MILLIS - zone
  const at = midnight + minutes * 60_000
  return at > nowMillis + AHEAD_MILLIS ? at - DAY_MILLIS : Math.min(at, nowMillis)
}
