import type { Sheet } from '../surface/sheet'
import type { Size, Viewport } from '../surface/viewport'
import type { EcgWords } from '../words'
import { COLOURS, type Paper } from './colours'
import type { Recording, Trace } from './decode'
import { drawName, drawPulse, drawTrace, restingOffset, writeOnPaper, type Drawing } from './draw-cells'
import { planSheet, type EcgLayout, type SheetPlan } from './layout'
import { drawPaper } from './paper'
import type { PaperScale } from './paper-scale'

/** How waveforms are laid out on their paper. */
export interface PaperSettings {
  readonly layout: EcgLayout
  readonly scale: PaperScale
  readonly paper: Paper
  /** Where a page of ten seconds begins. */
  readonly fromSeconds: number
}

/** Waveforms on millimetre paper; its unit is the millimetre. */
export class WaveformSheet implements Sheet {
  readonly perMillimetre = 1
  readonly mostScale = 60
  readonly plan: SheetPlan
  readonly size: Size
  readonly first: Size

  /** @param remark what the foot says besides the scale, such as the device */
  constructor(
    private readonly recording: Recording,
    readonly settings: PaperSettings,
    private readonly words: EcgWords,
    private readonly remark: string,
    private readonly offsets: ReadonlyMap<Trace, number> = offsetsOf(recording),
  ) {
    this.plan = planSheet(recording, settings.layout, settings.scale, settings.fromSeconds)
    this.size = { width: this.plan.width, height: this.plan.height }
    this.first = { width: this.plan.firstWidth, height: this.plan.height }
  }

  /** The same recording on other paper. */
  with(settings: Partial<PaperSettings>): WaveformSheet {
    const next = { ...this.settings, ...settings }
    return new WaveformSheet(this.recording, next, this.words, this.remark, this.offsets)
  }

  /** Whether there is something before (−1) or after (1) what is shown. */
  hasPage(direction: -1 | 1): boolean {
    const { fromSeconds, toSeconds, pageSeconds } = this.plan
    if (pageSeconds === Infinity) return false
    const { startSeconds, endSeconds } = this.recording
    return direction < 0 ? fromSeconds > startSeconds + 1e-6 : toSeconds < endSeconds - 1e-6
  }

  draw(context: CanvasRenderingContext2D, view: Viewport, pane: Size, pixelRatio: number): void {
    const { scale, paper } = this.settings
    const colours = COLOURS[paper]
    const { fontFamily } = getComputedStyle(context.canvas)
    const drawing: Drawing = { context, view, pane, pixelRatio, colours, scale, fontFamily }
    drawPaper(context, this.size, view, pane, pixelRatio, colours)
    // Beneath the traces: a name never hides a wave.
    for (const cell of this.plan.cells) drawName(drawing, cell, this.words)
    this.drawFoot(drawing)
    for (const baseline of this.plan.baselines) drawPulse(drawing, baseline)
    for (const cell of this.plan.cells)
      drawTrace(drawing, cell, this.recording.sampleRateHz, cell.trace ? this.offsetOf(cell.trace) : 0)
  }

  describe(): string {
    const names = this.recording.traces.map(({ name }) => name).join(' ')
    return `${this.words.waveform}: ${names}. ${this.foot()}`
  }

  private offsetOf(trace: Trace): number {
    return this.offsets.get(trace) ?? 0
  }

  private drawFoot(drawing: Drawing): void {
    const { view, colours } = drawing
    const size = Math.min(18, Math.max(10, view.scale * 2.8))
    const x = Math.max(4, (4 - view.x) * view.scale)
    writeOnPaper(
      drawing,
      this.foot(),
      x,
      (this.plan.height - 4 - view.y) * view.scale,
      `${size}px`,
      colours.text,
    )
  }

  private foot(): string {
    const { scale } = this.settings
    const { fromSeconds, toSeconds } = this.plan
    const parts = [
      `${scale.speed} mm/s`,
      `${scale.gain} mm/mV`,
      `${fromSeconds.toFixed(1)}–${toSeconds.toFixed(1)} s`,
      `${this.recording.sampleRateHz} Hz`,
      this.remark,
    ]
    return parts.filter(Boolean).join('  ')
  }
}

function offsetsOf(recording: Recording): ReadonlyMap<Trace, number> {
  return new Map(recording.traces.map((trace) => [trace, restingOffset(trace)]))
}
