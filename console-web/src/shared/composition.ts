/**
 * Some input methods confirm a word with an Enter whose keydown comes after the composition has ended (Safari; others
 * when the candidate window is its own program). Nobody confirms a word and means Enter again this soon.
 */
const AFTERMATH_MILLIS = 120

/** Knows whether a key press belongs to an input method, from all the ways browsers have of saying so. */
export class CompositionWatch {
  #composing: EventTarget | null = null
  #endedAt = Number.NEGATIVE_INFINITY

  watch(target: EventTarget): void {
    const capture = { capture: true }
    target.addEventListener('compositionstart', (event) => (this.#composing = event.target), capture)
    target.addEventListener('compositionend', (event) => this.#end(event), capture)
  }

  owns(event: KeyboardEvent): boolean {
    // 229 is the old way: the key went to the input method. `Process` is the same by its name.
    if (event.isComposing || event.keyCode === 229 || event.key === 'Process') return true
    if (this.#isComposing(event)) return true
    return confirms(event.key) && event.timeStamp - this.#endedAt < AFTERMATH_MILLIS
  }

  /** A field that went away, or lost the cursor, in the middle of a word never tells the end. */
  #isComposing(event: KeyboardEvent): boolean {
    return this.#composing !== null && this.#composing === event.target
  }

  #end(event: Event): void {
    this.#composing = null
    this.#endedAt = event.timeStamp
  }
}

function confirms(key: string): boolean {
  return key === 'Enter' || key === ' ' || key === 'Escape'
}
