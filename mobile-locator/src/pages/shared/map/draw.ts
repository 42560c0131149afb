import type { Place } from '../place'
import type { Label, Layers, Names, Road, Shape } from './layers'
import { type Plane, type Point, type View, toScreen } from './view'

/** What stands on the map. */
export interface Marks {
  own?: (Place & { radiusMeters: number }) | undefined
  units: readonly (Place & { label: string })[]
  /** Numbered places, such as those of a list. */
  numbers?: readonly (Place & { label: string; usable: boolean })[]
}

export interface Scene {
  plane: Plane
  view: View
  layers: Layers
  marks: Marks
  nameOf(names: Names): string
}

const INK = '#10202f'
const RED = '#c8102e'
/** Road classes from the widest: line colour, and width at 5 m per pixel. */
const ROADS: readonly [classes: RegExp, color: string, width: number][] = [
  [/local|residential|service|street/, '#ffffff', 1.5],
  [/tertiary/, '#ffffff', 2.5],
  [/secondary/, '#ffffff', 4],
  [/primary/, '#fbe3a6', 5],
  [/trunk|motorway/, '#f6c667', 6],
]
const LOCAL_UP_TO_METERS_PER_PIXEL = 12
const FONT = '-apple-system, "PingFang SC", "Noto Sans CJK SC", sans-serif'

export function draw(canvas: CanvasRenderingContext2D, scene: Scene): void {
  const { view, layers } = scene
  canvas.fillStyle = '#eceff2'
  canvas.fillRect(0, 0, view.width, view.height)
  fillAreas(canvas, view, layers.green, '#d5e8d0')
  fillAreas(canvas, view, layers.water, '#b5d5ee')
  drawRoads(canvas, view, layers.roads)
  drawNames(canvas, scene)
  drawMarks(canvas, scene)
  drawScale(canvas, view)
}

function fillAreas(canvas: CanvasRenderingContext2D, view: View, areas: Shape[][], color: string): void {
  canvas.fillStyle = color
  // Each by itself: pieces of neighbouring tiles overlap, and together they would cut each other out.
  for (const rings of areas) {
    if (!rings[0] || !isSeen(view, rings[0])) continue
    canvas.beginPath()
    for (const ring of rings) trace(canvas, view, ring)
    canvas.fill('evenodd')
  }
}

function drawRoads(canvas: CanvasRenderingContext2D, view: View, roads: Road[]): void {
  canvas.lineCap = canvas.lineJoin = 'round'
  const grow = Math.min(2.2, Math.max(0.55, Math.sqrt(5 / view.metersPerPixel)))
  for (const casing of [true, false]) {
    ROADS.forEach(([classes, color, width], i) => {
      if (i === 0 && view.metersPerPixel > LOCAL_UP_TO_METERS_PER_PIXEL) return
      canvas.strokeStyle = casing ? '#c2ccd6' : color
      canvas.lineWidth = width * grow + (casing ? 1.5 : 0)
      canvas.beginPath()
      for (const road of roads)
        if (classes.test(road.roadClass) && isSeen(view, road)) trace(canvas, view, road)
      canvas.stroke()
    })
  }
}

/** Each name once, the more important first, none over another. */
function drawNames(canvas: CanvasRenderingContext2D, { view, layers, nameOf }: Scene): void {
  const taken: { left: number; right: number; top: number; bottom: number }[] = []
  const said = new Set<string>()
  const places = [...layers.places].sort((a, b) => a.rank - b.rank)
  const write = (point: Point, text: string, size: number, color: string) => {
    if (
      text === '' ||
      said.has(text) ||
      point.x < 0 ||
      point.x > view.width ||
      point.y < 0 ||
      point.y > view.height
    )
      return
    canvas.font = `${size}px ${FONT}`
    const half = canvas.measureText(text).width / 2 + 4
    const box = { left: point.x - half, right: point.x + half, top: point.y - size, bottom: point.y + size }
    if (
      taken.some((o) => o.left < box.right && o.right > box.left && o.top < box.bottom && o.bottom > box.top)
    )
      return
    taken.push(box)
    said.add(text)
    outlined(canvas, text, point, color)
  }
  for (const road of layers.roads) {
    if (road.names.name === '' || !isSeen(view, road)) continue
    write(middleOf(view, road), nameOf(road.names), 13, '#55626f')
  }
  const ranks = view.metersPerPixel > 20 ? 1 : view.metersPerPixel > 8 ? 2 : 9
  for (const place of places)
    if (place.rank <= ranks) write(toScreen(view, place as Label), nameOf(place.names), 13, INK)
}

function drawMarks(canvas: CanvasRenderingContext2D, { plane, view, marks }: Scene): void {
  if (marks.own) {
    const at = toScreen(view, plane.toPoint(marks.own))
    disc(
      canvas,
      at,
      Math.max(12, marks.own.radiusMeters / view.metersPerPixel),
      'rgba(200, 16, 46, 0.14)',
      RED,
      1.5,
    )
    disc(canvas, at, 8, RED, '#fff', 3)
  }
  for (const number of marks.numbers ?? []) {
    const at = toScreen(view, plane.toPoint(number))
    if (number.usable) disc(canvas, at, 13, '#0a6b42', '#fff', 2)
    else square(canvas, at, 22, '#fff', '#51606f')
    centred(canvas, number.label, at, number.usable ? '#fff' : '#51606f')
  }
  for (const unit of marks.units) {
    const at = toScreen(view, plane.toPoint(unit))
    vehicle(canvas, at)
    canvas.font = `bold 14px ${FONT}`
    outlined(canvas, unit.label, { x: at.x, y: at.y + 26 }, INK)
  }
}

/** A van with a cross, so that it is not told from the phone by colour alone. */
function vehicle(canvas: CanvasRenderingContext2D, { x, y }: Point): void {
  square(canvas, { x, y }, 30, INK, '#fff')
  canvas.fillStyle = '#fff'
  canvas.fillRect(x - 3, y - 9, 6, 18)
  canvas.fillRect(x - 9, y - 3, 18, 6)
}

function drawScale(canvas: CanvasRenderingContext2D, view: View): void {
  const longest = 110 * view.metersPerPixel
  const power = 10 ** Math.floor(Math.log10(longest))
  const meters = power * (longest / power >= 5 ? 5 : longest / power >= 2 ? 2 : 1)
  const width = meters / view.metersPerPixel
  const y = view.height - 14
  canvas.strokeStyle = INK
  canvas.lineWidth = 2
  canvas.beginPath()
  for (const [dx, dy] of [
    [0, -5],
    [0, 0],
    [width, 0],
    [width, -5],
  ] as const)
    canvas.lineTo(14 + dx, y + dy)
  canvas.stroke()
  canvas.font = `12px ${FONT}`
  outlined(
    canvas,
    meters < 1000 ? `${meters} m` : `${meters / 1000} km`,
    { x: 14 + width / 2, y: y - 12 },
    INK,
  )
}

function trace(canvas: CanvasRenderingContext2D, view: View, { points }: Shape): void {
  for (let i = 0; i + 1 < points.length; i += 2) {
    const { x, y } = toScreen(view, { x: points[i] ?? 0, y: points[i + 1] ?? 0 })
    if (i === 0) canvas.moveTo(x, y)
    else canvas.lineTo(x, y)
  }
}

function isSeen(view: View, { left, right, top, bottom }: Shape): boolean {
  const halfWidth = (view.width / 2) * view.metersPerPixel
  const halfHeight = (view.height / 2) * view.metersPerPixel
  const { x, y } = view.middle
  return right >= x - halfWidth && left <= x + halfWidth && bottom >= y - halfHeight && top <= y + halfHeight
}

function middleOf(view: View, { points }: Shape): Point {
  const i = 2 * Math.floor(points.length / 4)
  return toScreen(view, { x: points[i] ?? 0, y: points[i + 1] ?? 0 })
}

function outlined(canvas: CanvasRenderingContext2D, text: string, { x, y }: Point, color: string): void {
  canvas.textAlign = 'center'
  canvas.textBaseline = 'middle'
  canvas.lineJoin = 'round'
  canvas.lineWidth = 4
  canvas.strokeStyle = 'rgba(255, 255, 255, 0.9)'
  canvas.strokeText(text, x, y)
  canvas.fillStyle = color
  canvas.fillText(text, x, y)
}

function centred(canvas: CanvasRenderingContext2D, text: string, { x, y }: Point, color: string): void {
  canvas.font = `bold 13px ${FONT}`
  canvas.textAlign = 'center'
  canvas.textBaseline = 'middle'
  canvas.fillStyle = color
  canvas.fillText(text, x, y + 1)
}

function disc(
  canvas: CanvasRenderingContext2D,
  { x, y }: Point,
  radius: number,
  fill: string,
  line: string,
  width: number,
): void {
  canvas.beginPath()
  canvas.arc(x, y, radius, 0, 2 * Math.PI)
  canvas.fillStyle = fill
  canvas.fill()
  canvas.strokeStyle = line
  canvas.lineWidth = width
  canvas.stroke()
}

function square(
  canvas: CanvasRenderingContext2D,
  { x, y }: Point,
  size: number,
  fill: string,
  line: string,
): void {
  canvas.fillStyle = fill
  canvas.strokeStyle = line
  canvas.lineWidth = 2
  canvas.fillRect(x - size / 2, y - size / 2, size, size)
  canvas.strokeRect(x - size / 2, y - size / 2, size, size)
}
