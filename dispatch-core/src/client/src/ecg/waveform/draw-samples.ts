import { MISSING } from './decode'

/** Where a line is drawn: a canvas context, a Path2D, or a test. */
export interface Pen {
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
}

/** Sample `i` of value `v` is at (`x + i · dx`, `y + v · dy`). */
export interface Place {
  x: number
  dx: number
  y: number
  dy: number
}

/**
 * Draws samples `from` (inclusive) to `to` (exclusive). A missing sample lifts the pen. When many fall into one
 * column of `column` pixels, its lowest and highest are drawn, in their order and at their own places, so that no
 * peak is lost however far one zooms out. Costs one pass over the samples.
 *
 * @param column width of one device pixel in the units of `place`
 */
export function drawSamples(
  pen: Pen,
  samples: Int16Array,
  from: number,
  to: number,
  place: Place,
  column: number,
): void {
  const begin = Math.max(0, from)
  const end = Math.min(samples.length, to)
  const perColumn = Math.floor(column / place.dx)
  if (perColumn <= 2) drawEach(pen, samples, begin, end, place)
  else drawExtremes(pen, samples, begin, end, place, perColumn)
}

function drawEach(pen: Pen, samples: Int16Array, begin: number, end: number, place: Place): void {
  const { x, dx, y, dy } = place
  let down = false
  for (let at = begin; at < end; at++) {
    const value = samples[at] as number
    if (value === MISSING) {
      down = false
      continue
    }
    if (down) pen.lineTo(x + at * dx, y + value * dy)
    else {
      pen.moveTo(x + at * dx, y + value * dy)
      // One sample between two gaps is seen as a dot.
      if (at + 1 >= end || samples[at + 1] === MISSING) pen.lineTo(x + (at + 0.5) * dx, y + value * dy)
    }
    down = true
  }
}

function drawExtremes(
  pen: Pen,
  samples: Int16Array,
  begin: number,
  end: number,
  place: Place,
  perColumn: number,
): void {
  const { x, dx, y, dy } = place
  let down = false
  // Columns begin at the same samples wherever the view begins: nothing flickers while panning.
  for (let at = begin - (begin % perColumn); at < end; at += perColumn) {
    let low = -1
    let high = -1
    let gap = false
    const last = Math.min(at + perColumn, end)
    for (let i = Math.max(at, begin); i < last; i++) {
      const value = samples[i] as number
      if (value === MISSING) gap = true
      else {
        if (low < 0 || value < (samples[low] as number)) low = i
        if (high < 0 || value > (samples[high] as number)) high = i
      }
    }
    if (gap) down = false
    if (low < 0) continue
    const first = Math.min(low, high)
    const second = Math.max(low, high)
    if (down) pen.lineTo(x + first * dx, y + (samples[first] as number) * dy)
    else pen.moveTo(x + first * dx, y + (samples[first] as number) * dy)
    if (second !== first) pen.lineTo(x + second * dx, y + (samples[second] as number) * dy)
    else if (!down) pen.lineTo(x + (first + 0.5) * dx, y + (samples[first] as number) * dy)
    down = !gap
  }
}
