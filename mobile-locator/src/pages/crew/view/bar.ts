import { type Child, button, el } from '../../shared/dom'
import type { CrewApp } from '../app'
import { canRing } from '../ring/readiness'
import { words } from '../text'
import { block } from './block'

/** How the connection is, in words and colour; opens the state of the device. */
export function bar(app: CrewApp): HTMLElement {
  const inputs = () => [app.crew?.unitId, app.unit?.callsign, connection(app), silent(app), stale(app)]
  return block(
    inputs,
    () => {
      const { tone, text } = connection(app)
      const state = button('state', () => app.open(app.sessionEnded ? 'password' : 'status'))
      state.id = 'bar-state'
      state.setAttribute('aria-label', `${words().bar.status}: ${text}`)
      state.append(el('span', { class: `dot ${tone}` }), el('span', { class: tone }, text))
      const notes: Child[] = []
      if (silent(app)) notes.push(el('span', { class: 'mute' }, words().bar.silent))
      const stripe = stale(app)
      return [
        el('header', { class: 'bar' }, el('strong', {}, app.crew?.unitId ?? ''), ...notes, state),
        stripe === '' ? undefined : el('p', { class: 'stripe', role: 'status' }, stripe),
      ]
    },
    'top',
  )
}

/** `good` frames come · `warn` something is not as it should be. */
export function connection(app: CrewApp): { tone: 'good' | 'warn'; text: string } {
  const say = words().bar
  const waiting = app.pending.length
  const phase = app.sessionEnded ? 'signed_out' : (app.shift?.link?.phase ?? 'connecting')
  const text = waiting > 0 ? `${say[phase]} · ${say.pending(waiting)}` : say[phase]
  return { tone: phase === 'live' && waiting === 0 ? 'good' : 'warn', text }
}

function silent(app: CrewApp): boolean {
  const readiness = app.readiness
  // Without a connection the words beside it say so already.
  return !canRing({ ...readiness, connected: true })
}

function stale(app: CrewApp): string {
  const say = words().bar
  if (app.shift?.link?.phase === 'live') return app.shift?.link?.storageAway ? say.storage : ''
  if (!app.work.assignment) return ''
  const age = app.shift?.link?.ageMillis
  if (age === undefined) return app.shift?.link?.phase === 'lost' ? say.before : ''
  if (age < 4_000) return ''
  const seconds = Math.floor(age / 1000)
  return seconds < 120 ? say.age(seconds) : say.ageMinutes(Math.floor(seconds / 60))
}
