import type { Point } from './view'

export interface Moves {
  pan(dx: number, dy: number): void
  zoom(factor: number, at: Point): void
  /** A touch that moved nothing. */
  tap(at: Point): void
}

const TAP_PIXELS = 8
const STEP_PIXELS = 60

/** Fingers, mouse, wheel and arrow keys; the element needs `touch-action: none`. */
export function followGestures(node: HTMLElement, moves: Moves): void {
  const fingers = new Map<number, Point>()
  let travelled = 0

  const at = (event: MouseEvent): Point => {
    const box = node.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }

  node.addEventListener('pointerdown', (event) => {
    if (fingers.size === 0) travelled = 0
    fingers.set(event.pointerId, at(event))
    node.setPointerCapture(event.pointerId)
  })
  node.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId)
    if (!before) return
    const now = at(event)
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1]
    fingers.set(event.pointerId, now)
    travelled += Math.hypot(now.x - before.x, now.y - before.y)
    if (!other) return moves.pan(now.x - before.x, now.y - before.y)
    const spread = (finger: Point) => Math.max(1, Math.hypot(finger.x - other.x, finger.y - other.y))
    moves.zoom(spread(now) / spread(before), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 })
    moves.pan((now.x - before.x) / 2, (now.y - before.y) / 2)
  })
  node.addEventListener('pointerup', (event) => {
    if (fingers.size === 1 && travelled < TAP_PIXELS) moves.tap(at(event))
    fingers.delete(event.pointerId)
  })
  node.addEventListener('pointercancel', (event) => void fingers.delete(event.pointerId))
  node.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      moves.zoom(event.deltaY < 0 ? 1.25 : 0.8, at(event))
    },
    { passive: false },
  )
  node.addEventListener('keydown', (event) => {
    const step = KEYS[event.key]
    if (!step) return
    event.preventDefault()
    moves.pan(step.x, step.y)
  })
}

const KEYS: Record<string, Point | undefined> = {
  ArrowLeft: { x: STEP_PIXELS, y: 0 },
  ArrowRight: { x: -STEP_PIXELS, y: 0 },
  ArrowUp: { x: 0, y: STEP_PIXELS },
  ArrowDown: { x: 0, y: -STEP_PIXELS },
}
