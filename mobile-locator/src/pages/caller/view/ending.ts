import { el, setText, show } from '../../shared/dom'
import { isOver } from '../locator'
import type { Part, Setting } from './part'

/** Says kindly that there is nothing more to do here, and what to do instead. */
export function createEnding(setting: Setting): Part {
  const title = el('h2')
  const words = el('p', { class: 'lead' })
  const node = el('section', { class: 'ending', role: 'status' }, title, words)

  function update(): void {
    const { link, locator } = setting.page.state
    const { text } = setting
    const gone = link === 'gone'
    // A link that worked and ended is told from one that never was.
    const [heading, explanation] = isOver(locator)
      ? [text.closedTitle, text.closed]
      : locator
        ? [text.endedTitle, text.ended]
        : [text.goneTitle, text.gone]
    show(node, gone || isOver(locator))
    setText(title, gone || isOver(locator) ? heading : '')
    setText(words, gone || isOver(locator) ? explanation : '')
  }

  return { node, update }
}
