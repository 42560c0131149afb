import { el } from '../shared/dom'
import { type Aed, aedState, walkMinutes } from './aed-state'
import { directionsTo } from './directions'
import { stateShape } from './state-shape'
import type { AedText } from './text'

/** One line of the list. */
export function aedItem(aed: Aed, number: number, text: AedText): HTMLElement {
  const state = aedState(aed)
  const walk = aed.walkSeconds === undefined ? '' : text.walk(walkMinutes(aed.walkSeconds))
  const distance = aed.distanceMeters === undefined ? '' : text.distance(aed.distanceMeters)
  return el(
    'li',
    { class: 'aed box' },
    el('h2', {}, el('span', { class: 'number' }, `${number}`), el('span', {}, aed.name)),
    el(
      'div',
      { class: 'facts' },
      el('span', { class: `state ${state}` }, stateShape(state), text.states[state]),
      el('span', { class: 'walk' }, walk),
      el('span', { class: 'dim' }, distance),
    ),
    line('strong', [aed.building, aed.floor, aed.placement].filter(Boolean).join(' · ')),
    line('', whomToAsk(aed, text)),
    line('dim', hoursOf(aed, text)),
    line('dim', state === 'usable' && aed.readiness === 'unknown' ? text.unverified : ''),
    directions(aed, text),
  )
}

function line(className: string, words: string): HTMLElement | undefined {
  return words === '' ? undefined : el('p', { class: className }, words)
}

function whomToAsk({ access, custodian }: Aed, text: AedText): string {
  switch (access) {
    case 'public':
      return text.takeIt
    case 'staffed':
      return custodian ? text.ask(custodian) : text.askSomebody
    case 'restricted':
      return custodian ? text.restricted(custodian) : text.restrictedAlone
  }
}

function hoursOf({ hoursText, openingHours }: Aed, text: AedText): string {
  const hours = hoursText ?? openingHours
  return hours ? text.hours(hours) : ''
}

function directions(aed: Aed, text: AedText): HTMLElement {
  const links = directionsTo(aed.position, aed.name).map(({ app, href }) =>
    el('a', { class: 'press', href, target: '_blank', rel: 'noopener noreferrer' }, text.maps[app]),
  )
  return el('details', {}, el('summary', {}, text.navigate), el('div', { class: 'row' }, ...links))
}
