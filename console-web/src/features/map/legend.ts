import type { ClosureCause, Priority } from '@/contract'
import {
  drawAed,
  drawBadge,
  drawClosureSign,
  drawCrewLost,
  drawHospital,
  drawPin,
  drawStation,
  drawSuspect,
  strokeTape,
  UNIT_LOOKS,
  type AedState,
  type Palette,
  type UnitState,
} from '@/map'

type Pen = CanvasRenderingContext2D

export interface LegendEntry {
  /** Key of the message file. */
  words: string
  draw(pen: Pen, palette: Palette): void
}

export interface LegendGroup {
  title: string
  entries: LegendEntry[]
}

const PRIORITIES: Priority[] = ['p1', 'p2', 'p3', 'p4']
const CAUSES: ClosureCause[] = ['closed', 'flooded', 'construction', 'event']
const AEDS: AedState[] = ['usable', 'closed', 'out_of_order', 'unknown']

/** Everything on the map with its meaning, drawn by what draws the map. */
export const LEGEND: LegendGroup[] = [
  {
    title: 'map.legendGroup.incidents',
    entries: [
      ...PRIORITIES.map((priority) => ({
        words: `shared.priority.${priority}`,
        draw: (pen: Pen, palette: Palette) => drawPinAt(pen, priority, true, palette),
      })),
      { words: 'map.incident.sent', draw: (pen, palette) => drawPinAt(pen, 'p2', false, palette) },
    ],
  },
  {
    title: 'map.legendGroup.units',
    entries: [
      ...(Object.keys(UNIT_LOOKS) as UnitState[]).map((state) => ({
        words: `map.unit.${state}`,
        draw: (pen: Pen, palette: Palette) => badge(pen, state, false, palette),
      })),
      { words: 'map.unit.stale', draw: (pen, palette) => badge(pen, 'to_scene', true, palette) },
      { words: 'map.unit.crewLost', draw: (pen, palette) => drawCrewLost(pen, palette, 0, 0) },
      { words: 'map.unit.suspect', draw: (pen, palette) => drawSuspect(pen, palette, 0, 0) },
    ],
  },
  {
    title: 'map.legendGroup.aeds',
    entries: AEDS.map((state) => ({
      words: `map.aed.${state}`,
      draw: (pen, palette) => drawAed(pen, state, 18, palette),
    })),
  },
  {
    title: 'map.legendGroup.lines',
    entries: [
      { words: 'map.route.assigned', draw: (pen, palette) => line(pen, palette.accent, 4.5) },
      { words: 'map.route.transport', draw: (pen, palette) => line(pen, palette.tone.transport, 4.5) },
      {
        words: 'map.route.proposed',
        draw(pen, palette) {
          line(pen, palette.accent, 6)
          line(pen, palette.background, 2.6)
        },
      },
      { words: 'map.route.estimate', draw: (pen, palette) => line(pen, palette.accent, 2.6, [11, 8]) },
      { words: 'map.route.others', draw: (pen, palette) => line(pen, palette.tone.warn, 1.3, [8, 6]) },
    ],
  },
  {
    title: 'map.legendGroup.closures',
    entries: [
      ...CAUSES.map((cause) => ({
        words: `roads.cause.${cause}`,
        draw: (pen: Pen, palette: Palette) => drawClosureSign(pen, cause, 12, palette),
      })),
      {
        words: 'map.closedRoad',
        draw(pen, palette) {
          const path = new Path2D('M-20 0H20')
          const look = { color: palette.priority.p1, edge: palette.background, pending: false }
          strokeTape(pen, path, look, 1)
        },
      },
    ],
  },
  {
    title: 'map.legendGroup.places',
    entries: [
      { words: 'map.hospital', draw: (pen, palette) => drawHospital(pen, false, 20, palette) },
      { words: 'map.hospitalPci', draw: (pen, palette) => drawHospital(pen, true, 20, palette) },
      { words: 'map.station', draw: (pen, palette) => drawStation(pen, 16, palette) },
    ],
  },
]

function drawPinAt(pen: Pen, priority: Priority, solid: boolean, palette: Palette) {
  pen.translate(0, 16)
  drawPin(pen, priority, solid, 10.5, palette)
}

function badge(pen: Pen, state: UnitState, stale: boolean, palette: Palette) {
  drawBadge(pen, { label: 'A12', state, stale, crewLost: false, suspect: false }, palette)
}

function line(pen: Pen, color: string, width: number, dash: number[] = []) {
  pen.beginPath()
  pen.moveTo(-20, 0)
  pen.lineTo(20, 0)
  pen.lineWidth = width
  pen.strokeStyle = color
  pen.setLineDash(dash)
  pen.stroke()
}
