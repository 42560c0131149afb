import { TICK, WAITING, button, el, fill, icon, setText, show } from '../../shared/dom'
import { hasArrived } from '../locator'
import type { CallerPage } from '../page'
import type { Text } from '../text'
import type { Part, Setting } from './part'

export interface ShareElements {
  node: HTMLElement
  prompt: HTMLElement
  /** A link, so that it can be tapped before the script has come. */
  share: HTMLElement
  note: HTMLElement
}

type Mood = 'good' | 'warn' | 'waiting'

/** The one big button, and what became of it. */
export function createShare(setting: Setting, elements: ShareElements): Part {
  const { page } = setting
  const mark = el('span')
  const said = el('span')
  // Only this line is read out; the radius beneath changes too often for that.
  const headline = el('p', { role: 'status', class: 'status' }, mark, said)
  const detail = el('p', { class: 'dim' })
  const again = button('press', () => page.share())
  const box = el('div', { class: 'box' }, headline, detail, again)
  let shownMood: Mood | undefined
  elements.share.addEventListener('click', (event) => {
    event.preventDefault()
    if (!isAsking(page)) page.share()
  })
  // A role of button promises the space key too.
  elements.share.addEventListener('keydown', (event) => {
    if (event.key === ' ') elements.share.click()
  })
  elements.note.after(box)

  function update(): void {
    const { text } = setting
    const outcome = outcomeOf(page, text)
    show(elements.prompt, !outcome)
    show(elements.share, !outcome)
    setText(elements.prompt, isAsking(page) ? text.allow : text.prompt)
    setText(elements.share, isAsking(page) ? text.asking : text.share)
    elements.share.setAttribute('aria-disabled', String(isAsking(page)))
    setText(elements.note, text.note)
    show(elements.note, !outcome)
    box.classList.toggle('empty', !outcome)
    setText(said, outcome?.headline ?? '')
    setText(detail, outcome?.detail ?? '')
    setText(again, text.shareAgain)
    show(
      again,
      outcome !== undefined && !page.watching && !hasArrived(page.state.locator) && !page.locations.state,
    )
    if (outcome && outcome.mood !== shownMood) {
      shownMood = outcome.mood
      headline.className = `status ${outcome.mood === 'waiting' ? 'strong' : outcome.mood}`
      fill(mark, [icon(outcome.mood === 'good' ? TICK : WAITING)])
    }
  }

  return { node: elements.node, update }
}

interface Outcome {
  mood: Mood
  headline: string
  detail: string
}

/** What to say about the position; undefined as long as there is only the button. */
function outcomeOf(page: CallerPage, text: Text): Outcome | undefined {
  const sending = page.locations.state
  const radius = receivedRadius(page)
  const detail = radius === undefined ? '' : text.radius(radius)
  if (sending === 'retrying' && radius === undefined) {
    return { mood: 'warn', headline: text.notSent, detail: text.keepOpen }
  }
  if (hasArrived(page.state.locator)) {
    return radius === undefined ? undefined : { mood: 'good', headline: text.received, detail: text.stopped }
  }
  if (radius === undefined) {
    return sending && { mood: 'waiting', headline: text.sending, detail: text.keepOpen }
  }
  if (sending === 'retrying') return { mood: 'good', headline: text.received, detail: text.newerNotSent }
  if (page.state.received?.pin) return { mood: 'good', headline: text.received, detail: text.pinned }
  return { mood: 'good', headline: text.received, detail: detail + (page.watching ? text.improving : '') }
}

/** Of the position that the server has from this phone; others, such as the carrier's, are not the caller's doing. */
function receivedRadius({ state }: CallerPage): number | undefined {
  if (state.received) return state.received.radiusMeters
  const received = state.locator?.received
  return received?.source === 'link' ? received.radiusMeters : undefined
}

/** The phone is asked and has not answered yet. */
export function isAsking({ watching, state, locations }: CallerPage): boolean {
  return watching && !state.problem && !state.received && !locations.state
}

export function isReceived(page: CallerPage): boolean {
  return receivedRadius(page) !== undefined
}
