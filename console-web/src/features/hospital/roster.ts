import { atTimeOfDay } from '@/shared/zonedTime'

/** A hospital as `GET /hospitals` lists it. */
export interface HospitalState {
  id: string
  name: string
  capabilities: { name: string; hours?: string; state: 'open' | 'closed' | 'unknown' }[]
  capacityNotice?: { reason: string; until: string; postedAt?: string; postedBy?: string }
  ladder: {
    level: number
    contact: string
    channel: string
    phone?: string
    onCall?: { name: string; phone?: string; until: string }
  }[]
  problems: string[]
}

/** Who takes over a level, as typed; `until` is a time of day. */
export interface OnCallDraft {
  name: string
  phone: string
  until: string
}

const DAY_MILLIS = 86_400_000

/** The whole roster to send; levels without a name are left to the ladder. */
export function onCallBody(drafts: Record<number, OnCallDraft>, nowMillis: number, zone: string) {
  const entries = Object.entries(drafts)
    .filter(([, draft]) => draft.name.trim() !== '')
    .map(([level, { name, phone, until }]) => ({
      level: Number(level),
      name: name.trim(),
      ...(phone.trim() && { phone: phone.trim() }),
      until: nextTime(until, nowMillis, zone),
    }))
  return { entries }
}

/** The next such time of day; what is no time lasts a day. */
export function nextTime(text: string, nowMillis: number, zone: string): string {
  const today = atTimeOfDay(new Date(nowMillis).toISOString(), text.normalize('NFKC'), zone)
  if (today && Date.parse(today) > nowMillis) return today
  const tomorrow = new Date(nowMillis + DAY_MILLIS).toISOString()
  return (today && atTimeOfDay(tomorrow, text.normalize('NFKC'), zone)) || tomorrow
}
