import { bindGestures } from './gestures'
import type { Sheet } from './sheet'
import { drag, keepInside, show, zoomAround, type Size, type Viewport, type ZoomLimits } from './viewport'

/** What a person did to one pane, in a form that another pane can do too. */
export type Move =
  | { kind: 'zoom'; factor: number; x: number; y: number }
  | { kind: 'drag'; dx: number; dy: number }
  | { kind: 'fit' }

/** A canvas of 16 megapixels is as much as phones give. */
const MOST_PIXELS = 16_000_000

/**
 * A canvas in which a sheet is seen. Draws when something changed, at most once a frame, and never otherwise.
 * Takes mouse, wheel, touch and keys.
 */
export class Pane {
  readonly element = document.createElement('div')
  readonly canvas = document.createElement('canvas')
  view: Viewport = { scale: 1, x: 0, y: 0 }
  /** Told after a person moved what is seen, not after a program did. */
  onMove: ((move: Move) => void) | undefined
  /** Told after each drawing. */
  onDrawn: (() => void) | undefined

  private sheet: Sheet | undefined
  private size: Size = { width: 0, height: 0 }
  private fitted = true
  private frame = 0
  private readonly watch = new ResizeObserver(() => this.resize())
  private readonly release: () => void

  constructor() {
    this.element.className = 'ecg-pane'
    this.element.tabIndex = 0
    this.canvas.setAttribute('role', 'img')
    this.element.append(this.canvas)
    this.release = bindGestures(this.element, (move) => this.move(move))
    this.watch.observe(this.element)
  }

  get paneSize(): Size {
    return this.size
  }

  /** Higher than wide, as a phone is held. */
  isUpright(): boolean {
    this.measure()
    return this.size.height > this.size.width
  }

  get sheetSize(): Size {
    return this.sheet?.size ?? { width: 0, height: 0 }
  }

  /** @param keep what is seen stays where it is: the sheet is the same in another form */
  setSheet(sheet: Sheet, keep = false): void {
    if (this.sheet !== sheet) this.sheet?.destroy?.()
    this.sheet = sheet
    this.canvas.setAttribute('aria-label', sheet.describe())
    this.measure()
    if (!keep || this.fitted) this.fit()
    else this.setView(this.view)
    this.drawNow()
  }

  /** By a person or on their behalf: others that move along are told. */
  move(move: Move): void {
    this.follow(move)
    this.onMove?.(move)
  }

  /** Does what was done to another pane. */
  follow(move: Move): void {
    if (!this.sheet) return
    const { view } = this
    switch (move.kind) {
      case 'fit':
        this.fit()
        return
      case 'drag':
        this.setView(drag(view, move.dx, move.dy))
        break
      case 'zoom':
        this.setView(zoomAround(view, move.factor, move.x, move.y, this.limits(this.sheet)))
        break
    }
    this.fitted = false
  }

  zoom(factor: number): void {
    this.move(this.zoomInMiddle(factor))
  }

  /** Around the middle; others are not told. */
  zoomTo(scale: number): void {
    this.follow(this.zoomInMiddle(scale / this.view.scale))
  }

  /** Draws before the next frame is shown. */
  redraw(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.drawNow())
  }

  destroy(): void {
    cancelAnimationFrame(this.frame)
    this.watch.disconnect()
    this.release()
    this.sheet?.destroy?.()
    this.sheet = undefined
    // Some browsers keep the memory of a canvas until it is small.
    this.canvas.width = this.canvas.height = 0
    this.element.remove()
  }

  private zoomInMiddle(factor: number): Move {
    return { kind: 'zoom', factor, x: this.size.width / 2, y: this.size.height / 2 }
  }

  private fit(): void {
    if (!this.sheet) return
    this.fitted = true
    this.setView(show(this.sheet.first, this.size))
  }

  private limits(sheet: Sheet): ZoomLimits {
    const whole = show(sheet.size, this.size).scale
    return { least: Math.min(whole, sheet.mostScale), most: Math.max(whole, sheet.mostScale) }
  }

  private setView(view: Viewport): void {
    if (!this.sheet) return
    this.view = keepInside(view, this.sheet.size, this.size)
    this.redraw()
  }

  private measure(): void {
    this.size = { width: this.element.clientWidth, height: this.element.clientHeight }
  }

  private resize(): void {
    const { width, height } = this.size
    this.measure()
    if (width === this.size.width && height === this.size.height) return
    if (this.fitted) this.fit()
    else this.setView(this.view)
  }

  private drawNow(): void {
    cancelAnimationFrame(this.frame)
    this.frame = 0
    const { width, height } = this.size
    // Drawn by the processor: long lines are quicker so than on most graphics, and everywhere about the same.
    const context = this.canvas.getContext('2d', { alpha: false, willReadFrequently: true })
    if (!this.sheet || !context || width === 0 || height === 0) return
    const ratio = Math.min(window.devicePixelRatio || 1, 3, Math.sqrt(MOST_PIXELS / (width * height)))
    const pixels = { width: Math.round(width * ratio), height: Math.round(height * ratio) }
    if (this.canvas.width !== pixels.width || this.canvas.height !== pixels.height) {
      Object.assign(this.canvas, pixels)
      this.canvas.style.width = `${pixels.width / ratio}px`
      this.canvas.style.height = `${pixels.height / ratio}px`
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.fillStyle = getComputedStyle(this.element).backgroundColor
    context.fillRect(0, 0, width, height)
    this.sheet.draw(context, this.view, this.size, ratio)
    this.onDrawn?.()
  }
}
