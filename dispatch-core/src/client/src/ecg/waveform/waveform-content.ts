import type { Content } from '../content'
import { CaliperLayer } from '../controls/caliper-layer'
import type { ControlBar } from '../controls/control-bar'
import type { Pane } from '../surface/pane'
import type { EcgWords } from '../words'
import { LAYOUTS, type EcgLayout } from './layout'
import type { Gain, Speed } from './paper-scale'
import type { PaperSettings, WaveformSheet } from './waveform-sheet'

const SPEEDS: readonly Speed[] = [25, 50]
const GAINS: readonly Gain[] = [5, 10, 20]

/** Waveforms in a pane: their paper, and calipers upon it. */
export class WaveformContent implements Content {
  private calipers: CaliperLayer | undefined
  private reflect: (() => void)[] = []

  /** @param onSet told when a person chose other paper */
  constructor(
    private readonly pane: Pane,
    private sheet: WaveformSheet,
    private readonly words: EcgWords,
    private readonly onSet: (settings: Partial<PaperSettings>) => void,
  ) {}

  start(): void {
    this.pane.element.dataset['paper'] = this.sheet.settings.paper
    this.pane.setSheet(this.sheet)
  }

  trueScale(pxPerMm: number): number {
    return pxPerMm
  }

  set(settings: Partial<PaperSettings>): void {
    const before = this.sheet.settings
    this.sheet = this.sheet.with(settings)
    const { layout, scale, paper } = this.sheet.settings
    this.pane.element.dataset['paper'] = paper
    const measured = this.calipers !== undefined
    const otherPaper =
      layout !== before.layout || scale.speed !== before.scale.speed || scale.gain !== before.scale.gain
    // What the lines stood upon is elsewhere now.
    if (otherPaper) this.setCalipers(false)
    this.pane.setSheet(this.sheet, layout === before.layout)
    if (otherPaper && measured) this.setCalipers(true)
    this.show()
  }

  setCalipers(on: boolean): void {
    this.calipers?.destroy()
    this.calipers = on ? new CaliperLayer(this.pane, this.sheet.settings.scale, this.words) : undefined
    this.show()
  }

  addControls(bar: ControlBar): void {
    const { words } = this
    const names: Record<EcgLayout, string> = {
      '3x4': words.layout3x4,
      '6x2': words.layout6x2,
      '12x1': words.layout12x1,
    }
    const layout = bar.choice(
      words.layout,
      LAYOUTS.map((value) => [value, names[value]] as const),
      (value) => this.choose({ layout: value }),
    )
    const speed = bar.choice(
      words.speed,
      SPEEDS.map((value) => [value, `${value} mm/s`] as const),
      (value) => this.choose({ scale: { ...this.sheet.settings.scale, speed: value } }),
    )
    const gain = bar.choice(
      words.gain,
      GAINS.map((value) => [value, `${value} mm/mV`] as const),
      (value) => this.choose({ scale: { ...this.sheet.settings.scale, gain: value } }),
    )
    const earlier = bar.button(words.earlier, () => this.turnPage(-1), '‹')
    const later = bar.button(words.later, () => this.turnPage(1), '›')
    const calipers = bar.toggle(words.calipers, (on) => this.setCalipers(on))
    const dark = bar.toggle(words.darkPaper, (on) => this.choose({ paper: on ? 'dark' : 'light' }))
    this.reflect = [
      () => layout(this.sheet.settings.layout),
      () => speed(this.sheet.settings.scale.speed),
      () => gain(this.sheet.settings.scale.gain),
      () => calipers(this.calipers !== undefined),
      () => dark(this.sheet.settings.paper === 'dark'),
      () => {
        earlier.disabled = !this.sheet.hasPage(-1)
        later.disabled = !this.sheet.hasPage(1)
        earlier.hidden = later.hidden = earlier.disabled && later.disabled
      },
    ]
    this.show()
  }

  onKey(key: string): boolean {
    if (key === 'PageUp' || key === 'PageDown') this.turnPage(key === 'PageUp' ? -1 : 1)
    else if (key === 'c') this.setCalipers(this.calipers === undefined)
    else return false
    return true
  }

  onDrawn(): void {
    this.calipers?.place()
  }

  destroy(): void {
    this.calipers?.destroy()
  }

  private choose(settings: Partial<PaperSettings>): void {
    this.set(settings)
    this.onSet(settings)
  }

  private turnPage(pages: -1 | 1): void {
    if (!this.sheet.hasPage(pages)) return
    const { fromSeconds, pageSeconds } = this.sheet.plan
    this.set({ fromSeconds: fromSeconds + pages * pageSeconds })
  }

  private show(): void {
    for (const one of this.reflect) one()
  }
}
