import { describe, expect, it } from 'vitest'
import { fromMercator, toMercator } from '../geometry'
import { Budget } from './budget'
import { Fleet } from './fleet'
import { findIn } from './find'
import type { IncidentMark, UnitMark } from './marks'
import { boxOfName } from './names'
import { Stage } from './stage'
import { overlaps, touchesLine, type Box, type TileGrid } from './tiles'
import { project, worldPixels, type Viewport } from './viewport'

const HERE = { lng: 112.908, lat: 28.211 }
const VIEW: Viewport = { center: toMercator(HERE), zoom: 14, width: 1000, height: 800, density: 1 }
const unit = (id: string, more: Partial<UnitMark> = {}): UnitMark => ({
  id,
  label: id,
  state: 'available_mobile',
  stale: false,
  crewLost: false,
  suspect: false,
  focus: false,
  ...more,
})
/** A place so many pixels right of the middle of the view. */
const right = (pixels: number) =>
  fromMercator({ x: VIEW.center.x + pixels / worldPixels(VIEW), y: VIEW.center.y })
const fix = (unitId: string, pixels: number, second: number) => ({
  unitId,
  ...right(pixels),
  at: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString(),
})
/** Pieces of 100 pixels that only count. */
function countingTiles(): TileGrid & { marked: Set<string> } {
  const marked = new Set<string>()
  const mark = ({ left, top, right: east, bottom }: Box) => {
    const before = marked.size
    for (let x = Math.floor(left / 100); x <= Math.floor(east / 100); x++) {
      for (let y = Math.floor(top / 100); y <= Math.floor(bottom / 100); y++) marked.add(`${x} ${y}`)
    }
    return marked.size - before
  }
  return { mark, markLine: () => 0, marked } as unknown as TileGrid & { marked: Set<string> }
}

function moving(...ids: string[]) {
  const fleet = new Fleet()
  fleet.show(ids.map((id) => unit(id)))
  fleet.move(
    ids.map((id, i) => fix(id, i * 200, 0)),
    0,
  )
  fleet.move(
    ids.map((id, i) => fix(id, i * 200 + 10 + i, 1)),
    0,
  )
  const stage = new Stage(VIEW)
  stage.placeUnits(fleet.list(), 0)
  return { fleet, stage }
}

describe('stage', () => {
  it('places the center in the middle of the view', () => {
    expect(project(VIEW, toMercator(HERE))).toEqual({ x: 500, y: 400 })
  })

  it('does not draw a movement that nobody can see', () => {
    const { stage } = moving('A01')
    expect(stage.advance(countingTiles(), 64, 20)).toBe(false)
    expect(stage.advance(countingTiles(), 64, 200)).toBe(true)
  })

  it('moves the unit that is farthest behind first and the others in later frames', () => {
    const { stage } = moving('A01', 'A02')
    expect(stage.advance(countingTiles(), 1, 600)).toBe(true)
    const x = (id: string) => stage.units.find(({ runner }) => runner.mark.id === id)?.at.x ?? 0
    expect(x('A02')).toBeGreaterThan(700)
    expect(x('A01')).toBe(500)
    expect(stage.hasLeftovers).toBe(true)
    stage.advance(countingTiles(), 1, 600)
    expect(x('A01')).toBeGreaterThan(500)
    expect(stage.hasLeftovers).toBe(false)
  })

  it('redraws where a unit was and where it is', () => {
    const { stage } = moving('A01')
    const tiles = countingTiles()
    stage.advance(tiles, 64, 2000)
    expect([...tiles.marked].sort()).toEqual(['4 3', '4 4', '5 3', '5 4'])
  })

  it('shows units of one station side by side, in the order of their ids', () => {
    const fleet = new Fleet()
    fleet.show(['A03', 'A01', 'A02'].map((id) => unit(id, { station: 'ST' })))
    fleet.move(
      ['A01', 'A02', 'A03'].map((id) => fix(id, 0, 0)),
      0,
    )
    const stage = new Stage(VIEW)
    stage.placeUnits(fleet.list(), 0)
    stage.setAside(true)
    const places = Object.fromEntries(stage.units.map(({ runner, at }) => [runner.mark.id, Math.round(at.x)]))
    expect(places).toEqual({ A01: 467, A02: 500, A03: 533 })
  })

  it('spreads units that stand at an incident below its pin, and lets passing ones pass', () => {
    const fleet = new Fleet()
    fleet.show(['A02', 'A01', 'A03', 'A04'].map((id) => unit(id)))
    fleet.move(
      [fix('A01', 5, 0), fix('A02', 5, 0), { ...fix('A03', 5, 0), headingDegrees: 90 }, fix('A04', 90, 0)],
      0,
    )
    const stage = new Stage(VIEW)
    stage.placeUnits(fleet.list(), 0)
    stage.placePins([{ id: 'i', place: HERE, priority: 'p1', solid: true, selected: true, caption: '' }])
    stage.spreadBelowPins()
    const at = Object.fromEntries(
      stage.units.map(({ runner, at: { x, y } }) => [runner.mark.id, [Math.round(x), Math.round(y)]]),
    )
    expect(at).toEqual({ A01: [483, 436], A02: [517, 436], A03: [505, 400], A04: [590, 400] })
    expect(stage.advance(countingTiles(), 64, 5000)).toBe(false)
  })

  it('writes beside the selected pin where no unit and no name is', () => {
    const { stage } = moving('A01')
    stage.placePins([{ id: 'i', place: HERE, priority: 'p1', solid: true, selected: true, caption: '胸痛' }])
    const covered = { top: 50, right: 50, bottom: 30, left: 10 }
    const name = boxOfName(VIEW, { place: right(90), text: '湘雅三医院', above: true })
    stage.placeCaption(() => 120, [], covered, undefined)
    expect(stage.caption?.side).toBe('right')
    stage.placeCaption(() => 120, [name], covered, undefined)
    expect(stage.caption?.side).toBe('left')
  })

  it('finds an incident before the unit below it, and the nearest unit otherwise', () => {
    const { stage } = moving('A01', 'A02')
    const pin: IncidentMark = {
      id: 'i',
      place: HERE,
      priority: 'p1',
      solid: true,
      selected: false,
      caption: '',
    }
    stage.placePins([pin])
    expect(findIn(stage, { x: 501, y: 382 }, false)).toEqual({ kind: 'incident', id: 'i' })
    expect(findIn(stage, { x: 503, y: 408 }, false)).toEqual({ kind: 'unit', id: 'A01' })
    expect(findIn(stage, { x: 600, y: 400 }, false)).toBeUndefined()
  })

  it('keeps fixes of units that are not known yet', () => {
    const fleet = new Fleet()
    fleet.move([fix('A01', 0, 0)], 0)
    fleet.show([unit('A01')])
    expect(fleet.findPlace('A01', 0)).toBeDefined()
  })

  it('lets a unit stand still that is reported again at the same place', () => {
    const fleet = new Fleet()
    fleet.show([unit('A01')])
    fleet.move([fix('A01', 0, 0)], 0)
    fleet.move([fix('A01', 0, 0)], 5000)
    expect(fleet.isMoving(5000)).toBe(false)
  })

  it('does not glide for people who asked for less motion', () => {
    const fleet = new Fleet(() => true)
    fleet.show([unit('A01')])
    fleet.move([fix('A01', 0, 0)], 0)
    fleet.move([fix('A01', 50, 1)], 1000)
    expect(fleet.findPlace('A01', 1000)).toEqual(toMercator(right(50)))
  })
})

describe('pieces', () => {
  const box = { left: 0, top: 0, right: 100, bottom: 100 }

  it('knows which boxes overlap', () => {
    expect(overlaps(box, { left: 90, top: 90, right: 120, bottom: 120 })).toBe(true)
    expect(overlaps(box, { left: 101, top: 0, right: 120, bottom: 50 })).toBe(false)
  })

  it('knows which lines run through a box', () => {
    expect(touchesLine(box, -50, 50, 150, 60)).toBe(true)
    expect(touchesLine(box, 20, 20, 30, 30)).toBe(true)
    expect(touchesLine(box, -50, 160, 160, 110)).toBe(false)
    expect(touchesLine(box, 120, -10, 120, 200)).toBe(false)
    expect(touchesLine(box, 50, -80, 50, -20)).toBe(false)
  })
})

describe('budget', () => {
  it('halves when a frame is late and grows slowly again', () => {
    const budget = new Budget()
    for (let i = 0; i < 300; i++) budget.next(16)
    expect(budget.value).toBe(64)
    budget.next(50)
    expect(budget.value).toBe(32)
    for (let i = 0; i < 4; i++) budget.next(16)
    expect(budget.value).toBe(33)
  })

  it('always lets something move', () => {
    const budget = new Budget()
    for (let i = 0; i < 20; i++) budget.next(500)
    expect(budget.value).toBeGreaterThan(0)
  })
})
