import { onScopeDispose } from 'vue'

/**
 * Keys of the console. A key is ignored while an input method is composing (its Enter confirms a word, not an
 * ambulance), and while it repeats because it is held down.
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
let listening = false

/** Binds while the calling component lives; the one bound last is asked first. */
export function useKeys(own: KeyBinding[]): void {
  listen()
  bindings.unshift(...own)
  onScopeDispose(() => own.forEach((binding) => bindings.splice(bindings.indexOf(binding), 1)))
}

function listen() {
  if (listening) return
  listening = true
  window.addEventListener('keydown', handle)
}

/** Visible for tests. */
export function handle(event: KeyboardEvent): void {
  if (event.isComposing || event.keyCode === 229 || event.repeat || event.defaultPrevented) return
  const combination = combinationOf(event)
  const typing = isText(event.target)
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
  if (event.ctrlKey || event.metaKey) parts.push('ctrl')
  if (event.altKey) parts.push('alt')
  if (event.shiftKey && event.key.length > 1) parts.push('shift')
  parts.push(event.key.toLowerCase())
  return parts.join('+')
}

function isSafeInText(combination: string): boolean {
  return /^f\d+$/.test(combination) || combination.startsWith('ctrl+') || combination.startsWith('alt+')
}

function isText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
}
