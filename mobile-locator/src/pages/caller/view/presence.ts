import { button, el, setText, show } from '../../shared/dom'
import { type Presence, hasArrived } from '../locator'
import type { Part, Setting } from './part'

/** Whether the patient is where the phone is: else the ambulance goes to the wrong place. */
export function createPresence(setting: Setting): Part {
  const { page } = setting
  const question = el('h2')
  const answers = (['yes', 'no'] as const).map((answer) => ({
    answer,
    node: button('press', () => choose(answer)),
  }))
  const row = el('div', { class: 'row' }, ...answers.map(({ node }) => node))
  const summary = el('p', { class: 'strong', role: 'status' })
  const hint = el('p', { class: 'dim' })
  const change = button('press quiet', () => {
    asking = true
    update()
  })
  const answer = el('div', { class: 'side' }, summary, change)
  const node = el('section', { class: 'box' }, question, row, answer, hint)
  let asking = false

  function choose(answer: Presence): void {
    asking = false
    page.answer(answer)
  }

  function update(): void {
    const { text } = setting
    const { locator } = page.state
    const pending = page.presences.parcels
    const newest = pending[pending.length - 1]
    const known = newest?.value ?? locator?.callerWithPatient
    const answered = known === 'yes' || known === 'no'
    const ask = asking || !answered
    setText(question, text.together)
    show(question, ask)
    show(row, ask)
    for (const { answer, node: choice } of answers) {
      setText(choice, answer === 'yes' ? text.yes : text.no)
      choice.setAttribute('aria-pressed', String(known === answer))
    }
    setText(summary, answered ? (known === 'yes' ? text.isTogether : text.isApart) : '')
    show(answer, !ask)
    const retrying = newest?.state === 'retrying'
    setText(hint, retrying ? text.notSent : known === 'no' && !hasArrived(locator) ? text.apartHint : '')
    hint.className = retrying ? 'warn' : 'dim'
    show(hint, !ask && hint.textContent !== '')
    setText(change, text.change)
    show(change, !hasArrived(locator))
    show(node, locator !== undefined && (answered || !hasArrived(locator)))
  }

  return { node, update }
}
