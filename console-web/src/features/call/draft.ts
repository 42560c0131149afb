import type {
  CallerWithPatient,
  Complaint,
  FixSource,
  IncidentChange,
  NewCall,
  NewLocation,
} from '@/contract'
import type { Problem } from '@/shared/api'
import { parseCoordinates } from './coordinates'

export type Datum = NonNullable<NewLocation['datum']>
export const DATUMS: readonly Datum[] = ['wgs84', 'gcj02', 'bd09', 'cgcs2000']
export const SOURCES: readonly FixSource[] = ['confirmed', 'carrier', 'address', 'cell']

/**
 * A call being taken. `typing` nothing sent · `sending` · `uncertain` nobody knows whether it is stored: the same
 * request is repeated · `refused` surely not stored · `kept` safe on one node, not in the journal yet · `opened` there
 * is an incident, and what is typed from now on is saved to it.
 */
export interface Draft {
  id: string
  /** One for the whole life of the draft: however often it is sent, there is one call. */
  key: string
  startedAt: string
  state: 'typing' | 'sending' | 'uncertain' | 'refused' | 'kept' | 'opened'
  phone: string
  callerName: string
  complaint: Complaint | ''
  address: string
  meetingPoint: string
  note: string
  callerWithPatient: CallerWithPatient
  silentCaller: boolean
  /** Undefined: as the number suggests. */
  sendLink?: boolean | undefined
  /** A click on the map; typed coordinates replace it. */
  picked?: { lng: number; lat: number } | undefined
  coordinates: string
  datum: Datum
  source: FixSource
  /** The place the incident was given last, so that it is given once. */
  located?: string | undefined
  /** What was sent and may be stored. */
  sent?: NewCall | undefined
  problem?: Problem | undefined
  incidentId?: string | undefined
}

/** Fields that an incident has too: typed after the save, they change it. */
export const DETAIL_FIELDS = ['address', 'meetingPoint', 'note', 'complaint', 'callerWithPatient'] as const

export function newDraft(id: string, key: string, startedAt: string): Draft {
  return {
    id,
    key,
    startedAt,
    state: 'typing',
    phone: '',
    callerName: '',
    complaint: '',
    address: '',
    meetingPoint: '',
    note: '',
    callerWithPatient: 'unknown',
    silentCaller: false,
    coordinates: '',
    datum: 'wgs84',
    source: 'confirmed',
  }
}

/** Nothing typed, so nothing to lose. */
export function isEmpty(draft: Draft): boolean {
  const texts = [
    draft.phone,
    draft.callerName,
    draft.complaint,
    draft.address,
    draft.meetingPoint,
    draft.note,
  ]
  return (
    draft.state === 'typing' &&
    texts.every((text) => text.trim() === '') &&
    draft.coordinates.trim() === '' &&
    !draft.picked &&
    !draft.silentCaller &&
    draft.callerWithPatient === 'unknown'
  )
}

export function isPhone(phone: string): boolean {
  return /^(?=.*\d)[\d+ ()-]{3,20}$/.test(phone.trim())
}

/** Chinese mobile numbers: 11 digits from 13 to 19, with or without the country code. */
export function isMobile(phone: string): boolean {
  return /^(?:\+86|0086|86)?1[3-9]\d{9}$/.test(phone.replaceAll(/[\s()-]/g, ''))
}

/** Whether a link goes out with the save: somebody's choice, else whether one can arrive and does no harm. */
export function wantsLink(draft: Draft): boolean {
  return mayLink(draft) && (draft.sendLink ?? true)
}

export function mayLink(draft: Draft): boolean {
  return isMobile(draft.phone) && !draft.silentCaller
}

/** The place that was typed or picked, `unreadable` when what was typed is no pair of coordinates. */
export function findPlace(draft: Draft): NewLocation | 'unreadable' | undefined {
  if (draft.coordinates.trim() !== '') {
    const typed = parseCoordinates(draft.coordinates)
    return typed ? { ...typed, source: draft.source, datum: draft.datum } : 'unreadable'
  }
  return draft.picked ? { ...draft.picked, source: 'confirmed', datum: 'wgs84' } : undefined
}

export function toNewCall(draft: Draft): NewCall {
  const place = findPlace(draft)
  return {
    phone: draft.phone.trim(),
    ...(draft.callerName.trim() && { callerName: draft.callerName.trim() }),
    callerWithPatient: draft.callerWithPatient,
    silentCaller: draft.silentCaller,
    ...(draft.address.trim() && { address: draft.address.trim() }),
    ...(draft.complaint && { complaint: draft.complaint }),
    ...(draft.note.trim() && { note: draft.note.trim() }),
    ...(place && place !== 'unreadable' && { location: place }),
    sendLink: wantsLink(draft),
  }
}

/** What was typed after the request was made, or could not be part of it. */
export function listChangesSince(sent: NewCall, draft: Draft): IncidentChange {
  const change: Record<string, string> = {}
  for (const field of DETAIL_FIELDS) {
    const before = field === 'meetingPoint' ? '' : (sent[field] ?? '')
    if (draft[field].trim() !== before) change[field] = draft[field].trim()
  }
  if (change['complaint'] === '') delete change['complaint']
  return change as IncidentChange
}

/** The place, when it is another one than the one sent. */
export function findNewPlace(sent: NewCall, draft: Draft): NewLocation | undefined {
  const place = findPlace(draft)
  if (!place || place === 'unreadable') return undefined
  return JSON.stringify(place) === JSON.stringify(sent.location) ? undefined : place
}
