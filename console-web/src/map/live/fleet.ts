import { toMercator, type LngLat, type Mercator } from '../geometry'
import { glideTo, placeAt, type Fix, type Glide } from '../motion'
import type { UnitMark } from './marks'
import type { ScreenPoint } from './viewport'

const ON_THE_SPOT: ScreenPoint = { x: 0, y: 0 }
/** A badge and a gap. */
const SLOT_PIXELS = 33
const SLOTS_IN_ROW = 4
/** The end of a movement is drawn too. */
const LAST_PICTURE_MILLIS = 100

/** A unit with its movement. */
export interface Runner {
  mark: UnitMark
  glide: Glide | undefined
  /** Beside its place, in CSS pixels. */
  aside: ScreenPoint
}

export interface UnitFix extends Fix {
  unitId: string
}

/** All units of the map and where each of them is on its way. Times are monotonic milliseconds. */
export class Fleet {
  private runners = new Map<string, Runner>()
  /** Fixes of units that have not been shown yet: frames of positions and of events are two streams. */
  private waiting = new Map<string, Glide>()
  private movingUntil = 0

  /** @param still show every unit at once where it is, for people who asked for less motion */
  constructor(private readonly still: () => boolean = () => false) {}

  /** Replaces what is known of the units; movements go on. */
  show(marks: readonly UnitMark[]): void {
    const next = new Map<string, Runner>()
    const asides = spread(marks)
    for (const mark of marks) {
      const glide = this.runners.get(mark.id)?.glide ?? this.waiting.get(mark.id)
      next.set(mark.id, { mark, glide, aside: asides.get(mark.id) ?? ON_THE_SPOT })
    }
    this.runners = next
    this.waiting.clear()
  }

  /** Takes reports; answers whether a unit appeared that had no place before. */
  move(fixes: readonly UnitFix[], now: number): boolean {
    let appeared = false
    for (const fix of fixes) {
      const runner = this.runners.get(fix.unitId)
      const before = runner ? runner.glide : this.waiting.get(fix.unitId)
      if (before && isSame(before, fix)) continue
      const glide = glideTo(before, fix, now)
      if (this.still()) glide.millis = 0
      if (runner && !before) appeared = true
      if (runner) runner.glide = glide
      else this.waiting.set(fix.unitId, glide)
      this.movingUntil = Math.max(this.movingUntil, now + glide.millis + LAST_PICTURE_MILLIS)
    }
    return appeared
  }

  isMoving(now: number): boolean {
    return now < this.movingUntil
  }

  get size(): number {
    return this.runners.size
  }

  /** In no particular order. */
  list(): IterableIterator<Runner> {
    return this.runners.values()
  }

  findPlace(unitId: string, now: number): Mercator | undefined {
    const glide = this.runners.get(unitId)?.glide
    return glide && placeAt(glide, now)
  }
}

/** Rows of four for units that stand at the same station; in the order of their ids, so that none changes places. */
export function spread(marks: readonly UnitMark[]): Map<string, ScreenPoint> {
  const stations = new Map<string, string[]>()
  for (const { id, station } of marks) {
    if (station !== undefined) stations.set(station, [...(stations.get(station) ?? []), id])
  }
  const asides = new Map<string, ScreenPoint>()
  for (const ids of stations.values()) {
    ids.sort().forEach((id, i) => {
      const row = Math.floor(i / SLOTS_IN_ROW)
      const inRow = Math.min(SLOTS_IN_ROW, ids.length - row * SLOTS_IN_ROW)
      const x = ((i % SLOTS_IN_ROW) - (inRow - 1) / 2) * SLOT_PIXELS
      asides.set(id, { x, y: row * SLOT_PIXELS })
    })
  }
  return asides
}

/** A complete frame repeats what is known already. */
function isSame(glide: Glide, fix: UnitFix): boolean {
  if (glide.toHeading !== fix.headingDegrees) return false
  const to = toMercator(fix as LngLat)
  return to.x === glide.to.x && to.y === glide.to.y && glide.fixedAtMillis === (Date.parse(fix.at) || 0)
}
