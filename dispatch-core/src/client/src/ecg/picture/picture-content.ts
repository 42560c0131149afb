import type { Content } from '../content'
import type { ControlBar } from '../controls/control-bar'
import type { Pane } from '../surface/pane'
import type { Sheet } from '../surface/sheet'
import type { EcgWords } from '../words'

/** A sheet that can be turned. */
export interface Turning extends Sheet {
  rotate(): void
}

/** A picture or a document in a pane. */
export class PictureContent implements Content {
  constructor(
    private readonly pane: Pane,
    private readonly sheet: Turning,
    private readonly words: EcgWords,
  ) {}

  start(): void {
    this.pane.setSheet(this.sheet)
  }

  trueScale(pxPerMm: number): number {
    return this.sheet.perMillimetre === undefined ? 1 : pxPerMm / this.sheet.perMillimetre
  }

  addControls(bar: ControlBar): void {
    bar.button(this.words.rotate, () => this.rotate(), '⟳')
  }

  onKey(key: string): boolean {
    if (key !== 'r') return false
    this.rotate()
    return true
  }

  rotate(): void {
    this.sheet.rotate()
    this.pane.setSheet(this.sheet)
  }
}
