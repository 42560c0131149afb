import { findClosure } from './closures'
import type { LiveHit } from './marks'
import type { Stage } from './stage'
import type { ScreenPoint } from './viewport'

/** How far from its middle a mark is still meant, in CSS pixels. */
const BADGE_REACH = 17
const DOT_REACH = 9
const PIN = { up: 20, reach: 15 }
const SELECTED_PIN = { up: 28, reach: 21 }

/** What is drawn at a point: an incident before the nearest unit, a closed road last. */
export function findIn(
  { pins, units, closures }: Stage,
  at: ScreenPoint,
  crowded: boolean,
): LiveHit | undefined {
  const pin = pins.findLast(({ mark, tip }) => {
    const { up, reach } = mark.selected ? SELECTED_PIN : PIN
    return Math.hypot(at.x - tip.x, at.y - (tip.y - up)) <= reach
  })
  if (pin) return { kind: 'incident', id: pin.mark.id }
  let nearest = crowded ? DOT_REACH : BADGE_REACH
  let id: string | undefined
  for (const unit of units) {
    const distance = Math.hypot(at.x - unit.at.x, at.y - unit.at.y)
    if (distance <= nearest) [id, nearest] = [unit.runner.mark.id, distance]
  }
  if (id !== undefined) return { kind: 'unit', id }
  const closure = findClosure(closures, at)
  return closure === undefined ? undefined : { kind: 'closure', id: closure }
}
