import type { Insets } from '../camera'
import { toMercator } from '../geometry'
import { headingAt, placeAt } from '../motion'
import { arcBelow } from './arc'
import { placeCaption, type Caption, type Side } from './caption'
import type { ShownClosure, ShownSketch } from './closures'
import type { Fleet, Runner } from './fleet'
import type { IncidentMark, RouteMark } from './marks'
import { captionRoute, moveRoute, placeRoute, type ShownRoute } from './routes'
import { overlaps, type Box, type TileGrid } from './tiles'
import { project, type ScreenPoint, type Viewport } from './viewport'

/** Where things are drawn at this moment, in CSS pixels: a unit may already have gone a little further. */
export interface ShownUnit {
  runner: Runner
  at: ScreenPoint
  heading: number | undefined
  /** Away from a pin that would hide it while it stands there, in CSS pixels. */
  shift: ScreenPoint | undefined
  /** Its route's end follows it. */
  route: ShownRoute | undefined
}

export interface ShownPin {
  mark: IncidentMark
  tip: ScreenPoint
}

/** A unit that has gone farther than is drawn. */
interface Due {
  unit: ShownUnit
  spot: ScreenPoint
  at: ScreenPoint
  heading: number | undefined
  error: number
}

/** Less is not seen; badges stand on whole device pixels. */
const VISIBLE_STEP_PIXELS = 0.5
/** Arrows are drawn in steps of as many degrees. */
const VISIBLE_TURN_DEGREES = 5
/** A turn by one step counts as so many pixels, the way of an arrow's tip. */
const PIXELS_PER_TURN_DEGREE = 0.2
const UNIT_REACH = 32
const PIN_BOX = { side: 34, up: 62, down: 16 }
/** What a pin hides of a badge whose middle is there, from the pin's tip. */
const HIDDEN_BY_PIN = { side: 29, up: 48, down: 14 }
const HIDDEN_BY_SELECTED = { side: 37, up: 64, down: 22 }
const BADGE_REACH = 17

/** One picture of everything live in one view. */
export class Stage {
  units: ShownUnit[] = []
  pins: ShownPin[] = []
  routes: ShownRoute[] = []
  closures: ShownClosure[] = []
  sketch: ShownSketch | undefined
  caption: Caption | undefined
  /** Some units have moved visibly and wait for their turn. */
  hasLeftovers = false
  private aside = true

  constructor(readonly view: Viewport) {}

  placeUnits(runners: Iterable<Runner>, now: number): void {
    for (const runner of runners) {
      const { glide } = runner
      if (!glide) continue
      const at = project(this.view, placeAt(glide, now))
      this.units.push({ runner, at, heading: headingAt(glide, now), shift: undefined, route: undefined })
    }
  }

  get unitsInView(): number {
    const { width: right, height: bottom } = this.view
    return this.unitsIn({ left: 0, top: 0, right, bottom }).length
  }

  /** Whether units at one station stand side by side; in a crowd every mark is where the unit is. */
  setAside(aside: boolean): void {
    this.aside = aside
    if (!aside) return
    for (const { runner, at } of this.units) {
      at.x += runner.aside.x
      at.y += runner.aside.y
    }
  }

  placeRoutes(marks: readonly RouteMark[], fleet: Fleet, now: number): void {
    const byUnit = new Map(this.units.map((unit) => [unit.runner.mark.id, unit]))
    for (const mark of marks) {
      const unit = byUnit.get(mark.unitId)
      const place = fleet.findPlace(mark.unitId, now)
      if (!place) continue
      const spot = project(this.view, place)
      const route = placeRoute(this.view, mark, spot, unit ? unit.at : spot)
      this.routes.push(route)
      if (unit) unit.route = route
    }
  }

  placePins(marks: readonly IncidentMark[]): void {
    this.pins = marks.map((mark) => ({ mark, tip: project(this.view, toMercator(mark.place)) }))
  }

  /** Puts units that stand at an incident on an arc below its pin; in the order of their ids, so that none changes places. */
  spreadBelowPins(): void {
    const standing = new Set(this.units.filter(({ heading }) => heading === undefined))
    // The selected one is the last, and first to be read.
    for (const { mark, tip } of [...this.pins].reverse()) {
      const { side, up, down } = mark.selected ? HIDDEN_BY_SELECTED : HIDDEN_BY_PIN
      const hidden = [...standing].filter(({ at }) => {
        const [x, y] = [at.x - tip.x, at.y - tip.y]
        return Math.abs(x) < side && y > -up && y < down
      })
      hidden.sort((a, b) => a.runner.mark.id.localeCompare(b.runner.mark.id))
      const places = arcBelow(hidden.length)
      hidden.forEach((unit, i) => {
        const { x, y } = places[i] ?? { x: 0, y: 0 }
        unit.shift = { x: tip.x + x - unit.at.x, y: tip.y + y - unit.at.y }
        unit.at.x += unit.shift.x
        unit.at.y += unit.shift.y
        standing.delete(unit)
      })
    }
  }

  captionRoutes(): void {
    this.routes.forEach((route) => captionRoute(route, this.view))
  }

  /**
   * Finds room for the words of the selected incident.
   *
   * @param names boxes of what is written on the ground
   * @param before the side they stood on
   */
  placeCaption(
    measure: (text: string) => number,
    names: readonly Box[],
    covered: Insets,
    before: Side | undefined,
  ) {
    const pin = this.pins.find(({ mark }) => mark.selected)
    if (!pin?.mark.caption) return
    const { width, height } = this.view
    const { left, top, right, bottom } = covered
    const units = this.units.map(({ at }) => boxAt(at, BADGE_REACH, BADGE_REACH, BADGE_REACH))
    const pins = this.pins.filter((other) => other !== pin).map(({ tip }) => boxAt(tip, 14, 36, 2))
    this.caption = placeCaption(
      pin.mark.caption,
      measure(pin.mark.caption),
      pin.tip,
      [...units, ...pins, ...names],
      { left, top, right: width - right, bottom: height - bottom },
      before,
    )
  }

  unitsIn(box: Box): ShownUnit[] {
    return this.units.filter(({ at }) => overlaps(boxOfUnit(at), box))
  }

  /** @param onTop those that lie over the units: waiting for one, or selected */
  pinsIn(box: Box, onTop: boolean): ShownPin[] {
    return this.pins.filter(
      ({ mark, tip }) => (mark.solid || mark.selected) === onTop && overlaps(boxOfPin(tip), box),
    )
  }

  /**
   * Moves those units on that are farthest from where they are drawn, and marks the pieces of the view they touch.
   *
   * @param pieces stops after so many, but moves at least one unit
   * @returns whether any was moved
   */
  advance(tiles: TileGrid, pieces: number, now: number): boolean {
    const due = this.listDue(now)
    let left = pieces
    let moved = 0
    for (const { unit, spot, at, heading } of due) {
      if (left <= 0) break
      left -= tiles.mark(boxOfUnit(unit.at))
      unit.at = at
      unit.heading = heading
      if (unit.route) left -= moveRoute(tiles, unit.route, this.view, spot, at)
      left -= tiles.mark(boxOfUnit(at))
      moved++
    }
    this.hasLeftovers = moved < due.length
    return moved > 0
  }

  private listDue(now: number) {
    const due: Due[] = []
    const { density, width: right, height: bottom } = this.view
    const view = { left: 0, top: 0, right, bottom }
    for (const unit of this.units) {
      const { glide, aside } = unit.runner
      if (!glide) continue
      const spot = project(this.view, placeAt(glide, now))
      const at = { ...spot }
      const heading = headingAt(glide, now)
      if (this.aside) {
        at.x += aside.x
        at.y += aside.y
      }
      if (unit.shift && heading === undefined) {
        at.x += unit.shift.x
        at.y += unit.shift.y
      }
      const way = Math.hypot(at.x - unit.at.x, at.y - unit.at.y) * density
      const turned = degreesBetween(heading, unit.heading)
      if (way < VISIBLE_STEP_PIXELS && turned < VISIBLE_TURN_DEGREES) continue
      if (unit.route || overlaps(boxOfUnit(at), view) || overlaps(boxOfUnit(unit.at), view)) {
        due.push({ unit, spot, at, heading, error: way + turned * PIXELS_PER_TURN_DEGREE })
      }
    }
    return due.sort((a, b) => b.error - a.error)
  }
}

function degreesBetween(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : 180
  return Math.abs(((a - b + 540) % 360) - 180)
}

function boxOfUnit(at: ScreenPoint): Box {
  return boxAt(at, UNIT_REACH, UNIT_REACH, UNIT_REACH)
}

function boxOfPin(tip: ScreenPoint): Box {
  return boxAt(tip, PIN_BOX.side, PIN_BOX.up, PIN_BOX.down)
}

function boxAt({ x, y }: ScreenPoint, side: number, up: number, down: number): Box {
  return { left: x - side, top: y - up, right: x + side, bottom: y + down }
}
