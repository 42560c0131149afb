import type { ScreenPoint } from './viewport'

/** Clear of the rings around a selected pin's tip, in CSS pixels. */
const NEAREST_PIXELS = 40
/** A badge and a gap. */
const STEP_PIXELS = 34
/** How far around the tip, with straight below in the middle: above it is the pin. */
const SPAN_DEGREES = 160
const RADIANS = Math.PI / 180

/** Where badges stand that a pin would hide: offsets from its tip, on arcs below it, from left to right. */
export function arcBelow(count: number): ScreenPoint[] {
  const places: ScreenPoint[] = []
  for (let radius = NEAREST_PIXELS; places.length < count; radius += STEP_PIXELS) {
    const step = (2 * Math.asin(STEP_PIXELS / 2 / radius)) / RADIANS
    const onArc = Math.min(count - places.length, Math.floor(SPAN_DEGREES / step) + 1)
    for (let i = 0; i < onArc; i++) {
      const fromBelow = (i - (onArc - 1) / 2) * step * RADIANS
      places.push({ x: Math.sin(fromBelow) * radius, y: Math.cos(fromBelow) * radius })
    }
  }
  return places
}
