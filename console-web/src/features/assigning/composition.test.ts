import { describe, expect, it } from 'vitest'
import { watchComposition } from './composition'

type Listener = (event: Event) => void

describe('the keys of an input method', () => {
  it('are owned while it composes', () => {
    const { guard, say } = watched()
    say('compositionstart', 0)
    expect(guard.owns(key(10))).toBe(true)
  })

  it('are owned by what the event says of itself', () => {
    const { guard } = watched()
    expect(guard.owns(key(10, { isComposing: true }))).toBe(true)
    expect(guard.owns(key(10, { keyCode: 229 }))).toBe(true)
  })

  it('include the Enter that ended the composition, although it comes after it', () => {
    const { guard, say } = watched()
    say('compositionstart', 0)
    say('compositionend', 100)
    expect(guard.owns(key(101))).toBe(true)
    expect(guard.owns(key(179))).toBe(true)
  })

  it('do not include the next Enter', () => {
    const { guard, say } = watched()
    say('compositionstart', 0)
    say('compositionend', 100)
    expect(guard.owns(key(180))).toBe(false)
  })

  it('do not include other keys after it', () => {
    const { guard, say } = watched()
    say('compositionend', 100)
    expect(guard.owns(key(101, { key: 'ArrowDown' }))).toBe(false)
  })
})

function watched() {
  const listeners = new Map<string, Listener>()
  const target = {
    addEventListener: (type: string, listener: Listener) => void listeners.set(type, listener),
    removeEventListener: (type: string) => void listeners.delete(type),
  }
  return {
    guard: watchComposition(target as unknown as Window),
    say: (type: string, timeStamp: number) => listeners.get(type)?.({ timeStamp } as Event),
  }
}

function key(timeStamp: number, more: object = {}): KeyboardEvent {
  return { key: 'Enter', keyCode: 13, isComposing: false, timeStamp, ...more } as KeyboardEvent
}
