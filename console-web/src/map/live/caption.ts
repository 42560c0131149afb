import { overlaps, type Box } from './tiles'
import type { ScreenPoint } from './viewport'

/** Sides of a selected pin in the order in which they are tried. */
const SIDES = ['right', 'left', 'below', 'above'] as const
export type Side = (typeof SIDES)[number]

/** The words of the selected incident, as a chip beside its pin. */
export interface Caption {
  text: string
  side: Side
  at: ScreenPoint
  box: Box
}

export const CAPTION_HEIGHT = 24
const LONGEST = 16
/** Of a selected pin, from its tip. */
const HEAD_UP = 30
const HEAD_SIDE = 24
const FOOT_DOWN = 18
const TOP_UP = 54

/** At most 16 letters and an ellipsis: what is longer stands in the panel. */
export function cutCaption(text: string): string {
  const letters = [...text]
  return letters.length <= LONGEST ? text : `${letters.slice(0, LONGEST).join('').trimEnd()}…`
}

/**
 * Finds where a chip hides nothing; where everything hides something, where it hides least.
 *
 * @param taken boxes of units, other pins and names
 * @param free nothing is written outside
 * @param before the side it stands on now: it stays there as long as that is good
 * @returns nothing when there is no room inside `free`
 */
export function placeCaption(
  text: string,
  width: number,
  tip: ScreenPoint,
  taken: readonly Box[],
  free: Box,
  before: Side | undefined,
): Caption | undefined {
  if (tip.x < free.left || tip.x > free.right || tip.y < free.top || tip.y > free.bottom) return undefined
  let best: Caption | undefined
  let fewest = Infinity
  for (const side of before ? [before, ...SIDES] : SIDES) {
    const at = middleAt(side, tip, width, free)
    const box = boxAround(at, width)
    if (!contains(free, box)) continue
    const hidden = taken.filter((other) => overlaps(other, box)).length
    if (hidden < fewest) [best, fewest] = [{ text, side, at, box }, hidden]
  }
  return best
}

/** Chips above and below slide along the pin to stay inside; beside it they would slide onto it. */
function middleAt(side: Side, tip: ScreenPoint, width: number, free: Box): ScreenPoint {
  const half = width / 2
  if (side === 'right') return { x: tip.x + HEAD_SIDE + half, y: tip.y - HEAD_UP }
  if (side === 'left') return { x: tip.x - HEAD_SIDE - half, y: tip.y - HEAD_UP }
  const x = Math.min(Math.max(tip.x, free.left + half), free.right - half)
  const away = CAPTION_HEIGHT / 2
  return { x, y: side === 'below' ? tip.y + FOOT_DOWN + away : tip.y - TOP_UP - away }
}

function boxAround({ x, y }: ScreenPoint, width: number): Box {
  const [side, up] = [width / 2, CAPTION_HEIGHT / 2]
  return { left: x - side, top: y - up, right: x + side, bottom: y + up }
}

function contains(outer: Box, inner: Box): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  )
}
