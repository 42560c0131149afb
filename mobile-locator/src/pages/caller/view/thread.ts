import { button, el, fill, setText, show } from '../../shared/dom'
import { COUNT_FROM, type ChatLine, LONGEST_MESSAGE, chatLines } from '../chat'
import { isOver } from '../locator'
import type { Text } from '../text'
import type { Part, Setting } from './part'

/** Messages both ways. */
export function createThread(setting: Setting): Part {
  const { page } = setting
  const title = el('h2', { id: 'thread-title' })
  const list = el('div', { class: 'thread', role: 'log', 'aria-labelledby': 'thread-title' })
  const input = el('textarea', { rows: '1', maxlength: String(LONGEST_MESSAGE), enterkeyhint: 'send' })
  const left = el('p', { class: 'dim', role: 'status' })
  const send = el('button', { type: 'submit', class: 'press filled' })
  const form = el('form', {}, el('div', { class: 'side' }, input, send), left)
  const node = el('section', { class: 'box' }, title, list, form)
  const nodes = new Map<string, HTMLElement>()
  input.value = page.state.drafts.message

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!page.say(input.value)) return
    input.value = ''
    page.draft({ message: '' })
    update()
  })
  input.addEventListener('input', () => {
    page.draft({ message: input.value })
    update()
  })

  function update(): void {
    const { text } = setting
    const { locator } = page.state
    const lines = chatLines(locator?.messages ?? [], page.messages.parcels)
    setText(title, text.messages)
    input.placeholder = text.write
    input.setAttribute('aria-label', text.write)
    input.rows = Math.min(6, Math.max(1, Math.ceil(input.value.length / 14)))
    const room = LONGEST_MESSAGE - input.value.length
    setText(left, input.value.length >= COUNT_FROM ? text.left(room) : '')
    show(left, input.value.length >= COUNT_FROM)
    setText(send, text.send)
    show(form, !isOver(locator))
    show(list, lines.length > 0)
    showLines(lines, text)
    show(node, locator !== undefined && (lines.length > 0 || !isOver(locator)))
  }

  /** Lines stay in place while they change, so that only news is read out. */
  function showLines(lines: readonly ChatLine[], text: Text): void {
    const wanted = lines.map((line) => nodes.get(line.id) ?? lineNode(line))
    lines.forEach((line, i) => {
      const row = wanted[i]
      if (!row) return
      nodes.set(line.id, row)
      writeState(row, line, text)
    })
    const same = wanted.length === list.children.length && wanted.every((row, i) => list.children[i] === row)
    if (!same) fill(list, wanted)
    for (const id of nodes.keys()) if (!lines.some((line) => line.id === id)) nodes.delete(id)
  }

  function lineNode(line: ChatLine): HTMLElement {
    const who = el('b')
    const again = button('', () => page.messages.again(line.id))
    return el(
      'div',
      { class: line.from === 'caller' ? 'own' : '' },
      who,
      el('span'),
      el('span', { class: 'state' }),
      again,
    )
  }

  return { node, update }
}

function writeState(row: HTMLElement, line: ChatLine, text: Text): void {
  const [who, said, state, again] = row.children
  if (!who || !said || !state || !(again instanceof HTMLElement)) return
  const own = line.from === 'caller'
  setText(who, own ? '' : `${line.from === 'crew' ? text.crew : text.dispatcher}${text.colon}`)
  setText(said, line.text)
  setText(state, stateOf(line, text))
  state.classList.toggle('warn', line.state === 'retrying')
  setText(again, line.state === 'refused' ? text.messageRefused : '')
  show(again, line.state === 'refused')
}

function stateOf({ from, at, state }: ChatLine, text: Text): string {
  if (state === 'sending') return text.messageSending
  if (state === 'retrying') return text.notSent
  if (state === 'refused') return ''
  const time = at === undefined ? '' : clock(at)
  return from === 'caller' ? `${text.messageSent} · ${time}` : time
}

function clock(at: string): string {
  const date = new Date(at)
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
}
