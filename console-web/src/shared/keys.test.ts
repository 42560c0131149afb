import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import { belongsToInputMethod, holdKeys, useKeys, type KeyBinding } from './keys'

describe('keys', () => {
  let scope: EffectScope
  let field: HTMLInputElement
  let pressed: string[]

  beforeEach(() => {
    scope = effectScope()
    pressed = []
    field = document.body.appendChild(document.createElement('input'))
  })

  afterEach(() => {
    scope.stop()
    document.body.replaceChildren()
  })

  const bind = (...own: KeyBinding[]) => scope.run(() => useKeys(own))
  const note = (combination: string, more: Partial<KeyBinding> = {}): KeyBinding => ({
    combination,
    act: () => pressed.push(combination),
    ...more,
  })

  function press(key: string, options: KeyboardEventInit & { target?: HTMLElement; at?: number } = {}) {
    const { target = document.body, at = 1_000_000, ...init } = options
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
    Object.defineProperty(event, 'timeStamp', { value: at })
    target.dispatchEvent(event)
    return event
  }

  function compose(type: 'compositionstart' | 'compositionend', at = 0) {
    const event = new Event(type, { bubbles: true })
    Object.defineProperty(event, 'timeStamp', { value: at })
    field.dispatchEvent(event)
  }

  it('acts once and keeps the browser from acting too', () => {
    bind(note('F2'))
    expect(press('F2').defaultPrevented).toBe(true)
    expect(pressed).toEqual(['F2'])
  })

  it('ignores a key that repeats because it is held down', () => {
    bind(note('Enter', { inText: true }))
    press('Enter', { repeat: true })
    expect(pressed).toEqual([])
  })

  it.each([
    ['isComposing', { isComposing: true }],
    ['keyCode 229', { keyCode: 229 }],
  ])('ignores Enter of an input method told by %s', (_, init) => {
    bind(note('Enter', { inText: true }))
    press('Enter', { target: field, ...init })
    expect(pressed).toEqual([])
  })

  it('ignores the key named Process, whatever its code', () => {
    bind(note('Process', { inText: true }))
    press('Process', { target: field })
    expect(pressed).toEqual([])
  })

  it('ignores Enter while a word is being composed although the event does not say so', () => {
    bind(note('Enter', { inText: true }))
    compose('compositionstart')
    press('Enter', { target: field, at: 5000 })
    expect(pressed).toEqual([])
  })

  it('ignores the Enter that confirms a word and comes right after its end', () => {
    bind(note('Enter', { inText: true }))
    compose('compositionstart', 1000)
    compose('compositionend', 2000)
    press('Enter', { target: field, at: 2003 })
    expect(pressed).toEqual([])
    press('Enter', { target: field, at: 2400 })
    expect(pressed).toEqual(['Enter'])
  })

  it('is not deaf for ever when a field goes away in the middle of a word', () => {
    bind(note('Enter'))
    compose('compositionstart')
    field.remove()
    press('Enter')
    expect(pressed).toEqual(['Enter'])
  })

  it('does not take a letter right after a word for part of it', () => {
    bind(note('F4'))
    compose('compositionstart', 10)
    compose('compositionend', 20)
    press('F4', { target: field, at: 25 })
    expect(pressed).toEqual(['F4'])
  })

  it('leaves single characters to text fields, and function keys not', () => {
    bind(note('/'), note('F2'), note('Ctrl+K'))
    press('/', { target: field })
    press('F2', { target: field })
    press('k', { target: field, ctrlKey: true })
    expect(pressed).toEqual(['F2', 'Ctrl+K'])
  })

  it('hears a check box out: it is no text field', () => {
    bind(note('/'))
    field.type = 'checkbox'
    press('/', { target: field })
    expect(pressed).toEqual(['/'])
  })

  it('lets Enter on a focused button press that button and do nothing else', () => {
    bind(note('Enter'))
    const button = document.body.appendChild(document.createElement('button'))
    expect(press('Enter', { target: button }).defaultPrevented).toBe(false)
    expect(pressed).toEqual([])
  })

  it('takes full-width characters and Chinese punctuation for the key they are on', () => {
    bind(note('/'), note('?'))
    press('、')
    press('？', { shiftKey: true })
    press('／')
    expect(pressed).toEqual(['/', '?', '/'])
  })

  it('does not take AltGr for Ctrl+Alt', () => {
    bind(note('Ctrl+Alt+q'), note('@'))
    const event = new KeyboardEvent('keydown', { key: '@', ctrlKey: true, altKey: true, bubbles: true })
    Object.defineProperty(event, 'getModifierState', { value: (name: string) => name === 'AltGraph' })
    document.body.dispatchEvent(event)
    expect(pressed).toEqual(['@'])
  })

  it('asks the last bound first, and goes on when it does not want the key', () => {
    bind(note('Escape'))
    bind({ combination: 'Escape', act: () => pressed.push('first') && false })
    press('Escape')
    expect(pressed).toEqual(['first', 'Escape'])
  })

  it('does nothing while the keys are held, and acts again after', () => {
    bind(note('F2'))
    const release = holdKeys()
    press('F2')
    expect(pressed).toEqual([])
    release()
    press('F2')
    expect(pressed).toEqual(['F2'])
  })

  it('forgets its keys with the component', () => {
    bind(note('F2'))
    scope.stop()
    press('F2')
    expect(pressed).toEqual([])
  })

  it('tells components that listen themselves which keys are the input method’s', () => {
    expect(belongsToInputMethod(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true }))).toBe(true)
    expect(belongsToInputMethod(new KeyboardEvent('keydown', { key: 'Enter' }))).toBe(false)
  })
})
