import type { Size, Viewport } from './viewport'

/** What lies in the pane: waveforms on paper, a picture, the pages of a document. */
export interface Sheet {
  /** In units: millimetres, or pixels of a picture. */
  readonly size: Size
  /** The part that a first look shows. */
  readonly first: Size
  /** Units a millimetre, where the sheet knows how large it is. */
  readonly perMillimetre: number | undefined
  /** The greatest zoom that still shows more, in CSS pixels a unit. */
  readonly mostScale: number
  /** Draws what `view` sees of it, in CSS pixels. Called on demand, never from a loop. */
  draw(context: CanvasRenderingContext2D, view: Viewport, pane: Size, pixelRatio: number): void
  /** What a person who cannot see it is told. */
  describe(): string
  /** Gives back what it holds. */
  destroy?(): void
}
