import type { Incident, Unit } from '@/contract'

/** What the top bar counts. */
export interface Counts {
  waiting: number
  underWay: number
  available: number
  units: number
}

export function countBoard(incidents: readonly Incident[], units: readonly Unit[]): Counts {
  const waiting = incidents.filter((incident) => incident.status === 'waiting').length
  const closing = incidents.filter((incident) => incident.status === 'awaiting_closure').length
  const free = units.filter(
    (unit) => unit.availability === 'available' || unit.availability === 'available_mobile',
  )
  return {
    waiting,
    underWay: incidents.length - waiting - closing,
    available: free.length,
    units: units.length,
  }
}
