import type { ControlBar } from './controls/control-bar'
import type { PaperSettings } from './waveform/waveform-sheet'

/** What the viewer holds: how a kind of ECG is controlled. */
export interface Content {
  /** Pixels of the screen a unit when its size is true. */
  trueScale(pxPerMm: number): number
  addControls(bar: ControlBar): void
  /** Draws it for the first time, when the pane has its size. */
  start(): void
  /** True when the key was its own. */
  onKey(key: string): boolean
  /** How waveforms are laid out. */
  set?(settings: Partial<PaperSettings>): void
  setCalipers?(on: boolean): void
  rotate?(): void
  /** After each drawing. */
  onDrawn?(): void
  destroy?(): void
}
