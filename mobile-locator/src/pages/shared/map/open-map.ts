import { el } from '../dom'
import type { Place } from '../place'
import { type Marks, draw } from './draw'
import { followGestures } from './gestures'
import { Ground, type GroundSource } from './ground'
import type { Names } from './layers'
import { Plane, type Point, type View, fit, pan, toScreen, zoom } from './view'

export interface MapOptions {
  marks: Marks
  /** Lets the person point at a place: a pin stands in the middle and the map moves under it. */
  pin: boolean
  english: boolean
  labels: { map: string; zoomIn: string; zoomOut: string }
}

export interface SchematicMap {
  readonly node: HTMLElement
  /** What the pin points at. */
  readonly middle: Place
  show(marks: Marks): void
  close(): void
}

/** How long a view stands still before tiles are asked for. */
const SETTLED_MILLIS = 120

/**
 * Opens the schematic map in an element that is in the document.
 *
 * Rejects when the installation has no map, or nothing of it can be had.
 */
export async function openMap(holder: HTMLElement, options: MapOptions): Promise<SchematicMap> {
  const known = placesOf(options.marks)
  const source = (await (await get('/map/map.json')).json()) as GroundSource
  const plane = new Plane(onPaper(known[0], source))
  const canvas = el('canvas', { 'aria-label': options.labels.map, role: 'img', tabindex: '0' })
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser draws no pictures.')
  const node = el('div', { class: 'map' }, canvas)
  if (options.pin) node.append(pinMark())

  let marks = options.marks
  const ground = new Ground(source, plane, getTile, () => move(view))
  let view: View = {
    middle: { x: 0, y: 0 },
    metersPerPixel: known.length > 0 ? 2.5 : 20,
    width: 1,
    height: 1,
  }
  let frame = 0
  let settling = 0

  const nameOf = ({ name, nameEn }: Names) => (options.english ? nameEn : name)
  const paint = () => {
    frame = 0
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
    draw(context, { plane, view, layers: ground.layers(), marks, nameOf })
  }
  const move = (next: View) => {
    const moved = next !== view
    view = next
    frame ||= requestAnimationFrame(paint)
    if (!moved) return
    clearTimeout(settling)
    settling = setTimeout(() => void ground.show(view), SETTLED_MILLIS)
  }
  const resize = () => {
    const { width, height } = node.getBoundingClientRect()
    canvas.width = Math.round(width * devicePixelRatio)
    canvas.height = Math.round(height * devicePixelRatio)
    move({ ...view, width, height })
  }

  const middle = (): Point => ({ x: view.width / 2, y: view.height / 2 })
  node.append(
    el(
      'div',
      { class: 'zoom' },
      zoomButton('+', options.labels.zoomIn, () => move(zoom(view, 1.6, middle()))),
      zoomButton('−', options.labels.zoomOut, () => move(zoom(view, 1 / 1.6, middle()))),
    ),
  )
  followGestures(canvas, {
    pan: (dx, dy) => move(pan(view, dx, dy)),
    zoom: (factor, at) => move(zoom(view, factor, at)),
    tap: (at) => options.pin && move(pan(view, view.width / 2 - at.x, view.height / 2 - at.y)),
  })
  holder.append(node)
  addEventListener('resize', resize)
  resize()
  move(
    options.pin || known.length === 0
      ? view
      : fit(
          view,
          known.map((place) => plane.toPoint(place)),
        ),
  )

  const close = () => {
    removeEventListener('resize', resize)
    cancelAnimationFrame(frame)
    clearTimeout(settling)
    node.remove()
  }
  clearTimeout(settling)
  await ground.show(view)
  if (!ground.hasTiles) {
    close()
    throw new Error('No tile of the map could be had.')
  }
  move(view)
  return {
    node,
    get middle() {
      return plane.toPlace(view.middle)
    },
    show: (next) => {
      marks = next
      const points = placesOf(marks).map((place) => plane.toPoint(place))
      const leftTheView = points.some((point) => !isInside(view, toScreen(view, point)))
      move(!options.pin && leftTheView ? fit(view, points) : view)
    },
    close,
  }
}

/** With the browser's cache: the map changes with the installation only. */
async function get(path: string): Promise<Response> {
  const answer = await fetch(path)
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}`)
  return answer
}

/** Empty where the map shows nothing. */
async function getTile(path: string): Promise<Uint8Array> {
  return new Uint8Array(await (await get(path)).arrayBuffer())
}

function placesOf({ own, units, numbers }: Marks): Place[] {
  return [...(own ? [own] : []), ...units, ...(numbers ?? [])]
}

/** Somebody far outside the map would see nothing but grey: then its middle is shown. */
function onPaper(place: Place | undefined, { bounds: [west, south, east, north] }: GroundSource): Place {
  const reach = 0.3
  const near =
    place &&
    place.lng > west - reach &&
    place.lng < east + reach &&
    place.lat > south - reach &&
    place.lat < north + reach
  return near ? place : { lng: (west + east) / 2, lat: (south + north) / 2 }
}

function isInside(view: View, { x, y }: Point): boolean {
  return x >= 0 && y >= 0 && x <= view.width && y <= view.height
}

function zoomButton(sign: string, label: string, onPress: () => void): HTMLButtonElement {
  const node = el('button', { type: 'button', 'aria-label': label }, sign)
  node.addEventListener('click', onPress)
  return node
}

/** A needle whose point is the middle of the map. */
function pinMark(): SVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  svg.setAttribute('viewBox', '0 0 40 52')
  svg.setAttribute('class', 'pin')
  svg.setAttribute('aria-hidden', 'true')
  for (const [d, fill] of [
    ['M20 51C12 38 3 29 3 18a17 17 0 0 1 34 0c0 11-9 20-17 33z', '#c8102e'],
    ['M20 11a7 7 0 1 0 0 14a7 7 0 1 0 0-14z', '#fff'],
  ] as const) {
    const path = document.createElementNS(space, 'path')
    path.setAttribute('d', d)
    path.setAttribute('fill', fill)
    svg.append(path)
  }
  return svg
}
