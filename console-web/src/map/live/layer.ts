import { isCrowded } from '../crowding'
import { toMercator, type LngLat } from '../geometry'
import { headingAt, placeAt } from '../motion'
import type { Palette } from '../palette'
import { Fleet, type UnitFix } from './fleet'
import type { DraftMark, IncidentMark, LiveHit, RouteMark, UnitMark } from './marks'
import { Painter } from './painter'
import { isInside, project, worldPixels, type ScreenPoint, type Viewport } from './viewport'

/** Names of what can be hidden. */
export type LivePart = 'units' | 'incidents' | 'routes'

/** What was drawn, for measuring. */
export interface LiveFigures {
  frames: number
  drawMillis: number
}

/** While units glide, a picture every 33 ms at most; a movement of less than half a device pixel is not worth one. */
const SHORTEST_PAUSE_MILLIS = 25
const LONGEST_PAUSE_MILLIS = 100
const VISIBLE_STEP_PIXELS = 0.5
const MARGIN = 60

/**
 * Everything that moves or is worked on, on a transparent canvas above the ground: a moving unit costs a few copies of
 * pictures instead of drawing the map below it again.
 */
export class LiveLayer {
  readonly fleet: Fleet
  readonly figures: LiveFigures = { frames: 0, drawMillis: 0 }
  private readonly pen: CanvasRenderingContext2D
  private painter: Painter | undefined
  private palette: Palette
  private incidents: IncidentMark[] = []
  private routes: RouteMark[] = []
  private draft: DraftMark | undefined
  private hidden = new Set<LivePart>()
  private crowded = false
  private timer = 0
  private dirty = true
  private lastDrawn = 0
  private pause = SHORTEST_PAUSE_MILLIS

  /**
   * @param readView asked at every picture
   * @param isDrawnByMap true while the map moves: it then calls draw in its own frames, so both stay together
   */
  constructor(
    private readonly canvas: HTMLCanvasElement,
    palette: Palette,
    private readonly readView: () => Viewport,
    private readonly isDrawnByMap: () => boolean,
    still: () => boolean,
  ) {
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no 2D canvas')
    this.pen = pen
    this.palette = palette
    this.fleet = new Fleet(still)
  }

  showUnits(marks: readonly UnitMark[]): void {
    // Later ones lie on top: those that work, then those in focus.
    this.fleet.show([...marks].sort((a, b) => rank(a) - rank(b)))
    this.refresh()
  }

  moveUnits(fixes: readonly UnitFix[]): void {
    this.fleet.move(fixes, performance.now())
    this.refresh()
  }

  showIncidents(marks: readonly IncidentMark[]): void {
    this.incidents = [...marks].sort(
      (a, b) => Number(a.selected) - Number(b.selected) || b.priority.localeCompare(a.priority),
    )
    this.refresh()
  }

  showRoutes(marks: readonly RouteMark[]): void {
    this.routes = [...marks].sort((a, b) => Number(a.focus) - Number(b.focus))
    this.refresh()
  }

  showDraft(draft: DraftMark | undefined): void {
    this.draft = draft
    this.refresh()
  }

  setVisible(part: LivePart, visible: boolean): void {
    if (visible) this.hidden.delete(part)
    else this.hidden.add(part)
    this.refresh()
  }

  setPalette(palette: Palette): void {
    this.palette = palette
    this.painter = undefined
    this.refresh()
  }

  /** Draws in the next frame, and on as long as units glide. */
  refresh(): void {
    this.dirty = true
    if (!this.timer) this.timer = requestAnimationFrame(this.frame)
  }

  close(): void {
    cancelAnimationFrame(this.timer)
  }

  private readonly frame = () => {
    const now = performance.now()
    this.timer = 0
    if (!this.isDrawnByMap() && (this.dirty || now - this.lastDrawn >= this.pause)) this.draw()
    if (this.dirty || this.fleet.isMoving(now)) this.timer = requestAnimationFrame(this.frame)
  }

  draw(): void {
    const now = performance.now()
    const view = this.readView()
    this.dirty = false
    this.lastDrawn = now
    this.fit(view)
    const painter = this.painterFor(view.density)
    this.pen.clearRect(0, 0, this.canvas.width, this.canvas.height)
    if (!this.hidden.has('routes')) this.drawRoutes(painter, view, now)
    // A unit at its incident stays readable over the pin; an incident that waits for a unit lies on top of everything.
    const shown = this.hidden.has('incidents') ? [] : this.incidents
    this.drawPins(painter, view, shown, (mark) => !isUrgent(mark))
    if (!this.hidden.has('units')) this.drawUnits(painter, view, now)
    this.drawPins(painter, view, shown, isUrgent)
    if (this.draft) painter.draft(this.pen, project(view, toMercator(this.draft.place)))
    this.figures.frames++
    this.figures.drawMillis += performance.now() - now
  }

  private fit({ width, height, density }: Viewport) {
    const [wide, high] = [Math.round(width * density), Math.round(height * density)]
    if (this.canvas.width === wide && this.canvas.height === high) return
    this.canvas.width = wide
    this.canvas.height = high
  }

  private painterFor(density: number): Painter {
    if (this.painter?.density !== density) this.painter = new Painter(this.palette, density)
    return this.painter
  }

  private drawRoutes(painter: Painter, view: Viewport, now: number) {
    for (const route of this.routes) {
      const place = this.fleet.findPlace(route.unitId, now)
      if (place) painter.route(this.pen, route, project(view, place), project(view, toMercator(route.to)))
    }
  }

  private drawUnits(painter: Painter, view: Viewport, now: number) {
    const scale = worldPixels(view) * view.density
    const shown: { runner: Parameters<Painter['unit']>[1]; at: ScreenPoint; heading: number | undefined }[] =
      []
    let fastest = 0
    for (const { mark, glide, aside } of this.fleet.list()) {
      if (!glide) continue
      const spot = project(view, placeAt(glide, now))
      const at = this.crowded ? spot : { x: spot.x + aside.x, y: spot.y + aside.y }
      if (!isInside(view, at, MARGIN)) continue
      shown.push({ runner: mark, at, heading: headingAt(glide, now) })
      if (glide.millis === 0 || now >= glide.startedAt + glide.millis) continue
      const way = Math.hypot(glide.to.x - glide.from.x, glide.to.y - glide.from.y) * scale
      fastest = Math.max(fastest, way / glide.millis)
    }
    this.pause = Math.min(
      LONGEST_PAUSE_MILLIS,
      Math.max(SHORTEST_PAUSE_MILLIS, VISIBLE_STEP_PIXELS / fastest),
    )
    this.crowded = isCrowded(shown.length, view.width * view.height, this.crowded)
    for (const { runner, at, heading } of shown) painter.unit(this.pen, runner, at, heading, this.crowded)
  }

  private drawPins(
    painter: Painter,
    view: Viewport,
    marks: readonly IncidentMark[],
    wanted: (mark: IncidentMark) => boolean,
  ) {
    for (const mark of marks) {
      if (!wanted(mark)) continue
      const tip = project(view, toMercator(mark.place))
      if (isInside(view, tip, MARGIN)) painter.pin(this.pen, mark, tip)
    }
  }

  /** What is drawn there, topmost first. */
  find(at: ScreenPoint): LiveHit | undefined {
    const view = this.readView()
    const near = (place: LngLat, up: number, radius: number) => {
      const { x, y } = project(view, toMercator(place))
      return Math.hypot(at.x - x, at.y - (y - up)) <= radius
    }
    if (this.draft && near(this.draft.place, 20, 24)) return { kind: 'draft' }
    const incident = this.hidden.has('incidents')
      ? undefined
      : this.incidents.findLast(({ place, selected }) => near(place, selected ? 28 : 20, selected ? 21 : 15))
    if (incident) return { kind: 'incident', id: incident.id }
    const unit = this.hidden.has('units') ? undefined : this.findUnit(view, at)
    return unit === undefined ? undefined : { kind: 'unit', id: unit }
  }

  private findUnit(view: Viewport, at: ScreenPoint): string | undefined {
    const now = performance.now()
    const reach = this.crowded ? 9 : 17
    let found: string | undefined
    let nearest = reach
    for (const { mark, glide, aside } of this.fleet.list()) {
      if (!glide) continue
      const spot = project(view, placeAt(glide, now))
      const [x, y] = this.crowded ? [spot.x, spot.y] : [spot.x + aside.x, spot.y + aside.y]
      const distance = Math.hypot(at.x - x, at.y - y)
      if (distance <= nearest) [found, nearest] = [mark.id, distance]
    }
    return found
  }
}

function isUrgent({ solid, selected }: IncidentMark): boolean {
  return solid || selected
}

function rank({ focus, state }: UnitMark): number {
  if (focus) return 3
  return state === 'off_duty' || state === 'out_of_service' ? 0 : state === 'available' ? 1 : 2
}
