import type { Alert, Incident, Patient } from '@/contract'

type Translate = (key: string, named?: Record<string, unknown>) => string

/** `男 58`, `女`, `58`, `3 人`; empty while nothing is known of the one patient. */
export function describePatients(patients: readonly Patient[], t: Translate): string {
  const [first] = patients
  if (patients.length > 1) return t('shared.patients', { count: patients.length })
  if (!first) return ''
  const sex = first.sex === 'unknown' ? '' : t(`shared.sex.${first.sex}`)
  return [sex, first.ageYears].filter((part) => part !== '' && part !== undefined).join(' ')
}

/** `胸痛 · 男 58`: what a dispatcher calls an incident by. */
export function describeIncident(incident: Incident, t: Translate): string {
  const complaint = t(`shared.complaint.${incident.complaint ?? 'none'}`)
  return [complaint, describePatients(incident.patients, t)].filter(Boolean).join(' · ')
}

/** Where the crew is met, else the address; undefined when neither is known. */
export function findPlace(incident: Incident): string | undefined {
  return incident.meetingPoint?.trim() || incident.address?.trim() || undefined
}

/** `A10 未接令`; without its unit, where that stands beside it already, `未接令`. */
export function describeAlert(alert: Alert, t: Translate, withUnit = true): string {
  const unit = (withUnit && alert.unitId) || ''
  return t(`shared.alert.${alert.kind}`, { unit })
    .replace(/^[\s:,]+/, '')
    .trim()
}
