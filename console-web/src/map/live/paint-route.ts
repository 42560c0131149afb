import type { Pen } from '../draw/shapes'
import { fade, type Palette } from '../palette'
import { runsWithin } from './course'
import type { ShownRoute } from './routes'
import type { Box } from './tiles'
import type { ScreenPoint } from './viewport'

/** Half of a course with its edge and arrows. */
const REACH = 9

/**
 * A course along roads is a solid line with arrows, hollow while it is only proposed; a straight line is dashed, because
 * nobody can drive it. Draws what lies in `box` only; on a canvas in device pixels.
 */
export function paintRoute(pen: Pen, route: ShownRoute, box: Box, palette: Palette, density: number): void {
  const { kind, focus } = route.mark
  const busy = palette.tone[kind === 'transport' ? 'transport' : 'warn']
  const color = !focus ? busy : kind === 'transport' ? palette.tone.transport : palette.accent
  pen.save()
  pen.scale(density, density)
  pen.lineJoin = 'round'
  if (route.ahead.length > 1) paintCourse(pen, route, box, color, palette)
  else paintStraight(pen, route, color)
  pen.restore()
}

function paintCourse(pen: Pen, route: ShownRoute, box: Box, color: string, palette: Palette) {
  const { ahead, arrows, lastSteps, mark } = route
  const path = pathOf(runsWithin(ahead, box, REACH))
  pen.lineCap = 'round'
  stroke(pen, path, 8.5, fade(palette.background, 0.85))
  stroke(pen, path, mark.kind === 'proposed' ? 6 : 4.5, color)
  if (mark.kind === 'proposed') stroke(pen, path, 2.6, palette.background)
  if (lastSteps) {
    pen.setLineDash([0.1, 6])
    stroke(pen, pathOf(runsWithin(lastSteps, box, REACH)), 3, color)
    pen.setLineDash([])
  }
  for (const arrow of arrows) {
    const { x, y } = arrow
    if (x < box.left - REACH || x > box.right + REACH || y < box.top - REACH || y > box.bottom + REACH)
      continue
    paintArrow(pen, arrow, color, palette)
  }
}

function paintArrow(
  pen: Pen,
  { x, y, turn }: ScreenPoint & { turn: number },
  color: string,
  palette: Palette,
) {
  pen.save()
  pen.translate(x, y)
  pen.rotate(turn)
  pen.beginPath()
  pen.moveTo(7, 0)
  pen.lineTo(-5, -6)
  pen.lineTo(-2.5, 0)
  pen.lineTo(-5, 6)
  pen.closePath()
  pen.lineWidth = 2
  pen.strokeStyle = palette.background
  pen.stroke()
  pen.fillStyle = color
  pen.fill()
  pen.restore()
}

/** From its far end on, so that the dashes stay where they are while the unit drives. */
function paintStraight(pen: Pen, { from, to, mark }: ShownRoute, color: string) {
  pen.beginPath()
  pen.moveTo(to.x, to.y)
  pen.lineTo(from.x, from.y)
  pen.lineWidth = mark.focus ? 2.6 : 1.3
  pen.strokeStyle = fade(color, mark.focus ? 0.95 : 0.5)
  pen.setLineDash(mark.focus ? [11, 8] : [8, 6])
  pen.stroke()
  pen.setLineDash([])
}

function pathOf(runs: readonly (readonly ScreenPoint[])[]): Path2D {
  const path = new Path2D()
  for (const run of runs) run.forEach(({ x, y }, i) => (i ? path.lineTo(x, y) : path.moveTo(x, y)))
  return path
}

function stroke(pen: Pen, path: Path2D, width: number, color: string) {
  pen.lineWidth = width
  pen.strokeStyle = color
  pen.stroke(path)
}
