import type { Priority } from '@/contract'
import { PIN_SHAPES, UNIT_LOOKS, type AedState, type UnitState } from '../looks'
import { fade, mix, type Palette } from '../palette'
import { badgePath, boltPath, crossPath, heartPath, housePath, pinHead, pinPath, type Pen } from './shapes'

/** What a unit's badge tells. */
export interface BadgeLook {
  label: string
  state: UnitState
  /** Its position is old. */
  stale: boolean
  /** Its crew cannot be reached by the app. */
  crewLost: boolean
  /** Its last report cannot be true: nothing drives so fast. */
  suspect: boolean
}

export const BADGE_SIZE = 14
const PRIORITY_DIGIT: Record<Priority, string> = { p1: '1', p2: '2', p3: '3', p4: '4' }

/** A unit with its name, around 0,0. */
export function drawBadge(pen: Pen, look: BadgeLook, palette: Palette): void {
  const { shape, tone, filled, dashed } = UNIT_LOOKS[look.state]
  const color = palette.tone[tone]
  const ground = filled ? color : mix(palette.surface, color, palette.night ? 0.12 : 0.08)
  badgePath(pen, shape, BADGE_SIZE + 2.2)
  pen.fillStyle = fade(palette.background, look.stale ? 0.5 : 0.85)
  pen.fill()
  badgePath(pen, shape, BADGE_SIZE)
  pen.fillStyle = fade(ground, look.stale ? 0.55 : 1)
  pen.fill()
  pen.lineWidth = 2
  pen.strokeStyle = fade(
    look.stale && filled ? mix(color, palette.background, 0.5) : color,
    look.stale ? 0.6 : 1,
  )
  if (dashed || look.stale) pen.setLineDash(dashed ? [3, 3] : [5, 3])
  pen.stroke()
  pen.setLineDash([])
  const ink = filled ? palette.accentInk : tone === 'idle' ? palette.textDim : palette.text
  write(pen, look.label, ink, fontSize(look.label), palette.font)
  if (look.crewLost) drawCrewLost(pen, palette)
  if (look.suspect) drawSuspect(pen, palette)
}

function fontSize(label: string): number {
  return label.length <= 3 ? 11.5 : label.length === 4 ? 10 : 8.5
}

/** A struck-through signal at the badge's shoulder. */
export function drawCrewLost(pen: Pen, palette: Palette, x = 12, y = -11): void {
  pen.beginPath()
  pen.arc(x, y, 6, 0, 2 * Math.PI)
  pen.fillStyle = palette.background
  pen.fill()
  pen.lineWidth = 1.4
  pen.strokeStyle = palette.tone.warn
  pen.stroke()
  pen.beginPath()
  pen.moveTo(x - 2.4, y - 2.4)
  pen.lineTo(x + 2.4, y + 2.4)
  pen.moveTo(x + 2.4, y - 2.4)
  pen.lineTo(x - 2.4, y + 2.4)
  pen.stroke()
}

/** A question mark at the badge's other shoulder: where it is said to be, it cannot be. */
export function drawSuspect(pen: Pen, palette: Palette, x = -12, y = -11): void {
  pen.beginPath()
  pen.roundRect(x - 6.5, y - 6.5, 13, 13, 3)
  pen.fillStyle = palette.background
  pen.fill()
  pen.lineWidth = 1.4
  pen.strokeStyle = palette.tone.warn
  pen.stroke()
  pen.save()
  pen.translate(x, y)
  write(pen, '?', palette.tone.warn, 10.5, palette.font)
  pen.restore()
}

/** A unit where there is no room for names: the same shape, small. */
export function drawDot(pen: Pen, state: UnitState, stale: boolean, palette: Palette): void {
  const { shape, tone, filled, dashed } = UNIT_LOOKS[state]
  const color = palette.tone[tone]
  badgePath(pen, shape, 7)
  pen.fillStyle = fade(palette.background, 0.8)
  pen.fill()
  badgePath(pen, shape, 5)
  pen.fillStyle = filled ? color : mix(palette.surface, color, 0.35)
  pen.globalAlpha = stale ? 0.5 : 1
  pen.fill()
  pen.lineWidth = 1.8
  if (dashed || stale) pen.setLineDash([2, 2])
  pen.strokeStyle = color
  pen.stroke()
  pen.setLineDash([])
  pen.globalAlpha = 1
}

/** Which way a unit drives: a triangle outside its badge, at so many degrees clockwise from north. */
export function drawArrow(
  pen: Pen,
  degrees: number,
  distance: number,
  color: string,
  palette: Palette,
): void {
  pen.save()
  pen.rotate((degrees * Math.PI) / 180)
  pen.beginPath()
  pen.moveTo(0, -distance - 6)
  pen.lineTo(4.6, -distance + 0.5)
  pen.lineTo(-4.6, -distance + 0.5)
  pen.closePath()
  pen.lineWidth = 2
  pen.lineJoin = 'round'
  pen.strokeStyle = fade(palette.background, 0.85)
  pen.stroke()
  pen.fillStyle = color
  pen.fill()
  pen.restore()
}

/** An incident's pin with its tip at 0,0. */
export function drawPin(
  pen: Pen,
  priority: Priority,
  solid: boolean,
  size: number,
  palette: Palette,
  label = PRIORITY_DIGIT[priority],
): void {
  const color = palette.priority[priority]
  pen.lineJoin = 'round'
  pinPath(pen, PIN_SHAPES[priority], size)
  pen.lineWidth = 5
  pen.strokeStyle = fade(palette.background, 0.85)
  pen.stroke()
  pen.fillStyle = solid ? color : mix(palette.surface, color, palette.night ? 0.16 : 0.1)
  pen.fill()
  pen.lineWidth = 2
  pen.strokeStyle = color
  pen.stroke()
  const ink = solid ? palette.background : color
  write(pen, label, ink, size * 1.12, palette.font, -pinHead(size))
}

/** An AED by its state: solid heart · heart with a bar · crossed-out heart · heart with a question mark. */
export function drawAed(pen: Pen, state: AedState, size: number, palette: Palette): void {
  const color = { usable: 'ok', closed: 'idle', out_of_order: 'warn', unknown: 'idle' } as const
  const tone = palette.tone[color[state]]
  heartPath(pen, size + 3.5)
  pen.fillStyle = fade(palette.background, 0.85)
  pen.fill()
  heartPath(pen, size)
  pen.fillStyle = state === 'usable' ? tone : mix(palette.surface, tone, 0.1)
  pen.fill()
  pen.lineWidth = 1.5
  pen.strokeStyle = tone
  pen.stroke()
  if (state === 'usable') {
    boltPath(pen, size * 0.66)
    pen.fillStyle = palette.background
    pen.fill()
  } else if (state === 'unknown') {
    write(pen, '?', palette.textDim, size * 0.6, palette.font, -size * 0.06)
  } else {
    pen.lineWidth = 1.8
    pen.beginPath()
    const reach = size * (state === 'closed' ? 0.24 : 0.5)
    pen.moveTo(-reach, state === 'closed' ? -size * 0.06 : reach)
    pen.lineTo(reach, state === 'closed' ? -size * 0.06 : -reach)
    pen.stroke()
  }
}

/** A hospital; one that opens coronary arteries carries a heart at its corner. */
export function drawHospital(pen: Pen, pci: boolean, size: number, palette: Palette): void {
  pen.beginPath()
  pen.roundRect(-size / 2, -size / 2, size, size, size * 0.22)
  pen.fillStyle = palette.night ? mix(palette.surface, palette.hospital, 0.25) : palette.hospital
  pen.fill()
  pen.lineWidth = 1.5
  pen.strokeStyle = palette.hospital
  pen.stroke()
  crossPath(pen, size * 0.58)
  pen.fillStyle = palette.night ? palette.text : palette.accentInk
  pen.fill()
  if (!pci) return
  pen.save()
  pen.translate(size * 0.48, -size * 0.44)
  heartPath(pen, size * 0.66)
  pen.fillStyle = palette.background
  pen.fill()
  heartPath(pen, size * 0.5)
  pen.fillStyle = palette.hospital
  pen.fill()
  pen.restore()
}

export function drawStation(pen: Pen, size: number, palette: Palette): void {
  housePath(pen, size + 3)
  pen.fillStyle = fade(palette.background, 0.85)
  pen.fill()
  housePath(pen, size)
  pen.fillStyle = mix(palette.surface, palette.textDim, 0.15)
  pen.fill()
  pen.lineWidth = 1.4
  pen.strokeStyle = palette.textDim
  pen.stroke()
}

/** One line of text, centered at 0 and the given height. */
export function write(pen: Pen, text: string, color: string, size: number, font: string, y = 0): void {
  pen.font = `700 ${size}px ${font}`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillStyle = color
  pen.fillText(text, 0, y + size * 0.06)
}
