import type { Incident } from '@/contract'

/** `asked` a hospital has not answered · `needed` a STEMI without a hospital · `stemi` a STEMI under way. */
export type PathwayMark = 'needed' | 'asked' | 'stemi'

/** What the queue shows of an incident's patients with a time-critical pathway; the most pressing first. */
export function markOf(incident: Pick<Incident, 'cases' | 'preAlerts'>): PathwayMark | undefined {
  const open = incident.cases.filter((one) => !one.concludedAt)
  if (open.some((one) => one.destinationNeeded)) return 'needed'
  if (incident.preAlerts.some((one) => one.state === 'waiting' || one.state === 'exhausted')) return 'asked'
  return open.some((one) => one.diagnosis === 'stemi') ? 'stemi' : undefined
}
