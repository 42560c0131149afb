import { type Child, el } from '../../shared/dom'
import type { Aed, CrewAssignment, Patient } from '../contract'
import { words } from '../text'
import { distance } from '../text/format'
import { card, line, person } from './parts'

export function patientList(work: CrewAssignment | undefined): Child[] {
  return (work?.patients ?? []).map((patient, i) => patientCard(patient, i + 1))
}

function patientCard(patient: Patient, number: number): HTMLElement {
  const say = words().patients
  const tag = patient.tag && el('span', { class: `tag ${patient.tag}` }, words().tag[patient.tag])
  return card(
    '',
    el('p', { class: 'fact' }, `${patient.name ?? say.one(number)} `, tag),
    line('dim', person(patient) || say.unnamed),
    patient.findings === undefined ? undefined : line('text', patient.findings),
  )
}

export function aedList(work: CrewAssignment | undefined): Child[] {
  const aeds = work?.aeds ?? []
  return aeds.length === 0 ? [line('dim', words().aeds.none)] : aeds.map(aedCard)
}

function aedCard(aed: Aed): HTMLElement {
  const say = words().aeds
  const where = [aed.building, aed.floor === undefined ? undefined : say.floor(aed.floor), aed.placement]
  const usable = aed.openNow === true && (aed.readiness === 'ok' || aed.readiness === 'unknown')
  const hours = aed.openNow === null ? say.hours : aed.openNow ? say.open : say.closed
  const state = [hours, say[aed.readiness]].filter((part) => part !== '').join(' · ')
  const far =
    aed.distanceMeters === undefined
      ? undefined
      : el('span', { class: 'dim far' }, distance(aed.distanceMeters))
  return card(
    '',
    el('div', { class: 'row' }, el('p', { class: 'fact' }, aed.name), far),
    line('text', where.filter((part) => part !== undefined && part !== '').join(' · ')),
    line(usable ? 'good' : 'warn', state),
    aed.hoursText === undefined ? undefined : line('dim', aed.hoursText),
  )
}

export function noteText(work: CrewAssignment | undefined): HTMLElement {
  return work?.note === undefined ? line('dim', words().note.none) : line('text', work.note)
}
