/** How long after the end of a composition an Enter may still be the one that ended it. */
const TAIL_MILLIS = 80

/** Tells keys that belong to an input method from keys that are commands. */
export interface CompositionGuard {
  /** True for a key that an input method consumed, or whose press ended a composition. */
  owns(event: KeyboardEvent): boolean
  stop(): void
}

/**
 * Chrome sends the Enter that ends a composition before `compositionend`, with `isComposing`; Safari after it, with
 * key code 229; some input methods after it, as a plain Enter in the same moment. All three are words, not commands.
 */
export function watchComposition(
  target: Pick<Window, 'addEventListener' | 'removeEventListener'> = window,
): CompositionGuard {
  let composing = false
  let endedAt = Number.NEGATIVE_INFINITY

  function begin() {
    composing = true
  }
  function end(event: Event) {
    composing = false
    endedAt = event.timeStamp
  }
  target.addEventListener('compositionstart', begin, true)
  target.addEventListener('compositionend', end, true)

  return {
    owns(event) {
      if (composing || event.isComposing || event.keyCode === 229) return true
      return event.key === 'Enter' && event.timeStamp - endedAt < TAIL_MILLIS
    },
    stop() {
      target.removeEventListener('compositionstart', begin, true)
      target.removeEventListener('compositionend', end, true)
    },
  }
}
