import type { Pen } from './shapes'

/** A picture that was drawn once: where it is on a sheet, in device pixels, and how large on the map. */
export interface Sprite {
  sheet: HTMLCanvasElement
  x: number
  y: number
}

/** Small, because a sheet that was drawn on is copied as a whole before it is copied from. */
const SHEET_PIXELS = 512
/** 1 MB each; 64 hold 6,300 badges. When they are full, all are dropped and drawn anew as they are needed. */
const MOST_SHEETS = 64

/**
 * Pictures of one size by name, each drawn once. Text and dashes cost much more to draw than a copy does, and copying
 * from few large sheets costs less than from many small ones.
 */
export class SpriteSheets {
  private readonly sprites = new Map<string, Sprite>()
  private sheets: HTMLCanvasElement[] = []
  private used = 0
  private readonly columns: number
  private readonly perSheet: number

  /**
   * @param width of a picture in CSS pixels
   * @param height of a picture in CSS pixels
   * @param density device pixels per CSS pixel
   */
  constructor(
    readonly width: number,
    readonly height: number,
    readonly density: number,
  ) {
    this.columns = Math.floor(SHEET_PIXELS / this.cellWidth)
    this.perSheet = this.columns * Math.floor(SHEET_PIXELS / this.cellHeight)
  }

  get cellWidth(): number {
    return Math.ceil(this.width * this.density)
  }

  get cellHeight(): number {
    return Math.ceil(this.height * this.density)
  }

  /** The picture of that name; `draw` is called when there is none yet, with 0,0 in the middle. */
  get(name: string, draw: (pen: Pen) => void): Sprite {
    const known = this.sprites.get(name)
    if (known) return known
    if (this.used >= this.perSheet * MOST_SHEETS) this.clear()
    const index = this.used % this.perSheet
    if (index === 0) this.sheets.push(createSheet())
    this.used++
    const sheet = this.sheets.at(-1) as HTMLCanvasElement
    const sprite = {
      sheet,
      x: (index % this.columns) * this.cellWidth,
      y: Math.floor(index / this.columns) * this.cellHeight,
    }
    this.sprites.set(name, sprite)
    this.draw(sprite, draw)
    return sprite
  }

  clear(): void {
    this.sprites.clear()
    this.sheets = []
    this.used = 0
  }

  private draw({ sheet, x, y }: Sprite, draw: (pen: Pen) => void) {
    const pen = sheet.getContext('2d', { willReadFrequently: true })
    if (!pen) return
    pen.save()
    pen.beginPath()
    pen.rect(x, y, this.cellWidth, this.cellHeight)
    pen.clip()
    pen.translate(x + this.cellWidth / 2, y + this.cellHeight / 2)
    pen.scale(this.density, this.density)
    draw(pen)
    pen.restore()
  }
}

function createSheet(): HTMLCanvasElement {
  const sheet = document.createElement('canvas')
  sheet.width = SHEET_PIXELS
  sheet.height = SHEET_PIXELS
  return sheet
}
