import type { Size, Viewport } from '../surface/viewport'
import type { PaperColours } from './colours'

/** Below these many pixels between them, lines would be a grey surface. */
const LEAST_PIXELS_BETWEEN = 2.5

/** Millimetre paper: a fine line every millimetre, a strong one every five. Lines lie on device pixels and stay sharp. */
export function drawPaper(
  context: CanvasRenderingContext2D,
  sheet: Size,
  view: Viewport,
  pane: Size,
  pixelRatio: number,
  colours: PaperColours,
): void {
  const left = Math.max(0, -view.x * view.scale)
  const top = Math.max(0, -view.y * view.scale)
  const right = Math.min(pane.width, (sheet.width - view.x) * view.scale)
  const bottom = Math.min(pane.height, (sheet.height - view.y) * view.scale)
  if (right <= left || bottom <= top) return
  context.fillStyle = colours.paper
  context.fillRect(left, top, right - left, bottom - top)
  const sharp = (at: number) => Math.round(at * pixelRatio) / pixelRatio
  const lines = (step: number, skip: number, colour: string, thickness: number) => {
    if (step * view.scale < LEAST_PIXELS_BETWEEN) return
    context.fillStyle = colour
    const thick = Math.max(1, Math.round(thickness * pixelRatio)) / pixelRatio
    for (let mm = firstLine(view.x, step); ; mm += step) {
      const x = sharp((mm - view.x) * view.scale)
      if (x > right || mm > sheet.width) break
      if (mm % skip !== 0) context.fillRect(x, top, thick, bottom - top)
    }
    for (let mm = firstLine(view.y, step); ; mm += step) {
      const y = sharp((mm - view.y) * view.scale)
      if (y > bottom || mm > sheet.height) break
      if (mm % skip !== 0) context.fillRect(left, y, right - left, thick)
    }
  }
  lines(1, 5, colours.fine, 0.5)
  lines(5, Infinity, colours.strong, Math.min(1.5, view.scale * 0.12))
}

function firstLine(from: number, step: number): number {
  return Math.max(0, Math.ceil(from / step) * step)
}
