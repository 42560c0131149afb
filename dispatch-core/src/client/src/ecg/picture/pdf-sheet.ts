import type { Sheet } from '../surface/sheet'
import type { Size, Viewport } from '../surface/viewport'
import { fill, type EcgWords } from '../words'
import type { PdfPages } from './pdf-pages'

const GAP_MM = 8
/** Of one page as it is kept. */
const MOST_PIXELS = 12_000_000
/** Besides those in sight, which are small when they are many. */
const KEPT_PAGES = 4

interface Rendered {
  canvas: HTMLCanvasElement
  pixelsPerMm: number
}

/** The pages of a document, one below the other; its unit is the millimetre. Renders what is seen, as sharp as needed. */
export class PdfSheet implements Sheet {
  readonly perMillimetre = 1
  readonly mostScale = 60
  private quarters = 0
  private rendering = false
  private destroyed = false
  /** By page, the one used last at the end. */
  private readonly rendered = new Map<number, Rendered>()
  private readonly failed = new Set<number>()
  private seen = new Set<number>()

  /** @param redraw is called when a page has become sharper */
  constructor(
    private readonly pages: PdfPages,
    private readonly words: EcgWords,
    private readonly redraw: () => void,
  ) {}

  get size(): Size {
    const last = this.boxOf(this.pages.sizes.length - 1)
    return {
      width: Math.max(...this.pages.sizes.map((_, page) => this.pageSize(page).width)),
      height: last.y + last.height + GAP_MM,
    }
  }

  get first(): Size {
    return { width: this.size.width, height: this.pageSize(0).height + GAP_MM }
  }

  rotate(): void {
    this.quarters = (this.quarters + 1) % 4
    this.forget()
  }

  draw(context: CanvasRenderingContext2D, view: Viewport, pane: Size, pixelRatio: number): void {
    const wanted = 2 ** Math.ceil(Math.log2(view.scale * pixelRatio))
    const seen = new Set<number>()
    this.seen = seen
    context.imageSmoothingQuality = 'high'
    this.pages.sizes.forEach((_, page) => {
      const box = this.boxOf(page)
      const x = (box.x - view.x) * view.scale
      const y = (box.y - view.y) * view.scale
      const [width, height] = [box.width * view.scale, box.height * view.scale]
      if (x > pane.width || y > pane.height || x + width < 0 || y + height < 0) return
      seen.add(page)
      context.fillStyle = '#ffffff'
      context.fillRect(x, y, width, height)
      const known = this.rendered.get(page)
      if (known) context.drawImage(known.canvas, x, y, width, height)
      this.label(context, page, x, y + height + (GAP_MM / 2) * view.scale)
      const possible = Math.sqrt(MOST_PIXELS / (box.width * box.height))
      this.sharpen(page, Math.min(wanted, possible))
    })
  }

  describe(): string {
    const { count } = this.pages
    return `${this.words.document}: ${fill(this.words.page, { page: 1, pages: count })}`
  }

  destroy(): void {
    this.destroyed = true
    this.forget()
    this.pages.destroy()
  }

  private label(context: CanvasRenderingContext2D, page: number, x: number, y: number): void {
    const failed = this.failed.has(page)
    if (!failed && this.pages.count === 1) return
    const { fontFamily, color } = getComputedStyle(context.canvas)
    context.font = `12px ${fontFamily}`
    context.textBaseline = 'middle'
    context.fillStyle = color
    const text = failed
      ? this.words.unreadable
      : fill(this.words.page, { page: page + 1, pages: this.pages.count })
    context.fillText(text, Math.max(4, x), y)
  }

  /** One page at a time; the next drawing asks for what is still missing. */
  private sharpen(page: number, pixelsPerMm: number): void {
    const known = this.rendered.get(page)
    if (known && known.pixelsPerMm >= pixelsPerMm * 0.99) return
    if (this.rendering || this.failed.has(page)) return
    this.rendering = true
    const { quarters } = this
    this.pages
      .render(page, pixelsPerMm, quarters)
      .then((canvas) => {
        if (quarters === this.quarters && !this.destroyed) this.keep(page, { canvas, pixelsPerMm })
      })
      .catch(() => this.failed.add(page))
      .finally(() => {
        this.rendering = false
        if (!this.destroyed) this.redraw()
      })
  }

  private keep(page: number, rendered: Rendered): void {
    this.rendered.delete(page)
    this.rendered.set(page, rendered)
    const unseen = [...this.rendered.keys()].find((other) => !this.seen.has(other))
    if (this.rendered.size > KEPT_PAGES && unseen !== undefined) this.rendered.delete(unseen)
  }

  private forget(): void {
    for (const { canvas } of this.rendered.values()) canvas.width = canvas.height = 0
    this.rendered.clear()
  }

  private pageSize(page: number): Size {
    const { width, height } = this.pages.sizes[page] ?? { width: 0, height: 0 }
    return this.quarters % 2 === 0 ? { width, height } : { width: height, height: width }
  }

  private boxOf(page: number): Size & { x: number; y: number } {
    let y = 0
    for (let before = 0; before < page; before++) y += this.pageSize(before).height + GAP_MM
    return { x: 0, y, ...this.pageSize(page) }
  }
}
