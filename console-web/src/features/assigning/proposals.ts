import type { ProposedUnit } from '@/contract'

/** A proposal younger than this was perhaps not read yet: the first press only shows it. */
export const FRESH_MILLIS = 1_000
/** An arrival that moved by more than this is another proposal, although the unit is the same. */
const NOTABLE_SECONDS = 60

/**
 * The list as it stands on the screen. Immutable; every function gives the next one. What is sent is always a row of
 * `shown`, never of `latest`.
 */
export interface ProposalList {
  /** Rows in the order of the screen. */
  shown: ProposedUnit[]
  /** What the server said last. */
  latest: ProposedUnit[]
  /** Somebody reads it with the focus or a moving pointer: the order stands still. */
  held: boolean
  /** The row somebody chose by hand; without one the newest proposal is meant. */
  chosenId: string | undefined
  /** Milliseconds: when the unit that a press would send last became another by itself. */
  changedAt: number
  /** The fresh unit that a press has already been answered with "press again" for. */
  warnedId: string | undefined
  /** False: the rows are in no order of merit, so that nobody is proposed and one has to be chosen. */
  ranked: boolean
}

/** What a press of the assigning key means. `blocked` and `choose` do nothing but say so. */
export type Press =
  { kind: 'nothing' | 'choose' } | { kind: 'blocked' | 'again' | 'reason' | 'send'; unit: ProposedUnit }

export function emptyList(now: number): ProposalList {
  return {
    shown: [],
    latest: [],
    held: false,
    chosenId: undefined,
    changedAt: now,
    warnedId: undefined,
    ranked: true,
  }
}

/**
 * The unit a press is about: the one somebody chose, else the newest proposal. A first row that nobody chose and that
 * is no longer proposed is never meant, although it still stands first because the list is being read.
 */
export function findTarget(list: ProposalList): ProposedUnit | undefined {
  const meantId = list.chosenId ?? (list.ranked ? list.latest[0]?.unitId : undefined)
  return list.shown.find((unit) => unit.unitId === meantId)
}

/**
 * A newer proposal: rows that are being read keep their places and get their new figures. Only an order of merit is
 * worth keeping: the first ranking of a list that had none is shown at once, whoever looks.
 */
export function takeUnits(
  list: ProposalList,
  units: ProposedUnit[],
  now: number,
  ranked = true,
): ProposalList {
  const frozen = list.held && list.shown.length > 0 && list.ranked === ranked
  const byId = new Map(units.map((unit) => [unit.unitId, unit]))
  const shown = frozen ? list.shown.map((unit) => byId.get(unit.unitId) ?? unit) : units
  return settle(list, { ...list, latest: units, shown, ranked }, now)
}

/** Focus or pointer came or went; when they go, the list catches up. */
export function hold(list: ProposalList, held: boolean, now: number): ProposalList {
  if (held === list.held) return list
  return settle(list, { ...list, held, shown: held ? list.shown : list.latest }, now)
}

/** Takes the newest order although the list is being read; the first row is meant again. */
export function refresh(list: ProposalList, now: number): ProposalList {
  return settle(list, { ...list, shown: list.latest, chosenId: undefined }, now)
}

/** One row up or down. */
export function move(list: ProposalList, step: 1 | -1): ProposalList {
  const target = findTarget(list)
  const at = target ? list.shown.indexOf(target) : step > 0 ? -1 : list.shown.length
  const next = list.shown[Math.min(list.shown.length - 1, Math.max(0, at + step))]
  return next ? choose(list, next.unitId) : list
}

/** Somebody's own choice is no surprise to them: it may be sent at once. */
export function choose(list: ProposalList, unitId: string): ProposalList {
  if (list.chosenId === unitId) return list
  const same = findTarget(list)?.unitId === unitId
  return { ...list, chosenId: unitId, ...(!same && { changedAt: Number.NEGATIVE_INFINITY }) }
}

/** A unit that is now proposed and does not stand first on the screen, because the list is being read. */
export function findBetter(list: ProposalList): ProposedUnit | undefined {
  const best = list.latest[0]
  if (!list.ranked || !best || best.blockedBy) return undefined
  return best.unitId === list.shown[0]?.unitId ? undefined : best
}

/** What a press does now. Changes the list only when it answers "press again". */
export function press(list: ProposalList, now: number, mayPreempt: boolean): [ProposalList, Press] {
  const unit = findTarget(list)
  if (!unit) return [list, { kind: list.shown.length > 0 ? 'choose' : 'nothing' }]
  if (!isSendable(unit, mayPreempt)) return [list, { kind: 'blocked', unit }]
  if (now - list.changedAt < FRESH_MILLIS && list.warnedId !== unit.unitId) {
    return [
      { ...list, warnedId: unit.unitId },
      { kind: 'again', unit },
    ]
  }
  return [list, { kind: needsReason(list, unit) ? 'reason' : 'send', unit }]
}

export function isSendable(unit: ProposedUnit, mayPreempt: boolean): boolean {
  if (!unit.blockedBy || unit.blockedBy === 'missing_capability') return true
  return mayPreempt && isPreemptible(unit)
}

/** It is under way to a less urgent incident; a supervisor may take it from there. */
export function isPreemptible(unit: ProposedUnit): boolean {
  return unit.blockedBy === 'unit_committed' && unit.reasons.includes('en_route_to_lower_priority')
}

function needsReason(list: ProposalList, unit: ProposedUnit): boolean {
  if (unit.blockedBy) return true
  return list.ranked && list.shown[0]?.unitId !== unit.unitId && list.latest[0]?.unitId !== unit.unitId
}

/** Notices when the unit that a press would send is another one than a moment ago. */
function settle(before: ProposalList, after: ProposalList, now: number): ProposalList {
  const kept = after.shown.some((unit) => unit.unitId === after.chosenId)
  const next = kept ? after : { ...after, chosenId: undefined }
  return isSame(findTarget(before), findTarget(next))
    ? next
    : { ...next, changedAt: now, warnedId: undefined }
}

function isSame(one: ProposedUnit | undefined, other: ProposedUnit | undefined): boolean {
  if (!one || !other) return one === other
  const moved = Math.abs(one.etaSeconds - other.etaSeconds) > NOTABLE_SECONDS
  return one.unitId === other.unitId && one.blockedBy === other.blockedBy && !moved
}
