import type { CallerPage } from '../page'
import type { Text } from '../text'

/** A part of the page: made once, brought up to date whenever something has changed. */
export interface Part {
  node: HTMLElement
  update(): void
}

/** What parts work with; `text` follows the language. */
export interface Setting {
  page: CallerPage
  readonly text: Text
}
