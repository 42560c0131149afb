import type { ClosureCause } from '@/contract'
import { icons, type IconName } from '@/shared/components/icons'
import { fade, mix, type Palette } from '../palette'
import type { Pen } from './shapes'

/** What stands for a closed road, in lists as on the map. */
export const CAUSE_ICONS: Record<ClosureCause, IconName> = {
  closed: 'noEntry',
  flooded: 'flood',
  construction: 'construction',
  event: 'crowd',
}

const ICON_GRID = 16

/** An eight-cornered sign with the cause, around 0,0; nothing else on the map has eight corners. */
export function drawClosureSign(pen: Pen, cause: ClosureCause, size: number, palette: Palette): void {
  const color = palette.priority.p1
  pen.lineJoin = 'round'
  octagon(pen, size + 2.5)
  pen.fillStyle = fade(palette.background, 0.9)
  pen.fill()
  octagon(pen, size)
  pen.fillStyle = mix(palette.surface, color, palette.night ? 0.22 : 0.1)
  pen.fill()
  pen.lineWidth = 2
  pen.strokeStyle = color
  pen.stroke()
  pen.save()
  const scale = (size * 1.28) / ICON_GRID
  pen.scale(scale, scale)
  pen.translate(-ICON_GRID / 2, -ICON_GRID / 2)
  pen.lineWidth = 1.8
  pen.lineCap = 'round'
  pen.strokeStyle = pen.fillStyle = palette.night ? palette.text : color
  for (const { d, fill } of icons[CAUSE_ICONS[cause]] as { d: string; fill?: boolean }[]) {
    const path = new Path2D(d)
    if (fill) pen.fill(path)
    else pen.stroke(path)
  }
  pen.restore()
}

function octagon(pen: Pen, radius: number) {
  pen.beginPath()
  for (let i = 0; i < 8; i++) {
    const angle = ((i + 0.5) / 8) * 2 * Math.PI
    pen.lineTo(Math.cos(angle) * radius, Math.sin(angle) * radius)
  }
  pen.closePath()
}

export interface TapeLook {
  color: string
  edge: string
  /** Not closed yet: looser hatching. */
  pending: boolean
}

/** Barrier tape along lines that were begun on the pen's path. Lengths in the pen's own pixels times `unit`. */
export function strokeTape(pen: Pen, path: Path2D, look: TapeLook, unit: number): void {
  pen.lineCap = 'butt'
  pen.lineJoin = 'round'
  pen.lineWidth = 9 * unit
  pen.strokeStyle = fade(look.edge, 0.9)
  pen.stroke(path)
  pen.lineWidth = 6 * unit
  pen.strokeStyle = look.color
  pen.stroke(path)
  pen.lineWidth = 3 * unit
  pen.strokeStyle = look.edge
  pen.setLineDash((look.pending ? [9, 5] : [5, 5]).map((length) => length * unit))
  pen.stroke(path)
  pen.setLineDash([])
}
