import type { Paper } from './waveform/colours'
import type { EcgWaveform } from './waveform/decode'
import type { EcgLayout } from './waveform/layout'
import type { Gain, Speed } from './waveform/paper-scale'
import type { EcgWords } from './words'

export type EcgSource =
  { kind: 'waveform'; waveform: EcgWaveform } | { kind: 'image'; blob: Blob } | { kind: 'pdf'; blob: Blob }

export interface EcgOptions {
  /** `ECG_WORDS_ZH` unless given. */
  words?: EcgWords
  /** Whose ECG of when it is; told to people who cannot see it. */
  label?: string
  layout?: EcgLayout
  /** 25 mm/s unless given. */
  speed?: Speed
  /** 10 mm/mV unless given. */
  gain?: Gain
  /** Light unless given, by night too. */
  paper?: Paper
  /** CSS pixels a millimetre of this screen; 96 an inch unless given, which most screens are not exactly. */
  pxPerMm?: number
  /** False leaves the row of buttons out; keys and gestures still work. */
  controls?: boolean
  /** Told when it cannot be shown; the viewer says so itself too. */
  onProblem?(problem: unknown): void
}

/** An ECG that is shown. What does not apply to its kind does nothing. */
export interface EcgView {
  /** True when it has been drawn, false when it cannot be shown. Never fails. */
  readonly ready: Promise<boolean>
  setLayout(layout: EcgLayout): void
  setSpeed(speed: Speed): void
  setGain(gain: Gain): void
  setPaper(paper: Paper): void
  setCalipers(on: boolean): void
  /** Begins a page of ten seconds there. */
  showFrom(seconds: number): void
  /** Calibrates true size to this screen. */
  setPxPerMm(pxPerMm: number): void
  zoom(factor: number): void
  fit(): void
  /** One millimetre of paper is one of the screen; one pixel of a picture is one pixel. */
  showTrueSize(): void
  /** A picture or document, by a quarter, clockwise. */
  rotate(): void
  /** Removes it from its host and gives everything back. */
  destroy(): void
}
