import { describe, expect, it } from 'vitest'
import { canRing } from './readiness'

const ready = { sound: true, screen: 'held' as const, connected: true, visible: true, kept: true }

describe('canRing', () => {
  it('is honest: without sound, connection or the page in front nobody hears anything', () => {
    expect(canRing(ready)).toBe(true)
    expect(canRing({ ...ready, sound: false })).toBe(false)
    expect(canRing({ ...ready, connected: false })).toBe(false)
    expect(canRing({ ...ready, visible: false })).toBe(false)
  })
  it('does not depend on the screen, which may turn off later', () => {
    expect(canRing({ ...ready, screen: 'free', kept: false })).toBe(true)
  })
})
