import { drawClosureSign, strokeTape } from '../draw/closure'
import { drawArrow, drawBadge, drawDot, drawPin, write } from '../draw/marks'
import type { Pen } from '../draw/shapes'
import { SpriteSheets, type Sprite } from '../draw/sprites'
import { UNIT_LOOKS } from '../looks'
import { fade, type Palette } from '../palette'
import { CAPTION_HEIGHT, type Caption } from './caption'
import { CLOSURE_REACH, SIGN_REACH, type ShownClosure, type ShownSketch } from './closures'
import { runsWithin } from './course'
import type { IncidentMark, UnitMark } from './marks'
import { paintRoute } from './paint-route'
import { boxOfRouteCaption, type ShownRoute } from './routes'
import { overlaps, type Box } from './tiles'
import type { ScreenPoint } from './viewport'

/** Arrows are kept ready in so many directions. */
const ARROW_STEPS = 72
const PIN_SIZE = 11.5
const SELECTED_PIN_SIZE = 17
/** The tip lies below the middle of a pin's picture. */
const PIN_TIP_DOWN = 28
const CAPTION_PIXELS = 280
const CAPTION_PADDING = 10

/** Draws marks onto a canvas, in device pixels, from pictures that were drawn once. */
export class Painter {
  private readonly badges: SpriteSheets
  private readonly arrows: SpriteSheets
  private readonly pins: SpriteSheets
  private readonly captions: SpriteSheets
  private readonly signs: SpriteSheets
  private readonly widths = new Map<string, number>()
  private readonly ruler = document.createElement('canvas').getContext('2d')

  constructor(
    readonly palette: Palette,
    readonly density: number,
  ) {
    this.badges = new SpriteSheets(56, 44, density)
    this.arrows = new SpriteSheets(60, 60, density)
    this.pins = new SpriteSheets(60, 88, density)
    this.signs = new SpriteSheets(34, 34, density)
    this.captions = new SpriteSheets(CAPTION_PIXELS + 8, CAPTION_HEIGHT + 6, density)
  }

  unit(pen: Pen, mark: UnitMark, at: ScreenPoint, heading: number | undefined, crowded: boolean): void {
    const small = crowded && !mark.focus
    if (mark.focus) this.focusRing(pen, at)
    if (heading !== undefined) this.arrow(pen, mark, at, heading, small)
    this.stamp(pen, this.badges, small ? this.dotOf(mark) : this.badgeOf(mark), at)
  }

  private dotOf({ state, stale }: UnitMark): Sprite {
    return this.badges.get(`dot ${state} ${stale}`, (pen) => drawDot(pen, state, stale, this.palette))
  }

  private badgeOf(mark: UnitMark): Sprite {
    const name = `${mark.label} ${mark.state} ${mark.stale} ${mark.crewLost} ${mark.suspect}`
    return this.badges.get(name, (pen) => drawBadge(pen, mark, this.palette))
  }

  private arrow(pen: Pen, { state }: UnitMark, at: ScreenPoint, heading: number, small: boolean) {
    const { tone, shape } = UNIT_LOOKS[state]
    const step = Math.round((heading / 360) * ARROW_STEPS) % ARROW_STEPS
    const distance = small ? 8 : shape === 'pill' ? 20 : 17
    const sprite = this.arrows.get(`${tone} ${step} ${distance}`, (own) =>
      drawArrow(own, (step * 360) / ARROW_STEPS, distance, this.palette.tone[tone], this.palette),
    )
    this.stamp(pen, this.arrows, sprite, at)
  }

  private focusRing(pen: Pen, at: ScreenPoint) {
    const sprite = this.arrows.get('focus', (own) => {
      own.beginPath()
      own.arc(0, 0, 24, 0, 2 * Math.PI)
      own.fillStyle = fade(this.palette.accent, 0.18)
      own.fill()
      own.lineWidth = 2
      own.strokeStyle = this.palette.accent
      own.stroke()
    })
    this.stamp(pen, this.arrows, sprite, at)
  }

  pin(pen: Pen, mark: IncidentMark, tip: ScreenPoint): void {
    const { priority, solid, selected } = mark
    const sprite = this.pins.get(`${priority} ${solid} ${selected}`, (own) => {
      own.translate(0, PIN_TIP_DOWN)
      if (selected) this.foot(own)
      drawPin(own, priority, solid, selected ? SELECTED_PIN_SIZE : PIN_SIZE, this.palette)
    })
    this.stamp(pen, this.pins, sprite, { x: tip.x, y: tip.y - PIN_TIP_DOWN })
  }

  /** Rings on the ground around the selected incident's tip. */
  private foot(pen: Pen) {
    for (const [radius, alpha] of [
      [14, 0.22],
      [8, 0.5],
    ] as const) {
      pen.beginPath()
      pen.ellipse(0, 0, radius * 1.4, radius * 0.75, 0, 0, 2 * Math.PI)
      pen.lineWidth = 2
      pen.strokeStyle = fade(this.palette.text, alpha)
      pen.stroke()
    }
  }

  /** Width of a caption's chip in CSS pixels. */
  captionWidth(text: string): number {
    let width = this.widths.get(text)
    if (width === undefined) {
      const pen = this.ruler
      if (pen) pen.font = `700 13px ${this.palette.font}`
      const letters = pen?.measureText(text).width ?? CAPTION_PIXELS
      width = Math.min(CAPTION_PIXELS, Math.ceil(letters) + 2 * CAPTION_PADDING)
      this.widths.set(text, width)
    }
    return width
  }

  caption(pen: Pen, { text, at }: Caption): void {
    const sprite = this.captions.get(text, (own) => {
      const width = this.captionWidth(text)
      own.beginPath()
      own.roundRect(-width / 2, -CAPTION_HEIGHT / 2, width, CAPTION_HEIGHT, 5)
      own.fillStyle = fade(this.palette.surface, 0.95)
      own.fill()
      own.lineWidth = 1
      own.strokeStyle = this.palette.textDim
      own.stroke()
      write(own, text, this.palette.text, 13, this.palette.font)
    })
    this.stamp(pen, this.captions, sprite, at)
  }

  /** The pin of a call being taken: not on the board yet, so it has no priority. */
  draft(pen: Pen, tip: ScreenPoint): void {
    const sprite = this.pins.get('draft', (own) => {
      own.translate(0, PIN_TIP_DOWN)
      this.foot(own)
      const accent = { ...this.palette, priority: { ...this.palette.priority, p1: this.palette.accent } }
      drawPin(own, 'p1', true, 15, accent, '+')
    })
    this.stamp(pen, this.pins, sprite, { x: tip.x, y: tip.y - PIN_TIP_DOWN })
  }

  route(pen: Pen, route: ShownRoute, box: Box): void {
    paintRoute(pen, route, box, this.palette, this.density)
    const { caption, mark } = route
    if (caption && mark.caption && overlaps(boxOfRouteCaption(caption), box)) {
      this.stamp(pen, this.captions, this.routeCaption(mark.caption), caption)
    }
  }

  private routeCaption(text: string): Sprite {
    return this.captions.get(`route ${text}`, (own) => {
      const half = this.captionWidth(text) / 2 + 12
      own.beginPath()
      own.roundRect(-half, -CAPTION_HEIGHT / 2, 2 * half, CAPTION_HEIGHT, CAPTION_HEIGHT / 2)
      own.fillStyle = fade(this.palette.surface, 0.95)
      own.fill()
      own.lineWidth = 1.5
      own.strokeStyle = this.palette.tone.warn
      own.setLineDash([4, 3])
      own.stroke()
      own.beginPath()
      own.moveTo(-half + 8, 0)
      own.lineTo(-half + 24, 0)
      own.lineWidth = 2.5
      own.stroke()
      own.setLineDash([])
      own.translate(12, 0)
      write(own, text, this.palette.text, 13, this.palette.font)
    })
  }

  /** The closed pieces as barrier tape. */
  closure(pen: Pen, { lines, box: whole }: ShownClosure, box: Box): void {
    if (!overlaps(grow(whole, CLOSURE_REACH), box)) return
    const { palette } = this
    this.tape(pen, lines, box, { color: palette.priority.p1, edge: palette.background, pending: false })
  }

  closureSign(pen: Pen, { mark, spot, signed }: ShownClosure, box: Box): void {
    if (!signed || !overlaps(grow(pointBox(spot), SIGN_REACH), box)) return
    const sprite = this.signs.get(mark.cause, (own) => drawClosureSign(own, mark.cause, 12, this.palette))
    this.stamp(pen, this.signs, sprite, spot)
  }

  /** What is being drawn, and what it would close. */
  sketch(pen: Pen, { mark, points, lines }: ShownSketch): void {
    const { palette, density } = this
    const all = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity }
    this.tape(pen, lines, all, { color: palette.tone.warn, edge: palette.background, pending: true })
    pen.beginPath()
    points.forEach(({ x, y }) => pen.lineTo(x * density, y * density))
    if (mark.form === 'area' && points.length > 2) {
      pen.closePath()
      pen.fillStyle = fade(palette.accent, 0.14)
      pen.fill()
    }
    pen.lineWidth = 2 * density
    pen.strokeStyle = palette.accent
    pen.setLineDash([6 * density, 4 * density])
    pen.stroke()
    pen.setLineDash([])
    for (const { x, y } of points) {
      pen.beginPath()
      pen.arc(x * density, y * density, 5 * density, 0, 2 * Math.PI)
      pen.fillStyle = palette.surface
      pen.fill()
      pen.lineWidth = 2.5 * density
      pen.stroke()
    }
  }

  private tape(pen: Pen, lines: readonly ScreenPoint[][], box: Box, look: Parameters<typeof strokeTape>[2]) {
    const { density } = this
    const path = new Path2D()
    for (const run of lines.flatMap((line) => runsWithin(line, box, CLOSURE_REACH))) {
      run.forEach(({ x, y }, i) =>
        i ? path.lineTo(x * density, y * density) : path.moveTo(x * density, y * density),
      )
    }
    strokeTape(pen, path, look, density)
  }

  /** Copies a picture with its middle at a place; at whole device pixels, so that text stays sharp. */
  private stamp(pen: Pen, { cellWidth, cellHeight }: SpriteSheets, sprite: Sprite, at: ScreenPoint) {
    const x = Math.round(at.x * this.density - cellWidth / 2)
    const y = Math.round(at.y * this.density - cellHeight / 2)
    pen.drawImage(sprite.sheet, sprite.x, sprite.y, cellWidth, cellHeight, x, y, cellWidth, cellHeight)
  }
}

function grow({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by }
}

function pointBox({ x, y }: ScreenPoint): Box {
  return { left: x, top: y, right: x, bottom: y }
}
