import { type Place, direction, distanceMeters } from '../shared/place'
import { type MinuteRange, etaRange } from './eta'
import type { ApproachingUnit, Locator } from './locator'
import type { Text } from './text'

/** What the card of one ambulance says. */
export interface ApproachCard {
  /** The line above: "救护车 A12 已出发,预计". */
  over: string
  /** The big one: "3–5 分钟" or what is happening. */
  main: string
  under: string
  /** The big line has minutes. */
  minutes?: true
}

/** Where the ambulance was longer ago than this says nothing about where it is. */
const OLDEST_POSITION_MILLIS = 90_000
/** Nearer than a fix is exact, a direction would send people the wrong way. */
const DIRECTION_FROM_METERS = 100

export interface Viewpoint {
  text: Text
  /** Where the caller is, if that is known and where the ambulance goes. */
  own: Place | undefined
  serverNowMillis: number
  /** Whether what the server knows is what is shown. */
  fresh: boolean
}

export function approachCard(unit: ApproachingUnit, view: Viewpoint): ApproachCard {
  const { text } = view
  const minutes = minutesOf(unit, view)
  const happening = happeningOf(unit, text)
  const where = whereOf(unit, view)
  if (!minutes) return { over: text.unit(unit.unitId), main: happening, under: where }
  const step = departed(unit) ? text.departedShort : text.dispatchedShort
  return { over: text.unitEta(unit.unitId, step), main: text.minutes(minutes), under: where, minutes: true }
}

/** The page's heading. */
export function headline(locator: Locator | undefined, text: Text): string {
  switch (locator?.status) {
    case undefined:
      return text.page
    case 'en_route':
      return `120 · ${text.departed}`
    case 'assigned':
      return `120 · ${text.dispatched}`
    case 'on_scene':
      return `120 · ${text.arrived}`
    case 'transporting':
      return `120 · ${text.transporting}`
    case 'at_hospital':
    case 'awaiting_closure':
      return `120 · ${text.atHospital}`
    default:
      return text.page
  }
}

/** Where the ambulance is, if that is known well enough to be shown. */
export function placeOf(unit: ApproachingUnit, serverNowMillis: number): Place | undefined {
  const { lng, lat, at } = unit
  if (lng == null || lat == null || at == null) return undefined
  return serverNowMillis - Date.parse(at) <= OLDEST_POSITION_MILLIS ? { lng, lat } : undefined
}

export function isApproaching(unit: ApproachingUnit): boolean {
  return unit.status === 'assigned' || unit.status === 'acknowledged' || unit.status === 'en_route'
}

function departed(unit: ApproachingUnit): boolean {
  return unit.status === 'en_route'
}

function minutesOf(unit: ApproachingUnit, view: Viewpoint): MinuteRange | undefined {
  if (unit.etaSeconds == null || !view.fresh || !isApproaching(unit)) return undefined
  return placeOf(unit, view.serverNowMillis) && etaRange(unit.etaSeconds, departed(unit))
}

function whereOf(unit: ApproachingUnit, { own, text, serverNowMillis }: Viewpoint): string {
  const place = isApproaching(unit) ? placeOf(unit, serverNowMillis) : undefined
  if (!own || !place) return ''
  const meters = distanceMeters(own, place)
  const name = text.directions[direction(own, place)]
  const bearing = name !== undefined && meters >= DIRECTION_FROM_METERS ? text.inDirection(name) : ''
  return joined(text.distance(meters), bearing)
}

function happeningOf(unit: ApproachingUnit, text: Text): string {
  switch (unit.status) {
    case 'assigned':
    case 'acknowledged':
      return text.dispatched
    case 'en_route':
      return text.departed
    case 'on_scene':
    case 'patient_contact':
      return text.arrived
    case 'transporting':
      return text.transporting
    default:
      return text.atHospital
  }
}

function joined(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(' · ')
}
