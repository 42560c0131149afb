import type { Recording, Trace } from './decode'
import { mmOfSeconds, type PaperScale } from './paper-scale'

/** `3x4`: three rows of four leads and a rhythm strip; `6x2`: six rows of two; `12x1`: one lead a row, all of it. */
export type EcgLayout = '3x4' | '6x2' | '12x1'

export const LAYOUTS: readonly EcgLayout[] = ['3x4', '6x2', '12x1']

/** A piece of a lead on the sheet. Millimetres from its upper left corner. */
export interface Cell {
  readonly name: string
  /** Undefined: the recording has no such lead. */
  readonly trace: Trace | undefined
  readonly x: number
  readonly width: number
  readonly baseline: number
  readonly fromSeconds: number
  readonly seconds: number
  /** It does not show the time of its column, because the lead was recorded at another. */
  readonly elsewhere: boolean
}

export interface SheetPlan {
  readonly width: number
  readonly height: number
  readonly cells: readonly Cell[]
  /** Where a calibration pulse stands, one a row. */
  readonly baselines: readonly number[]
  /** How wide a first look is. */
  readonly firstWidth: number
  readonly fromSeconds: number
  readonly toSeconds: number
  /** Of the time shown and of a step to what comes before or after. Infinite when all is shown. */
  readonly pageSeconds: number
}

const STANDARD = ['I', 'II', 'III', 'aVR', 'aVL', 'aVF', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6']
/** Names and the calibration pulse stand here; whole large squares, so that leads begin on a strong line. */
export const LEFT_MM = 15
const RIGHT_MM = 5
const TOP_MM = 5
const FOOT_MM = 10
const PAGE_SECONDS = 10
/** Of long rows, what a first look shows at least. */
const FIRST_SECONDS = 5

/** @param fromSeconds where a page of ten seconds begins; is brought into the recording */
export function planSheet(
  recording: Recording,
  layout: EcgLayout,
  scale: PaperScale,
  fromSeconds: number,
): SheetPlan {
  return layout === '12x1'
    ? planRows(recording, scale)
    : planColumns(recording, layout === '3x4' ? 4 : 2, scale, fromSeconds)
}

/**
 * The layout to begin with. Fewer leads than a full ECG leave no empty places; a phone held upright has room for
 * rows, not for columns.
 */
export function usualLayout(recording: Recording, upright: boolean): EcgLayout {
  if (upright) return '12x1'
  return STANDARD.filter((name) => findTrace(recording, name)).length >= 8 ? '3x4' : '12x1'
}

export function findTrace(recording: Recording, name: string): Trace | undefined {
  return recording.traces.find((trace) => trace.name.toLowerCase() === name.toLowerCase())
}

/** A large R wave takes 20 to 30 mm; a greater gain needs greater rows. */
function rowMm(usual: number, scale: PaperScale): number {
  return usual * Math.max(1, scale.gain / 10)
}

function namesBeyondStandard(recording: Recording): string[] {
  const known = new Set(STANDARD.map((name) => name.toLowerCase()))
  return recording.traces.map(({ name }) => name).filter((name) => !known.has(name.toLowerCase()))
}

function planRows(recording: Recording, scale: PaperScale): SheetPlan {
  const names = [...STANDARD.filter((name) => findTrace(recording, name)), ...namesBeyondStandard(recording)]
  const row = rowMm(20, scale)
  const seconds = recording.endSeconds - recording.startSeconds
  const cells = names.map((name, index) => ({
    name,
    trace: findTrace(recording, name),
    x: LEFT_MM,
    width: mmOfSeconds(seconds, scale),
    baseline: baselineOf(index, row),
    fromSeconds: recording.startSeconds,
    seconds,
    elsewhere: false,
  }))
  return {
    width: LEFT_MM + mmOfSeconds(seconds, scale) + RIGHT_MM,
    height: TOP_MM + names.length * row + FOOT_MM,
    cells,
    baselines: cells.map(({ baseline }) => baseline),
    firstWidth: LEFT_MM + mmOfSeconds(Math.min(seconds, FIRST_SECONDS), scale) + RIGHT_MM,
    fromSeconds: recording.startSeconds,
    toSeconds: recording.endSeconds,
    pageSeconds: Infinity,
  }
}

function planColumns(recording: Recording, columns: 2 | 4, scale: PaperScale, wanted: number): SheetPlan {
  const perColumn = 12 / columns
  const row = rowMm(columns === 4 ? 30 : 25, scale)
  const latest = Math.max(recording.startSeconds, recording.endSeconds - PAGE_SECONDS)
  const fromSeconds = Math.min(latest, Math.max(recording.startSeconds, wanted))
  const seconds = PAGE_SECONDS / columns
  const cells: Cell[] = []
  const place = (name: string, column: number, rowNumber: number, length: number) => {
    const trace = findTrace(recording, name)
    const due = fromSeconds + column * seconds
    const from = trace ? withinTrace(trace, due, length) : due
    cells.push({
      name,
      trace,
      x: LEFT_MM + mmOfSeconds(column * seconds, scale),
      width: mmOfSeconds(length, scale),
      baseline: baselineOf(rowNumber, row),
      fromSeconds: from,
      seconds: length,
      elsewhere: from !== due,
    })
  }
  STANDARD.forEach((name, index) => place(name, Math.floor(index / perColumn), index % perColumn, seconds))
  const others = namesBeyondStandard(recording)
  others.forEach((name, index) =>
    place(name, index % columns, perColumn + Math.floor(index / columns), seconds),
  )
  let rows = perColumn + Math.ceil(others.length / columns)
  if (columns === 4) place(rhythmLead(recording), 0, rows++, PAGE_SECONDS)
  const width = LEFT_MM + mmOfSeconds(PAGE_SECONDS, scale) + RIGHT_MM
  return {
    width,
    height: TOP_MM + rows * row + FOOT_MM,
    cells,
    baselines: Array.from({ length: rows }, (_, index) => baselineOf(index, row)),
    firstWidth: width,
    fromSeconds,
    toSeconds: Math.min(recording.endSeconds, fromSeconds + PAGE_SECONDS),
    pageSeconds: PAGE_SECONDS,
  }
}

/** On a strong line, a little below the middle: most of a lead points up. */
function baselineOf(row: number, height: number): number {
  return TOP_MM + Math.round(((row + 0.6) * height) / 5) * 5
}

/** A lead that has nothing at the time of its column shows what it has instead. */
function withinTrace(trace: Trace, due: number, seconds: number): number {
  const overlaps = due < trace.endSeconds && due + seconds > trace.startSeconds
  return overlaps ? due : Math.max(trace.startSeconds, Math.min(due, trace.endSeconds - seconds))
}

function rhythmLead(recording: Recording): string {
  const lasting = (trace: Trace) => trace.endSeconds - trace.startSeconds
  const second = findTrace(recording, 'II')
  const longest = recording.traces.reduce((one, other) => (lasting(other) > lasting(one) ? other : one))
  return second && lasting(second) >= Math.min(PAGE_SECONDS, lasting(longest)) ? second.name : longest.name
}
