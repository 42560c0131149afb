import type { PinShape, Shape } from '../looks'

/** Any 2D canvas context: of the page or off screen. */
export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Outline of a unit's badge around 0,0; `size` is half its height. */
export function badgePath(pen: Pen, shape: Shape, size: number): void {
  pen.beginPath()
  switch (shape) {
    case 'circle':
      pen.arc(0, 0, size, 0, 2 * Math.PI)
      break
    case 'hexagon':
      polygon(pen, 6, size * 1.16, 0)
      break
    case 'square':
      pen.roundRect(-size, -size * 0.92, size * 2, size * 1.84, size * 0.28)
      break
    case 'pill':
      pen.roundRect(-size * 1.35, -size * 0.82, size * 2.7, size * 1.64, size * 0.82)
  }
}

/** Outline of an incident's pin whose tip is at 0,0 and whose head is centered at `pinHead(size)` above. */
export function pinPath(pen: Pen, shape: PinShape, size: number): void {
  const head = -pinHead(size)
  pen.beginPath()
  switch (shape) {
    case 'drop':
      pen.moveTo(0, 0)
      pen.bezierCurveTo(-size * 0.35, -size * 0.8, -size, head + size * 0.75, -size, head)
      pen.arc(0, head, size, Math.PI, 0)
      pen.bezierCurveTo(size, head + size * 0.75, size * 0.35, -size * 0.8, 0, 0)
      break
    case 'diamond':
      pen.moveTo(0, 0)
      pen.lineTo(-size * 0.34, head + size * 0.8)
      pen.lineTo(-size * 1.12, head)
      pen.lineTo(0, head - size * 1.12)
      pen.lineTo(size * 1.12, head)
      pen.lineTo(size * 0.34, head + size * 0.8)
      break
    case 'box':
      box(pen, size * 0.92, head)
      break
    case 'disc':
      disc(pen, size * 0.9, head)
  }
  pen.closePath()
}

/** Height of the middle of a pin's head over its tip. */
export function pinHead(size: number): number {
  return size * 1.75
}

function box(pen: Pen, half: number, head: number) {
  const foot = half * 0.38
  const bottom = head + half
  pen.moveTo(0, 0)
  pen.lineTo(-foot, bottom)
  pen.lineTo(-half, bottom)
  pen.lineTo(-half, head - half)
  pen.lineTo(half, head - half)
  pen.lineTo(half, bottom)
  pen.lineTo(foot, bottom)
}

function disc(pen: Pen, radius: number, head: number) {
  const open = 0.32
  pen.moveTo(0, 0)
  pen.lineTo(Math.cos(Math.PI / 2 + open) * radius, head + Math.sin(Math.PI / 2 + open) * radius)
  pen.arc(0, head, radius, Math.PI / 2 + open, Math.PI / 2 - open + 2 * Math.PI)
}

/** The AED's heart, `size` wide, centered at 0,0. */
export function heartPath(pen: Pen, size: number): void {
  const s = size / 2
  pen.beginPath()
  pen.moveTo(0, s * 0.92)
  pen.bezierCurveTo(-s * 0.5, s * 0.5, -s, s * 0.1, -s, -s * 0.32)
  pen.bezierCurveTo(-s, -s * 0.95, -s * 0.22, -s * 1.02, 0, -s * 0.42)
  pen.bezierCurveTo(s * 0.22, -s * 1.02, s, -s * 0.95, s, -s * 0.32)
  pen.bezierCurveTo(s, s * 0.1, s * 0.5, s * 0.5, 0, s * 0.92)
  pen.closePath()
}

/** An upright cross, `size` wide, with arms a third as wide. */
export function crossPath(pen: Pen, size: number): void {
  const [arm, reach] = [size / 6, size / 2]
  pen.beginPath()
  pen.rect(-arm, -reach, arm * 2, size)
  pen.rect(-reach, -arm, size, arm * 2)
}

/** Lightning on an AED, `size` high. */
export function boltPath(pen: Pen, size: number): void {
  pen.beginPath()
  const corners = [
    [0.12, -0.5],
    [-0.28, 0.1],
    [-0.02, 0.1],
    [-0.12, 0.5],
    [0.28, -0.12],
    [0.02, -0.12],
  ]
  corners.forEach(([x = 0, y = 0], i) =>
    i ? pen.lineTo(x * size, y * size) : pen.moveTo(x * size, y * size),
  )
  pen.closePath()
}

/** A house with a gable, `size` wide. */
export function housePath(pen: Pen, size: number): void {
  const s = size / 2
  pen.beginPath()
  pen.moveTo(0, -s)
  pen.lineTo(s, -s * 0.12)
  pen.lineTo(s * 0.72, -s * 0.12)
  pen.lineTo(s * 0.72, s * 0.9)
  pen.lineTo(-s * 0.72, s * 0.9)
  pen.lineTo(-s * 0.72, -s * 0.12)
  pen.lineTo(-s, -s * 0.12)
  pen.closePath()
}

function polygon(pen: Pen, corners: number, radius: number, turn: number) {
  for (let i = 0; i < corners; i++) {
    const angle = turn + (i / corners) * 2 * Math.PI
    pen.lineTo(Math.cos(angle) * radius, Math.sin(angle) * radius)
  }
  pen.closePath()
}
