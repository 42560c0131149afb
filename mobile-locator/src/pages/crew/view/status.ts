import { type Child, button, el } from '../../shared/dom'
import type { CrewApp } from '../app'
import { words } from '../text'
import { duration } from '../text/format'
import { connection } from './bar'
import { block } from './block'
import { line, textButton } from './parts'

interface Entry {
  name: string
  good: boolean
  text: string
  press?: () => void
}

/** Each thing that has to be so for an assignment to be heard. */
export function readinessList(app: CrewApp): HTMLElement {
  return block(
    () => entries(app).map(({ name, good, text }) => [name, good, text]),
    () => el('ul', { class: 'readiness' }, ...entries(app).map(entryView)),
  )
}

function entries(app: CrewApp): Entry[] {
  const say = words().status
  const { sound, screen, visible, kept } = app.readiness
  const link = connection(app)
  const { state, last } = app.shift?.tracker.receiver ?? { state: 'off' as const, last: undefined }
  const accuracy = state === 'fixed' && last ? ` ${say.accuracy(Math.ceil(last.accuracyMeters))}` : ''
  return [
    {
      name: say.sound,
      good: sound,
      text: sound ? say.soundOn : say.soundOff,
      ...(!sound && { press: () => app.siren.unlock() }),
    },
    { name: say.connection, good: link.tone === 'good', text: link.text },
    { name: say.visible, good: visible, text: visible ? say.visibleOn : say.visibleOff },
    { name: say.screen, good: screen === 'held', text: say[screen] },
    { name: say.position, good: state === 'fixed', text: say.receiver[state] + accuracy },
    { name: say.kept, good: kept, text: kept ? say.keptOn : say.keptOff },
  ]
}

function entryView({ name, good, text, press }: Entry): HTMLElement {
  const tone = good ? 'good' : 'warn'
  const content: Child[] = [
    el('span', { class: `dot ${tone}` }),
    el('span', { class: 'name' }, name),
    el('span', { class: tone }, text),
  ]
  if (!press) return el('li', {}, ...content)
  const node = button('entry', press)
  node.append(...content.filter((child) => child !== undefined))
  return el('li', {}, node)
}

const CLOCK_WRONG_MILLIS = 5_000

export function statusSheet(app: CrewApp, onLanguage: () => void): Child[] {
  const say = words().status
  const waiting = app.shift?.tracker.waiting ?? 0
  const off = Math.abs(app.offsetMillis)
  return [
    readinessList(app),
    off > CLOCK_WRONG_MILLIS ? line('dim', say.clock(duration(off))) : undefined,
    waiting > 0 ? line('dim', say.positions(waiting)) : undefined,
    textButton('plain wide', say.test, () => {
      app.siren.unlock()
      app.siren.once('assignment')
    }),
    textButton('plain wide', words().language, onLanguage),
    textButton('plain wide', words().idle.signOff, () => app.open('signOff')),
  ]
}
