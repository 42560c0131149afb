import type { Insets } from '../camera'
import { isCrowded } from '../crowding'
import { toMercator, type LngLat } from '../geometry'
import type { Palette } from '../palette'
import { Budget } from './budget'
import { Fleet, type UnitFix } from './fleet'
import { findIn } from './find'
import { placeClosures, placeSketch } from './closures'
import type { ClosureMark, DraftMark, IncidentMark, LiveHit, RouteMark, SketchMark, UnitMark } from './marks'
import { Painter } from './painter'
import { Stage, type ShownPin, type ShownUnit } from './stage'
import { boxOfName, type GroundName } from './names'
import { overlaps, TileGrid } from './tiles'
import { project, type ScreenPoint, type Viewport } from './viewport'

/** Names of what can be hidden. */
export type LivePart = 'units' | 'incidents' | 'routes'

/** What was drawn, for measuring: frames in which something was, pieces of the view, and the time it took. */
export interface LiveFigures {
  frames: number
  tiles: number
  drawMillis: number
}

/** At most 30 pictures a second: units do not move fast enough on the screen for more. */
const PAUSE_MILLIS = 25
/** Closed roads keep their signs in sight where their lines are too short to be seen. */
const SIGNS_ON_TOP_BELOW_ZOOM = 11.5

/**
 * Everything that moves or is worked on, above the ground. A unit that moves redraws the pieces of the view it touches,
 * never the map below it.
 */
export class LiveLayer {
  readonly fleet: Fleet
  readonly figures: LiveFigures = { frames: 0, tiles: 0, drawMillis: 0 }
  private readonly tiles: TileGrid
  private readonly budget = new Budget()
  private painter: Painter | undefined
  private stage: Stage
  /** Looked at again with every event and as time passes, but seldom different; drawing all anew is what costs. */
  private readonly known = new Map<string, string>()
  private incidents: IncidentMark[] = []
  private routes: RouteMark[] = []
  private names: readonly GroundName[] = []
  private draft: DraftMark | undefined
  private closures: readonly ClosureMark[] = []
  private sketch: SketchMark | undefined
  private hidden = new Set<LivePart>()
  private crowded = false
  private timer = 0
  private stale = true
  private lastFrame = 0
  private lastDrawn = 0

  /**
   * @param element transparent and as large as the map
   * @param readView asked at every picture
   * @param isDrawnByMap true while the map moves: it then calls draw in its own frames, so both stay together
   * @param still units do not glide, for people who asked for less motion
   * @param covered no words are written there
   */
  constructor(
    element: HTMLElement,
    private palette: Palette,
    private readonly readView: () => Viewport,
    private readonly isDrawnByMap: () => boolean,
    still: () => boolean,
    private readonly covered: Insets,
  ) {
    this.tiles = new TileGrid(element)
    this.fleet = new Fleet(still)
    this.stage = new Stage(readView())
  }

  showUnits(marks: readonly UnitMark[]): void {
    if (!this.isNews('units', marks)) return
    // Later ones lie on top: those that work, then those in focus.
    this.fleet.show([...marks].sort((a, b) => rank(a) - rank(b)))
    this.refresh()
  }

  moveUnits(fixes: readonly UnitFix[]): void {
    if (this.fleet.move(fixes, performance.now())) this.refresh()
    else this.schedule()
  }

  private isNews(part: string, marks: unknown): boolean {
    const text = JSON.stringify(marks) ?? ''
    if (this.known.get(part) === text) return false
    this.known.set(part, text)
    return true
  }

  showIncidents(marks: readonly IncidentMark[]): void {
    if (!this.isNews('incidents', marks)) return
    this.incidents = [...marks].sort(
      (a, b) => Number(a.selected) - Number(b.selected) || b.priority.localeCompare(a.priority),
    )
    this.refresh()
  }

  showRoutes(marks: readonly RouteMark[]): void {
    if (!this.isNews('routes', marks)) return
    this.routes = [...marks].sort((a, b) => Number(a.focus) - Number(b.focus))
    this.refresh()
  }

  /** What is written on the ground and must stay readable. */
  showNames(names: readonly GroundName[]): void {
    if (!this.isNews('names', names)) return
    this.names = names
    this.refresh()
  }

  showDraft(draft: DraftMark | undefined): void {
    if (!this.isNews('draft', draft)) return
    this.draft = draft
    this.refresh()
  }

  showClosures(marks: readonly ClosureMark[]): void {
    if (!this.isNews('closures', marks)) return
    this.closures = marks
    this.refresh()
  }

  /** A closure that is being drawn. */
  showSketch(sketch: SketchMark | undefined): void {
    if (!this.isNews('sketch', sketch)) return
    this.sketch = sketch
    this.refresh()
  }

  /** Where the tip of the draft pin is in the view. */
  findDraftTip(): ScreenPoint | undefined {
    return this.draft && project(this.readView(), toMercator(this.draft.place))
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

  /** Draws everything anew in the next frame. */
  refresh(): void {
    this.stale = true
    this.schedule()
  }

  close(): void {
    cancelAnimationFrame(this.timer)
  }

  private schedule() {
    if (!this.timer) this.timer = requestAnimationFrame(this.frame)
  }

  private readonly frame = () => {
    const now = performance.now()
    this.timer = 0
    this.budget.next(now - this.lastFrame)
    this.lastFrame = now
    if (!this.isDrawnByMap()) {
      if (this.stale) this.draw()
      else if (now - this.lastDrawn >= PAUSE_MILLIS) this.advance(now)
    }
    if (this.stale || this.fleet.isMoving(now) || this.stage.hasLeftovers) this.schedule()
  }

  /** Everything, as it is now. */
  draw(): void {
    const now = performance.now()
    const view = this.readView()
    this.tiles.layOut(view)
    const stage = new Stage(view)
    if (!this.hidden.has('units')) stage.placeUnits(this.fleet.list(), now)
    this.crowded = isCrowded(stage.unitsInView, view.width * view.height, this.crowded)
    stage.setAside(!this.crowded)
    if (!this.hidden.has('routes')) stage.placeRoutes(this.routes, this.fleet, now)
    stage.closures = placeClosures(view, this.closures)
    stage.sketch = this.sketch && placeSketch(view, this.sketch)
    if (!this.hidden.has('incidents')) stage.placePins(this.incidents)
    if (!this.crowded) stage.spreadBelowPins()
    stage.captionRoutes()
    this.placeCaption(stage)
    this.stage = stage
    this.stale = false
    this.tiles.markAll()
    this.paint(now)
    // The frame cost what it cost because all was drawn: that says nothing about movements.
    this.lastFrame = performance.now()
  }

  private placeCaption(stage: Stage) {
    const names = this.names.map((name) => boxOfName(stage.view, name))
    const side = this.stage.caption?.side
    stage.placeCaption((text) => this.painterFor(stage.view).captionWidth(text), names, this.covered, side)
  }

  private painterFor({ density }: Viewport): Painter {
    if (this.painter?.density !== density) this.painter = new Painter(this.palette, density)
    return this.painter
  }

  /** Moves those units on that have gone farthest from where they are drawn, as many as there is time for. */
  private advance(now: number) {
    if (this.stage.advance(this.tiles, this.budget.value, now)) this.paint(now)
  }

  private paint(now: number) {
    const { stage } = this
    const { view } = stage
    const { crowded, draft } = this
    const painter = this.painterFor(view)
    this.figures.tiles += this.tiles.paint(({ pen, box }) => {
      const pin = ({ mark, tip }: ShownPin) => painter.pin(pen, mark, tip)
      const unit = ({ runner, at, heading }: ShownUnit) =>
        painter.unit(pen, runner.mark, at, heading, crowded)
      stage.closures.forEach((closure) => painter.closure(pen, closure, box))
      stage.routes.forEach((route) => painter.route(pen, route, box))
      const signs = () => stage.closures.forEach((closure) => painter.closureSign(pen, closure, box))
      // From near a unit that passes is read first; from far away everything lies on everything.
      const far = view.zoom < SIGNS_ON_TOP_BELOW_ZOOM
      if (!far) signs()
      if (stage.sketch) painter.sketch(pen, stage.sketch)
      // A unit at its incident stays readable over the pin; an incident that waits for a unit lies on top of everything.
      stage.pinsIn(box, false).forEach(pin)
      stage.unitsIn(box).forEach(unit)
      if (far) signs()
      stage.pinsIn(box, true).forEach(pin)
      if (stage.caption && overlaps(stage.caption.box, box)) painter.caption(pen, stage.caption)
      if (draft) painter.draft(pen, project(view, toMercator(draft.place)))
    })
    this.lastDrawn = now
    this.figures.frames++
    this.figures.drawMillis += performance.now() - now
  }

  /** What is drawn there, topmost first. */
  find(at: ScreenPoint): LiveHit | undefined {
    if (this.draft && isNear(this.stage.view, this.draft.place, at)) return { kind: 'draft' }
    return findIn(this.stage, at, this.crowded)
  }
}

function isNear(view: Viewport, place: LngLat, at: ScreenPoint): boolean {
  const tip = project(view, toMercator(place))
  return Math.hypot(at.x - tip.x, at.y - (tip.y - 20)) <= 24
}

function rank({ focus, state }: UnitMark): number {
  if (focus) return 3
  if (state === 'off_duty' || state === 'out_of_service') return 0
  return state === 'available' || state === 'available_mobile' ? 1 : 2
}
