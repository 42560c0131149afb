import { type Child, el } from '../../shared/dom'
import type { CrewApp } from '../app'
import { words } from '../text'
import { timeOf } from '../text/format'
import { block } from './block'
import { line, textButton } from './parts'

const LONGEST = 1000

/** Everything that was written about this incident, and a line to the dispatch centre. */
export function messagesSheet(app: CrewApp): Child[] {
  const list = block(
    () => [app.work.assignment?.messages, app.pending],
    () => {
      const entries = [...received(app), ...waiting(app)]
      // A message read while the sheet is open is read.
      if (app.unreadMessages > 0) queueMicrotask(() => app.open('messages'))
      requestAnimationFrame(() => (list.scrollTop = list.scrollHeight))
      return entries.length === 0 ? [line('dim', words().messages.none)] : entries
    },
    'messages-list',
  )
  return [list, app.work.assignment ? writer(app) : undefined]
}

function received(app: CrewApp): HTMLElement[] {
  return (app.work.assignment?.messages ?? []).map(({ from, text, at }) =>
    bubble(from, text, `${words().messages.from[from]} · ${timeOf(at)}`),
  )
}

function waiting(app: CrewApp): HTMLElement[] {
  return app.pending.flatMap(({ deed, deviceAt }) =>
    deed.kind === 'message'
      ? [
          bubble(
            'crew waiting',
            deed.text,
            `${words().steps.pending} · ${timeOf(Date.parse(deviceAt) + app.offsetMillis)}`,
          ),
        ]
      : [],
  )
}

function bubble(className: string, text: string, below: string): HTMLElement {
  return el('div', { class: `bubble ${className}` }, line('text', text), line('dim time', below))
}

function writer(app: CrewApp): HTMLElement {
  const say = words().messages
  const field = el('textarea', {
    id: 'message-text',
    rows: '2',
    maxlength: String(LONGEST),
    placeholder: say.placeholder,
    'aria-label': say.placeholder,
  })
  field.value = app.draft
  field.addEventListener('input', () => (app.draft = field.value))
  const send = textButton('plain send', say.send, () => {
    const text = field.value.trim()
    if (text === '') return field.focus()
    field.value = app.draft = ''
    app.shift?.say(text)
  })
  const quick = say.quick.map((text) => textButton('plain quick', text, () => app.shift?.say(text)))
  return el(
    'div',
    { class: 'writer' },
    el('div', { class: 'quicks' }, ...quick),
    el('div', { class: 'row write' }, field, send),
  )
}
