import type { Aed, Incident, RoadClosure, Unit } from '@/contract'
import { tellMoment, tellUntil } from '@/features/roads'
import { aedState, unitState } from '@/map'
import type { Hospital, Station } from '@/shared/center'
import { formatAge, secondsSince } from '@/shared/time'

/** Translates a key of the message files. */
export type Translate = (key: string, values?: Record<string, unknown>) => string

/** A few words about one thing on the map. `warning` is what a dispatcher must not overlook. */
export interface Tooltip {
  title: string
  lines: string[]
  warning?: string
}

interface Position {
  at: string
  speedMps?: number
}

export function describeUnit(
  unit: Unit,
  assignment: Incident['assignments'][number] | undefined,
  position: Position | undefined,
  stale: boolean,
  now: number,
  t: Translate,
): Tooltip {
  const state = t(`map.unit.${unitState(unit, assignment?.status)}`)
  const milestone = assignment && t(`shared.milestone.${assignment.status}`)
  const speed = Math.round((position?.speedMps ?? 0) * 3.6)
  const warnings = [
    unit.positionSuspect && t('map.unit.suspect'),
    stale && t('map.unit.stale'),
    unit.crewLink === 'lost' && t('shared.crewLink.lost'),
  ]
  return {
    title: unit.callsign === unit.id ? unit.id : `${unit.id} ${unit.callsign}`,
    lines: [
      unit.plate,
      unit.capabilities.map((capability) => t(`shared.capability.${capability}`)).join(' · '),
      join([state, milestone, unit.reason]),
      join([
        position?.at
          ? t('map.unit.age', { age: formatAge(secondsSince(position.at, now)) })
          : t('map.unit.noAge'),
        speed > 0 && t('map.unit.speed', { speed }),
      ]),
      unit.crewLink === 'lost' ? '' : t(`shared.crewLink.${unit.crewLink}`),
    ].filter(Boolean),
    ...withWarning(join(warnings)),
  }
}

export function describeIncident(incident: Incident, now: number, t: Translate): Tooltip {
  const age = formatAge(secondsSince(incident.openedAt, now))
  return {
    title: `${t(`shared.priority.${incident.priority}`)} · ${t(`shared.complaint.${incident.complaint ?? 'none'}`)}`,
    lines: [
      incident.address ?? '',
      join([t(`shared.status.${incident.status}`), age]),
      incident.number,
    ].filter(Boolean),
  }
}

export function describeAed(aed: Aed, t: Translate): Tooltip {
  const state = aedState(aed)
  const hours = aed.hoursText ?? aed.openingHours
  const said = t(`map.aed.${state}`)
  return {
    title: `AED ${aed.name}`,
    lines: [
      state === 'usable' ? said : '',
      join([aed.building, aed.floor]),
      aed.placement ?? '',
      join([hours && t('map.aed.hours', { hours }), t(`map.access.${aed.access}`)]),
      join([aed.custodian, aed.custodianPhone]),
    ].filter(Boolean),
    ...withWarning(state === 'usable' ? '' : said),
  }
}

export function describeHospital(hospital: Hospital, t: Translate): Tooltip {
  const pci = hospital.capabilities.find(({ name }) => name.startsWith('pci'))
  return {
    title: hospital.name,
    lines: pci ? [join([t('map.hospitalPci'), pci.hours])] : [],
  }
}

export function describeClosure(closure: RoadClosure, now: number, zone: string, t: Translate): Tooltip {
  const cause = t(`roads.cause.${closure.cause}`)
  return {
    title: `${t('roads.title')} · ${cause}`,
    lines: [
      closure.reason === cause ? '' : closure.reason,
      t('roads.since', { time: tellMoment(closure.closedAt, now, zone) }),
      t('roads.by', { name: closure.closedBy }),
    ].filter(Boolean),
    warning: tellUntil(closure, now, zone, t),
  }
}

export function describeStation(station: Station, t: Translate): Tooltip {
  return { title: station.name, lines: [t('map.station'), station.phone ?? ''].filter(Boolean) }
}

function join(parts: (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(' · ')
}

function withWarning(warning: string): { warning?: string } {
  return warning ? { warning } : {}
}
