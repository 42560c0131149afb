import { button, el } from '../../shared/dom'
import type { CrewApp } from '../app'
import { SignOnFailed } from '../session'
import { switchLanguage, words } from '../text'
import { line, textButton } from './parts'

/** The first screen: what signing on does to this device is said before it is done. */
export function signOnView(app: CrewApp, onLanguage: () => void): HTMLElement {
  const say = words().signOn
  const language = textButton('plain', words().language, () => {
    switchLanguage()
    onLanguage()
  })
  return el(
    'main',
    { class: 'sign-on' },
    el('div', { class: 'row' }, el('span', { class: 'brand' }, '120'), language),
    el('h1', {}, say.heading),
    credentials(app, '', say.submit),
    line('dim', say.why),
    line('dim', say.keepOpen),
  )
}

/** Asks who it is. While a session is being renewed the name is given, so that the queue stays with its user. */
export function credentials(app: CrewApp, username: string, submit: string): HTMLFormElement {
  const say = words().signOn
  const name = field('username', say.username, 'text', 'username')
  const password = field('password', say.password, 'password', 'current-password')
  name.input.value = username
  name.input.readOnly = username !== ''
  const problem = el('p', { class: 'problem', role: 'alert', hidden: '' })
  const send = button('big go', () => undefined)
  send.type = 'submit'
  send.textContent = submit
  const form = el('form', { class: 'credentials' }, name.label, password.label, problem, send)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (send.disabled) return
    send.disabled = true
    send.textContent = say.busy
    problem.hidden = true
    app.signOn(name.input.value.trim(), password.input.value).catch((error: unknown) => {
      send.disabled = false
      send.textContent = submit
      problem.textContent = explain(error)
      problem.hidden = false
      password.input.select()
    })
  })
  return form
}

function field(id: string, text: string, type: string, autocomplete: string) {
  const input = el('input', { id, name: id, type, autocomplete, required: '', autocapitalize: 'none' })
  return { input, label: el('label', {}, el('span', {}, text), input) }
}

function explain(error: unknown): string {
  const say = words().signOn
  if (!(error instanceof SignOnFailed)) return say.failed(String(error))
  switch (error.code) {
    case 'wrong_credentials':
    case 'forbidden':
    case 'no_unit':
    case 'unreachable':
      return say[error.code]
    case 'rate_limited':
      return say.rate_limited(error.retryAfterSeconds)
    default:
      return say.failed(error.message)
  }
}
