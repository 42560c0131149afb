import { afterEach, describe, expect, it, vi } from 'vitest'
import { veilUntilDrawn } from './veil'

type VeiledMap = Parameters<typeof veilUntilDrawn>[0]

/** The part of a map that the veil speaks to. */
function mapWithCanvas() {
  const canvas = document.createElement('canvas')
  document.body.replaceChildren(canvas)
  const listeners = new Set<() => void>()
  const map = {
    getCanvas: () => canvas,
    on: (_: string, act: () => void) => void listeners.add(act),
    off: (_: string, act: () => void) => void listeners.delete(act),
  }
  return { map: map as unknown as VeiledMap, listeners, veil: () => canvas.nextElementSibling }
}

describe('veil', () => {
  afterEach(() => vi.useRealTimers())

  it('lies over the ground until it is drawn completely', () => {
    const { map, listeners, veil } = mapWithCanvas()
    veilUntilDrawn(map)
    expect(veil()?.className).toBe('map-veil')
    listeners.forEach((act) => act())
    expect(veil()?.classList.contains('lifted')).toBe(true)
    expect(listeners.size).toBe(0)
  })

  it('is lifted after three seconds at the latest', () => {
    vi.useFakeTimers()
    const { map, veil } = mapWithCanvas()
    veilUntilDrawn(map)
    vi.advanceTimersByTime(3_000)
    expect(veil()?.classList.contains('lifted')).toBe(true)
  })
})
