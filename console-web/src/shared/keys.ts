import { onScopeDispose } from 'vue'
import { CompositionWatch } from './composition'

/**
 * Keys of the console. A key is ignored while an input method is composing (its Enter confirms a word, not an
 * ambulance), while it repeats because it is held down, and while the keys are held (somebody must sign in first).
 *
 * @param combination such as `F2`, `Ctrl+K`, `/`, `Enter`
 * @param act return false to let the key go on to others
 */
export interface KeyBinding {
  combination: string
  act(event: KeyboardEvent): unknown
  /** Also while the cursor is in a text field; function keys are, single characters are not. */
  inText?: boolean
}

const bindings: KeyBinding[] = []
const composition = new CompositionWatch()
const holders = new Set<symbol>()
let listening = false

/** Binds while the calling component lives; the one bound last is asked first. */
export function useKeys(own: KeyBinding[]): void {
  listen()
  bindings.unshift(...own)
  onScopeDispose(() => own.forEach((binding) => bindings.splice(bindings.indexOf(binding), 1)))
}

/** No key of the console does anything until the returned function is called; text fields still work. */
export function holdKeys(): () => void {
  const holder = Symbol('keys')
  holders.add(holder)
  return () => holders.delete(holder)
}

/**
 * True for a key that belongs to an input method. Components that listen to Enter themselves must ask this first.
 * Works without `useKeys`.
 */
export function belongsToInputMethod(event: KeyboardEvent): boolean {
  listen()
  return composition.owns(event)
}

function listen() {
  if (listening) return
  listening = true
  composition.watch(window)
  window.addEventListener('keydown', handle)
}

/** Visible for tests. */
export function handle(event: KeyboardEvent): void {
  if (event.repeat || event.defaultPrevented || holders.size > 0 || composition.owns(event)) return
  const combination = combinationOf(event)
  const typing = isText(event.target)
  if (isPressOf(event.target, combination)) return
  for (const binding of [...bindings]) {
    if (binding.combination.toLowerCase() !== combination) continue
    if (typing && !(binding.inText ?? isSafeInText(combination))) continue
    if (binding.act(event) !== false) {
      event.preventDefault()
      return
    }
  }
}

function combinationOf(event: KeyboardEvent): string {
  const parts: string[] = []
  // AltGr arrives as Ctrl+Alt on Windows and only makes characters.
  const altGraph = event.getModifierState?.('AltGraph') ?? false
  if ((event.ctrlKey || event.metaKey) && !altGraph) parts.push('ctrl')
  if (event.altKey && !altGraph) parts.push('alt')
  if (event.shiftKey && event.key.length > 1) parts.push('shift')
  parts.push(halfWidth(event.key).toLowerCase())
  return parts.join('+')
}

/** What a key gives in full-width mode, or with Chinese punctuation, is the same key. */
function halfWidth(key: string): string {
  if (key === '、') return '/'
  return /^[！-～]$/.test(key) ? String.fromCharCode(key.charCodeAt(0) - 0xfee0) : key
}

function isSafeInText(combination: string): boolean {
  return /^f\d+$/.test(combination) || combination.startsWith('ctrl+') || combination.startsWith('alt+')
}

const NOT_TEXT = new Set([
  'button',
  'checkbox',
  'radio',
  'range',
  'submit',
  'reset',
  'color',
  'file',
  'image',
])

function isText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !NOT_TEXT.has(target.type)
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName)
}

/** Enter and space on a focused button or link press it, and nothing else. */
function isPressOf(target: EventTarget | null, combination: string): boolean {
  if (combination !== 'enter' && combination !== ' ') return false
  return target instanceof HTMLElement && target.closest('button, a[href], summary, [role="button"]') !== null
}
