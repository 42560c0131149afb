import { type Child, button, el } from '../../shared/dom'
import type { CrewApp } from '../app'
import type { CrewAssignment, Patient, Position } from '../contract'
import { words } from '../text'
import { distance } from '../text/format'

/** A tap that follows the one before this closely was meant for what stood there before. */
const SETTLE_MILLIS = 700

/**
 * The one button that matters. It takes no tap until it has been on the screen for a moment, so that a double tap
 * does not record two steps and a screen that changes under a finger is not answered by accident.
 */
export function bigButton(
  id: string,
  className: string,
  label: string,
  onPress: () => void,
): HTMLButtonElement {
  const shownAt = performance.now()
  const node = button(`big ${className}`, () => {
    if (performance.now() - shownAt >= SETTLE_MILLIS) onPress()
  })
  node.id = id
  node.textContent = label
  return node
}

export function textButton(className: string, label: string, onPress: () => void): HTMLButtonElement {
  const node = button(className, onPress)
  node.textContent = label
  return node
}

export function card(className: string, ...children: Child[]): HTMLElement {
  return el('div', { class: `card ${className}`.trim() }, ...children)
}

export function line(className: string, text: string): HTMLElement {
  return el('p', { class: className }, text)
}

/** 胸痛 · 男 58 岁 */
export function headline(work: CrewAssignment): string {
  const complaint = work.complaint ? words().complaint[work.complaint] : words().noComplaint
  const { patients } = work
  const who =
    patients.length > 1 ? words().patients.count(patients.length) : patients[0] ? person(patients[0]) : ''
  return who === '' ? complaint : `${complaint} · ${who}`
}

export function person(patient: Patient): string {
  const age = patient.ageYears === undefined ? '' : words().age(patient.ageYears)
  return [words().sex[patient.sex], age].filter((part) => part !== '').join(' ')
}

export function priority(work: CrewAssignment): HTMLElement {
  return line(`priority ${work.priority}`, words().priority[work.priority])
}

/** Where to go: address, meeting point, how exact it is and how far. */
export function placeCard(app: CrewApp, work: CrewAssignment, ...above: Child[]): HTMLElement {
  const say = words().place
  return card(
    'place',
    ...above,
    line('address', work.address ?? say.unknown),
    work.meetingPoint === undefined ? undefined : line('meeting', say.meeting(work.meetingPoint)),
    line('dim exact', exactness(work.destination, app.whereabouts?.distanceMeters)),
  )
}

export function exactness(destination: Position | undefined, meters: number | undefined): string {
  const say = words().place
  if (!destination) return say.none
  const radius = say.radius(Math.ceil(destination.radiusMeters))
  return meters === undefined ? radius : `${radius} · ${say.straight(distance(meters))}`
}
