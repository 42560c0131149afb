import type { Place } from '../place'

const METERS_PER_DEGREE = 111_195
export const CLOSEST_METERS_PER_PIXEL = 0.3
export const WIDEST_METERS_PER_PIXEL = 100

/** Metres east (x) and south (y) of an origin: flat, which a town is. */
export interface Point {
  x: number
  y: number
}

export class Plane {
  readonly #origin: Place
  readonly #shrink: number

  constructor(origin: Place) {
    this.#origin = origin
    this.#shrink = Math.cos((origin.lat * Math.PI) / 180)
  }

  toPoint({ lng, lat }: Place): Point {
    return {
      x: (lng - this.#origin.lng) * this.#shrink * METERS_PER_DEGREE,
      y: (this.#origin.lat - lat) * METERS_PER_DEGREE,
    }
  }

  toPlace({ x, y }: Point): Place {
    return {
      lng: this.#origin.lng + x / (this.#shrink * METERS_PER_DEGREE),
      lat: this.#origin.lat - y / METERS_PER_DEGREE,
    }
  }
}

/** The part of the plane that is seen: its middle and how many metres a CSS pixel has. */
export interface View {
  middle: Point
  metersPerPixel: number
  width: number
  height: number
}

export function toScreen(view: View, { x, y }: Point): Point {
  return {
    x: view.width / 2 + (x - view.middle.x) / view.metersPerPixel,
    y: view.height / 2 + (y - view.middle.y) / view.metersPerPixel,
  }
}

/** Makes the view show all points with a margin; one point alone is shown with the streets around it. */
export function fit(view: View, points: readonly Point[]): View {
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  if (points.length === 0) return view
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const inner = Math.max(80, Math.min(view.width, view.height) - 2 * MARGIN_PIXELS)
  const scale = Math.max(ALONE_METERS_PER_PIXEL, (right - left) / inner, (bottom - top) / inner)
  return {
    ...view,
    middle: { x: (left + right) / 2, y: (top + bottom) / 2 },
    metersPerPixel: clampScale(scale),
  }
}

/** Zooms by a factor and keeps what lies under one screen point there. */
export function zoom(view: View, factor: number, at: Point): View {
  const metersPerPixel = clampScale(view.metersPerPixel / factor)
  const change = view.metersPerPixel - metersPerPixel
  return {
    ...view,
    metersPerPixel,
    middle: {
      x: view.middle.x + (at.x - view.width / 2) * change,
      y: view.middle.y + (at.y - view.height / 2) * change,
    },
  }
}

export function pan(view: View, dx: number, dy: number): View {
  const { middle, metersPerPixel } = view
  return { ...view, middle: { x: middle.x - dx * metersPerPixel, y: middle.y - dy * metersPerPixel } }
}

const MARGIN_PIXELS = 56
const ALONE_METERS_PER_PIXEL = 2.5

function clampScale(metersPerPixel: number): number {
  return Math.min(Math.max(metersPerPixel, CLOSEST_METERS_PER_PIXEL), WIDEST_METERS_PER_PIXEL)
}
