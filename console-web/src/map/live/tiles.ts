import type { Viewport } from './viewport'

/** A rectangle in CSS pixels of the view. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export interface Tile {
  box: Box
  pen: CanvasRenderingContext2D
  dirty: boolean
}

/** So many across the longer side: small enough that one unit costs little, few enough to lie on the page. */
const ACROSS = 8

/**
 * A transparent canvas in pieces. What a changed picture costs is mostly putting it onto the screen, by its area: a
 * unit that moves changes one or two pieces, not the whole.
 */
export class TileGrid {
  private tiles: Tile[] = []
  private columns = 0
  private size = 1
  private laidOut = ''

  constructor(private readonly element: HTMLElement) {}

  /** Cuts the view into pieces; does nothing while its size is the same. */
  layOut({ width, height, density }: Viewport): void {
    const key = `${width} ${height} ${density}`
    if (key === this.laidOut) return
    this.laidOut = key
    this.size = Math.max(1, Math.ceil(Math.max(width, height) / ACROSS))
    this.columns = Math.ceil(width / this.size)
    const rows = Math.ceil(height / this.size)
    this.tiles = []
    for (let i = 0; i < this.columns * rows; i++) {
      this.tiles.push(
        this.createTile((i % this.columns) * this.size, Math.floor(i / this.columns) * this.size, density),
      )
    }
    this.element.replaceChildren(...this.tiles.map(({ pen }) => pen.canvas))
  }

  private createTile(left: number, top: number, density: number): Tile {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = Math.ceil(this.size * density)
    const { style } = canvas
    style.left = `${left}px`
    style.top = `${top}px`
    style.width = style.height = `${canvas.width / density}px`
    // Small pictures are put together faster by the processor than sent to the graphics card one by one.
    const pen = canvas.getContext('2d', { willReadFrequently: true })
    if (!pen) throw new Error('no 2D canvas')
    pen.setTransform(1, 0, 0, 1, -Math.round(left * density), -Math.round(top * density))
    return { box: { left, top, right: left + this.size, bottom: top + this.size }, pen, dirty: false }
  }

  get count(): number {
    return this.tiles.length
  }

  markAll(): void {
    for (const tile of this.tiles) tile.dirty = true
  }

  /** Marks what a box touches; answers how many pieces were not marked before. */
  mark(box: Box): number {
    let fresh = 0
    const last = this.tiles.length - 1
    const column = (x: number) => Math.min(this.columns - 1, Math.max(0, Math.floor(x / this.size)))
    for (let y = Math.max(0, Math.floor(box.top / this.size)); y <= Math.floor(box.bottom / this.size); y++) {
      for (let x = column(box.left); x <= column(box.right); x++) {
        const index = y * this.columns + x
        const tile = index <= last ? this.tiles[index] : undefined
        if (!tile || tile.dirty || !overlaps(tile.box, box)) continue
        tile.dirty = true
        fresh++
      }
    }
    return fresh
  }

  /** Marks what a line touches; answers how many pieces were not marked before. */
  markLine(x1: number, y1: number, x2: number, y2: number): number {
    let fresh = 0
    for (const tile of this.tiles) {
      if (tile.dirty || !touchesLine(tile.box, x1, y1, x2, y2)) continue
      tile.dirty = true
      fresh++
    }
    return fresh
  }

  /** Clears every marked piece and has it drawn; coordinates are device pixels of the view. Answers how many. */
  paint(draw: (tile: Tile) => void): number {
    let painted = 0
    for (const tile of this.tiles) {
      if (!tile.dirty) continue
      const { pen } = tile
      pen.save()
      pen.resetTransform()
      pen.clearRect(0, 0, pen.canvas.width, pen.canvas.height)
      pen.restore()
      draw(tile)
      tile.dirty = false
      painted++
    }
    return painted
  }
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom
}

/** Whether a line runs through a box or within 6 pixels of it (Liang and Barsky's clipping). */
export function touchesLine(box: Box, x1: number, y1: number, x2: number, y2: number): boolean {
  const reach = 6
  let [enter, leave] = [0, 1]
  const clip = (from: number, step: number, low: number, high: number) => {
    if (step === 0) return from >= low && from <= high
    const [a, b] = [(low - from) / step, (high - from) / step]
    enter = Math.max(enter, Math.min(a, b))
    leave = Math.min(leave, Math.max(a, b))
    return enter <= leave
  }
  return (
    clip(x1, x2 - x1, box.left - reach, box.right + reach) &&
    clip(y1, y2 - y1, box.top - reach, box.bottom + reach)
  )
}
