import type { AedState } from '../looks'
import { drawAed, drawHospital, drawStation } from '../draw/marks'
import type { Pen } from '../draw/shapes'
import { fade, type Palette } from '../palette'

/** A picture for MapLibre. */
export interface Icon {
  name: string
  pixels: ImageData
}

export const ICON_DENSITY = 2
export const AED_STATES: AedState[] = ['usable', 'unknown', 'closed', 'out_of_order']

/** All icons of fixed things, in a palette. */
export function drawIcons(palette: Palette): Icon[] {
  return [
    ...AED_STATES.map((state) => icon(`aed-${state}`, 24, (pen) => drawAed(pen, state, 17, palette))),
    icon('aed-many', 30, (pen) => drawMany(pen, palette)),
    icon('hospital', 34, (pen) => drawHospital(pen, false, 20, palette)),
    icon('hospital-pci', 34, (pen) => drawHospital(pen, true, 20, palette)),
    icon('station', 22, (pen) => drawStation(pen, 15, palette)),
  ]
}

function drawMany(pen: Pen, palette: Palette) {
  pen.beginPath()
  pen.arc(0, 0, 12, 0, 2 * Math.PI)
  pen.fillStyle = fade(palette.background, 0.9)
  pen.fill()
  pen.lineWidth = 1.5
  pen.strokeStyle = fade(palette.tone.ok, 0.75)
  pen.stroke()
}

function icon(name: string, size: number, draw: (pen: Pen) => void): Icon {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = size * ICON_DENSITY
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) throw new Error('no 2D canvas')
  pen.translate(canvas.width / 2, canvas.height / 2)
  pen.scale(ICON_DENSITY, ICON_DENSITY)
  draw(pen)
  return { name, pixels: pen.getImageData(0, 0, canvas.width, canvas.height) }
}
