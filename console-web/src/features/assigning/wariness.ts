import type { ProposedUnit } from '@/contract'

/** What to be wary of in a proposed unit, the weightiest first. */
const WARNINGS = [
  'no_road_found',
  'crew_not_connected',
  'position_implausible',
  'no_live_position',
  'stale_position',
]

export function listWarnings(unit: ProposedUnit): string[] {
  return WARNINGS.filter((code) => unit.reasons.includes(code))
}

/** What at least half of the units have in common: said of each, but it sets none of them apart. */
export function listUsual(units: ProposedUnit[]): Set<string> {
  const often = (code: string) =>
    2 * units.filter((unit) => unit.reasons.includes(code)).length >= units.length
  return new Set(units.length > 1 ? WARNINGS.filter(often) : [])
}
