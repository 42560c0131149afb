import type { Size, Viewport } from '../surface/viewport'
import type { EcgWords } from '../words'
import type { PaperColours } from './colours'
import { MISSING, type Trace } from './decode'
import { drawSamples } from './draw-samples'
import { LEFT_MM, type Cell } from './layout'
import { mmOfMillivolts, mmOfSeconds, type PaperScale } from './paper-scale'

/** What drawing on the sheet needs to know. */
export interface Drawing {
  readonly context: CanvasRenderingContext2D
  readonly view: Viewport
  readonly pane: Size
  readonly pixelRatio: number
  readonly colours: PaperColours
  readonly scale: PaperScale
  readonly fontFamily: string
}

const PULSE_MILLIVOLTS = 1
const PULSE_SECONDS = 0.2
const NAME_ABOVE_MM = 9
/** An electrode's resting voltage can lie far from zero; such a lead is moved as a whole onto its baseline. */
const OFFSET_FROM_MILLIVOLTS = 0.5

/** A quarter of a millimetre, as far as the screen can show that. */
function penWidth({ view, pixelRatio }: Drawing): number {
  return Math.min(2.5, Math.max(Math.min(1, 1.5 / pixelRatio), view.scale * 0.25))
}

/** 1 mV high, 0.2 s long: what says how the paper is to be read. */
export function drawPulse(drawing: Drawing, baseline: number): void {
  const { context, view, colours, scale } = drawing
  const wide = mmOfSeconds(PULSE_SECONDS, scale)
  const high = mmOfMillivolts(PULSE_MILLIVOLTS, scale)
  const begin = (LEFT_MM - wide) / 2
  const points = [
    [begin - 1.5, 0],
    [begin, 0],
    [begin, high],
    [begin + wide, high],
    [begin + wide, 0],
    [begin + wide + 1.5, 0],
  ] as const
  context.beginPath()
  for (const [x, y] of points) context.lineTo((x - view.x) * view.scale, (baseline - y - view.y) * view.scale)
  context.strokeStyle = colours.trace
  context.lineWidth = penWidth(drawing)
  context.stroke()
}

/** The samples of the cell that are in sight. Not cut off above or below: a tall R wave reaches into the next row. */
export function drawTrace(drawing: Drawing, cell: Cell, sampleRateHz: number, offset: number): void {
  const { trace } = cell
  if (!trace) return
  const { context, view, pane, pixelRatio, colours, scale } = drawing
  const dx = (scale.speed / sampleRateHz) * view.scale
  const begins = cell.x + mmOfSeconds(trace.startSeconds - cell.fromSeconds, scale)
  const x = (begins - view.x) * view.scale
  const indexOf = (seconds: number) => (seconds - trace.startSeconds) * sampleRateHz
  const from = Math.max(Math.ceil(indexOf(cell.fromSeconds) - 1e-6), Math.floor(-x / dx) - 1)
  const to = Math.min(
    Math.ceil(indexOf(cell.fromSeconds + cell.seconds) - 1e-6),
    Math.ceil((pane.width - x) / dx) + 2,
  )
  if (to <= from) return
  const dy = -mmOfMillivolts(trace.millivoltsPerUnit, scale) * view.scale
  const y = (cell.baseline - view.y) * view.scale - offset * dy
  context.beginPath()
  drawSamples(context, trace.samples, from, to, { x, dx, y, dy }, 1 / pixelRatio)
  context.strokeStyle = colours.trace
  context.lineWidth = penWidth(drawing)
  context.lineJoin = dx * pixelRatio > 1 ? 'round' : 'bevel'
  context.stroke()
}

/** In units of the trace: the middle of its samples when that is far from zero, else nothing. */
export function restingOffset(trace: Trace): number {
  const step = Math.max(1, Math.floor(trace.samples.length / 2000))
  const some: number[] = []
  for (let at = 0; at < trace.samples.length; at += step) {
    const value = trace.samples[at] as number
    if (value !== MISSING) some.push(value)
  }
  some.sort((one, other) => one - other)
  const middle = some[Math.floor(some.length / 2)] ?? 0
  return Math.abs(middle * trace.millivoltsPerUnit) > OFFSET_FROM_MILLIVOLTS ? middle : 0
}

/** The name, what is to be known about the lead, and short strokes where another lead ended. */
export function drawName(drawing: Drawing, cell: Cell, words: EcgWords): void {
  const { view, pane, colours } = drawing
  const size = Math.min(20, Math.max(11, view.scale * 3.4))
  const end = (cell.x + cell.width - view.x) * view.scale
  const begin = (cell.x - view.x) * view.scale
  if (end < 0 || begin > pane.width) return
  // Stays in sight while its lead is.
  const x = Math.min(Math.max(begin + 3, 4), Math.max(begin + 3, end - 4 * size))
  const y = (cell.baseline - NAME_ABOVE_MM - view.y) * view.scale
  if (cell.x > LEFT_MM) drawBoundary(drawing, begin, (cell.baseline - view.y) * view.scale)
  const wide = writeOnPaper(drawing, cell.name, x, y, `600 ${size}px`, colours.text)
  const note = noteOf(cell, words)
  if (note) writeOnPaper(drawing, note, x + wide + 4, y, `${Math.max(10, size * 0.8)}px`, colours.note)
}

function noteOf(cell: Cell, words: EcgWords): string {
  const notes: string[] = []
  if (!cell.trace) notes.push(words.noData)
  if (cell.trace?.derived) notes.push(words.derived)
  if (cell.elsewhere) notes.push(`${cell.fromSeconds.toFixed(1)} s`)
  return notes.join(' · ')
}

function drawBoundary({ context, view, colours }: Drawing, x: number, baseline: number): void {
  context.fillStyle = colours.text
  for (const above of [8, -5])
    context.fillRect(x - 0.5, baseline - above * view.scale, 1, Math.max(2, 3 * view.scale))
}

/** Gives how wide it became. The rim keeps words readable upon lines. */
export function writeOnPaper(
  { context, colours, fontFamily }: Drawing,
  text: string,
  x: number,
  y: number,
  font: string,
  colour: string,
): number {
  context.font = `${font} ${fontFamily}`
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.lineWidth = 3
  context.strokeStyle = colours.paper
  context.strokeText(text, x, y)
  context.fillStyle = colour
  context.fillText(text, x, y)
  return context.measureText(text).width
}
