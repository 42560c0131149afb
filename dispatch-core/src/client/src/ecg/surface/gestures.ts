import type { Move } from './pane'

const ZOOM_STEP = 1.25
/** Of the pane, for one press of an arrow. */
const KEY_SHARE = 0.1
const WHEEL_LINE_PIXELS = 16

interface Finger {
  x: number
  y: number
}

/**
 * Wheel, drag, pinch and keys upon `element`, as moves. Keys that it uses go no further; others do.
 *
 * @returns what takes it all away again
 */
export function bindGestures(element: HTMLElement, move: (move: Move) => void): () => void {
  const end = new AbortController()
  const { signal } = end
  const fingers = new Map<number, Finger>()

  const onWheel = (event: WheelEvent) => {
    event.preventDefault()
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? WHEEL_LINE_PIXELS : 1
    if (event.shiftKey) move({ kind: 'drag', dx: -(event.deltaX || event.deltaY) * pixels, dy: 0 })
    else {
      const factor = Math.exp((-event.deltaY * pixels) / 400)
      move({ kind: 'zoom', factor, ...within(element, event) })
    }
  }
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0 || fingers.size >= 2) return
    element.setPointerCapture(event.pointerId)
    fingers.set(event.pointerId, within(element, event))
  }
  const onPointerMove = (event: PointerEvent) => {
    const before = fingers.get(event.pointerId)
    if (!before) return
    const now = within(element, event)
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1]
    fingers.set(event.pointerId, now)
    if (other) pinch(before, now, other, move)
    else move({ kind: 'drag', dx: now.x - before.x, dy: now.y - before.y })
  }
  const onUp = (event: PointerEvent) => fingers.delete(event.pointerId)
  const onKey = (event: KeyboardEvent) => {
    if (event.target !== element || event.ctrlKey || event.metaKey || event.altKey) return
    const found = moveOfKey(event.key, element)
    if (!found) return
    event.preventDefault()
    event.stopPropagation()
    move(found)
  }

  element.addEventListener('wheel', onWheel, { signal, passive: false })
  element.addEventListener('pointerdown', onDown, { signal })
  element.addEventListener('pointermove', onPointerMove, { signal })
  element.addEventListener('pointerup', onUp, { signal })
  element.addEventListener('pointercancel', onUp, { signal })
  element.addEventListener('lostpointercapture', onUp, { signal })
  element.addEventListener('keydown', onKey, { signal })
  return () => end.abort()
}

/** One of two fingers moved: the middle between them moves by half, their distance zooms. */
function pinch(before: Finger, now: Finger, other: Finger, move: (move: Move) => void): void {
  const apart = Math.hypot(before.x - other.x, before.y - other.y)
  const factor = apart > 0 ? Math.hypot(now.x - other.x, now.y - other.y) / apart : 1
  move({ kind: 'drag', dx: (now.x - before.x) / 2, dy: (now.y - before.y) / 2 })
  if (factor > 0) move({ kind: 'zoom', factor, x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 })
}

function moveOfKey(key: string, { clientWidth, clientHeight }: HTMLElement): Move | undefined {
  const middle = { x: clientWidth / 2, y: clientHeight / 2 }
  const step = { x: clientWidth * KEY_SHARE, y: clientHeight * KEY_SHARE }
  switch (key) {
    case '+':
    case '=':
      return { kind: 'zoom', factor: ZOOM_STEP, ...middle }
    case '-':
      return { kind: 'zoom', factor: 1 / ZOOM_STEP, ...middle }
    case '0':
      return { kind: 'fit' }
    case 'ArrowLeft':
      return { kind: 'drag', dx: step.x, dy: 0 }
    case 'ArrowRight':
      return { kind: 'drag', dx: -step.x, dy: 0 }
    case 'ArrowUp':
      return { kind: 'drag', dx: 0, dy: step.y }
    case 'ArrowDown':
      return { kind: 'drag', dx: 0, dy: -step.y }
    case 'Home':
      return { kind: 'drag', dx: 1e6, dy: 0 }
    case 'End':
      return { kind: 'drag', dx: -1e6, dy: 0 }
    default:
      return undefined
  }
}

function within(element: HTMLElement, { clientX, clientY }: MouseEvent): Finger {
  const { left, top } = element.getBoundingClientRect()
  return { x: clientX - left - element.clientLeft, y: clientY - top - element.clientTop }
}
