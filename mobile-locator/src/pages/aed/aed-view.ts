import { button, el, fill, setText, show } from '../shared/dom'
import { createMapPanel } from '../shared/map-panel'
import { aedItem } from './aed-list'
import type { AedPage, Trouble } from './aed-page'
import { aedState } from './aed-state'
import { type AedText, aedTexts } from './text'

/**
 * Brings the search to life on the page that came as HTML.
 *
 * @throws when the HTML is not that of aed.html
 */
export function createAedView(page: AedPage, root: Document): { update(): void } {
  const language = () => page.state.language
  const text = () => aedTexts[language()]
  const [title, switcher, prompt, find, call] = ['title', 'language', 'prompt', 'find', 'call'].map((id) => {
    const node = root.getElementById(id)
    if (!node) throw new Error(`aed.html has no #${id}`)
    return node
  }) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement]
  const main = root.querySelector('main') ?? root.body

  const said = el('p', { role: 'status', class: 'strong' })
  const retry = button('press filled', () => page.again())
  const elsewhere = createElsewhere(page, text)
  const list = el('ul', { class: 'aeds' })
  const map = createMapPanel({
    language,
    words: () => ({ open: text().showMap, hint: text().mapHint }),
    marks: () => ({ own: page.state.near, units: [], numbers: numbered(page) }),
  })
  const other = button('press quiet', () => page.elsewhere())
  const results = el('div', {}, map.node, list, el('div', { class: 'panel' }, other))
  main.append(said, retry, elsewhere.node, results)
  switcher.addEventListener('click', () => page.switchLanguage())
  find.addEventListener('click', (event) => {
    event.preventDefault()
    if (!isBusy(page)) page.find()
  })
  find.addEventListener('keydown', (event) => {
    if (event.key === ' ') find.click()
  })
  let listed: unknown

  function update(): void {
    const { phase, trouble, aeds } = page.state
    root.documentElement.lang = language()
    root.title = text().page
    setText(title, text().page)
    setText(switcher, text().otherLanguage)
    switcher.lang = language() === 'en' ? 'zh-CN' : 'en'
    show(switcher, true)
    setText(call, text().call)
    setText(prompt, text().prompt)
    setText(
      find,
      phase === 'finding' ? text().finding : phase === 'searching' ? text().searching : text().find,
    )
    find.setAttribute('aria-disabled', String(isBusy(page)))
    show(find, phase !== 'found')
    setText(said, saidOf(page, text()))
    said.className = trouble ? 'warn' : 'strong'
    show(said, said.textContent !== '')
    setText(retry, text().tryAgain)
    show(retry, trouble === 'failed' || trouble === 'busy')
    elsewhere.update()
    show(elsewhere.node, phase === 'asking')
    show(results, phase === 'found')
    setText(other, text().otherPlace)
    // Open directions stay open while nothing has changed.
    if (listed !== aeds || list.lang !== language()) {
      listed = aeds
      list.lang = language()
      fill(
        list,
        aeds.map((aed, i) => aedItem(aed, i + 1, text())),
      )
    }
    map.update()
  }

  return { update }
}

/** A pin on the map, or coordinates, for phones that do not tell their place. */
function createElsewhere(page: AedPage, text: () => AedText): { node: HTMLElement; update(): void } {
  const heading = el('h2')
  const label = el('span', { class: 'dim' })
  const input = el('input', { inputmode: 'text', autocomplete: 'off', maxlength: '60' })
  const submit = el('button', { type: 'submit', class: 'press filled' })
  const form = el('form', { class: 'panel' }, el('label', {}, label, input), submit)
  const map = createMapPanel({
    language: () => page.state.language,
    words: () => ({ open: text().pin, hint: text().mapPin }),
    marks: () => ({ own: page.state.near, units: [] }),
    onPin: (place) => void page.search(place),
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    page.searchAt(input.value)
  })
  const node = el('section', { class: 'box' }, heading, map.node, form)
  return {
    node,
    update: () => {
      setText(heading, text().elsewhere)
      setText(label, text().coordinates)
      input.placeholder = text().coordinatesExample
      setText(submit, text().search)
      map.update()
    },
  }
}

function isBusy({ state }: AedPage): boolean {
  return state.phase === 'finding' || state.phase === 'searching'
}

function saidOf({ state }: AedPage, text: AedText): string {
  if (state.trouble) return troubleWords(state.trouble, text)
  if (state.phase !== 'found') return ''
  return state.aeds.length === 0 ? text.none : text.found(state.aeds.length)
}

function troubleWords(trouble: Trouble, text: AedText): string {
  return text[trouble]
}

function numbered({ state }: AedPage): { lng: number; lat: number; label: string; usable: boolean }[] {
  return state.aeds.map((aed, i) => ({
    ...aed.position,
    label: `${i + 1}`,
    usable: aedState(aed) === 'usable',
  }))
}
