import { toMercator, type LngLat } from '../geometry'
import type { Box } from './tiles'
import { project, type Viewport } from './viewport'

/** A hospital with its name on the ground, as far as words above it must know. */
export interface GroundName {
  place: LngLat
  text: string
  /** The name stands above its picture, otherwise below. */
  above: boolean
}

/** From the middle of the picture to the near edge of the name, in CSS pixels: a unit's badge has room between. */
export const NAME_AWAY_PIXELS = 22
export const NAMES_FROM_ZOOM = 11.2
const LETTER_PIXELS = 12
/** Half-width letters. */
const NARROW_PIXELS = 7
const LETTERS_IN_LINE = 12
const LINE_PIXELS = 15
const PICTURE_REACH = 12

/** Where picture and name are. Measured by counting letters, which is exact for Chinese and a little wide otherwise. */
export function boxOfName(view: Viewport, { place, text, above }: GroundName): Box {
  const { x, y } = project(view, toMercator(place))
  const picture = {
    left: x - PICTURE_REACH,
    top: y - PICTURE_REACH,
    right: x + PICTURE_REACH,
    bottom: y + PICTURE_REACH,
  }
  if (view.zoom < NAMES_FROM_ZOOM) return picture
  const whole = [...text].reduce(
    (sum, letter) => sum + (letter > '\u2e7f' ? LETTER_PIXELS : NARROW_PIXELS),
    0,
  )
  const widest = LETTERS_IN_LINE * LETTER_PIXELS
  const half = Math.min(whole, widest) / 2
  const far = NAME_AWAY_PIXELS + Math.ceil(whole / widest) * LINE_PIXELS
  return {
    left: x - half,
    right: x + half,
    top: above ? y - far : picture.top,
    bottom: above ? picture.bottom : y + far,
  }
}
