import type { Incident, Unit } from '@/contract'

/** So many characters before a number or phone is looked for inside: below, everything would fit. */
const SMALLEST_PART = 3
const MOST = 12

export interface Found {
  incidents: Incident[]
  units: Unit[]
}

/** What is on the board and fits: incidents by number, phone or place; units by id, callsign or plate. */
export function findLocal(query: string, incidents: readonly Incident[], units: readonly Unit[]): Found {
  const sought = query.normalize('NFKC').trim().toLowerCase()
  if (sought === '') return { incidents: [], units: [] }
  const digits = sought.replaceAll(/[\s()-]/g, '')
  const contains = (text: string | undefined, part = sought) => text?.toLowerCase().includes(part) ?? false
  return {
    incidents: incidents
      .filter(
        (incident) =>
          (sought.length >= SMALLEST_PART && contains(incident.number)) ||
          (/^\+?\d{3,}$/.test(digits) && incident.calls.some((call) => contains(call.phone, digits))) ||
          (!/^\d+$/.test(sought) && (contains(incident.address) || contains(incident.meetingPoint))),
      )
      .slice(0, MOST),
    units: units
      .filter(
        (unit) =>
          unit.id.toLowerCase().startsWith(sought) || contains(unit.callsign) || isPlate(unit, sought),
      )
      .slice(0, MOST),
  }
}

function isPlate(unit: Unit, sought: string): boolean {
  return (
    sought.length >= SMALLEST_PART &&
    unit.plate.toLowerCase().replace('·', '').includes(sought.replace('·', ''))
  )
}

/** Only a whole number or a whole phone is worth asking the server, which also knows what is closed. */
export function isWorthAsking(query: string): boolean {
  const sought = query.normalize('NFKC').trim()
  return /^[A-Za-z]{1,8}-\d{8}-\d{1,8}$/.test(sought) || /^\+?[\d ()-]{7,20}$/.test(sought)
}
