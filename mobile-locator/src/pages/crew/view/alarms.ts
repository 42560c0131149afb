import { el } from '../../shared/dom'
import type { CrewApp } from '../app'
import type { Change, Ending } from '../assignment/work'
import type { CrewAssignment } from '../contract'
import { words } from '../text'
import { timeOf } from '../text/format'
import { block } from './block'
import { bigButton, card, exactness, headline, line, placeCard, priority, textButton } from './parts'

/** An assignment fills the screen until it is answered. */
export function ringingView(app: CrewApp, work: CrewAssignment): HTMLElement {
  const say = words().ringing
  const content = block(
    () => [app.work.assignment, app.whereabouts?.distanceMeters],
    () => {
      const now = app.work.assignment ?? work
      const sent = say.sent(timeOf(now.assignment.milestones.assigned.at))
      return [
        priority(now),
        el('h1', {}, headline(now)),
        line('dim times', `${say.received(timeOf(now.openedAt))} · ${sent}`),
        placeCard(app, now),
        now.otherUnits.length > 0 ? line('dim', words().units(now.otherUnits.join('、'))) : undefined,
        now.note === undefined ? undefined : card('note', line('text', now.note)),
      ]
    },
    'scroll',
  )
  return el(
    'main',
    { class: 'alarm', role: 'alertdialog', 'aria-label': headline(work) },
    content,
    el(
      'div',
      { class: 'foot' },
      mutedWarning(app),
      bigButton('accept', 'go huge', say.accept, () => app.shift?.reach('acknowledged')),
      textButton('plain wide', say.decline, () => app.open('decline')),
    ),
  )
}

/** The place moved after the crew was sent: old and new beside each other. */
export function changedView(app: CrewApp, work: CrewAssignment, change: Change): HTMLElement {
  const say = words().changed
  const before = card(
    'before',
    line('dim', say.before),
    line('address', change.address ?? say.unknown),
    change.meetingPoint === undefined
      ? undefined
      : line('meeting', words().place.meeting(change.meetingPoint)),
    line('dim exact', exactness(change.destination, undefined)),
  )
  const after = block(
    () => [app.work.assignment, app.whereabouts?.distanceMeters],
    () => placeCard(app, app.work.assignment ?? work, line('accent', say.after)),
  )
  return el(
    'main',
    { class: 'alarm changed', role: 'alertdialog', 'aria-label': say.heading },
    el(
      'div',
      { class: 'scroll' },
      el('h1', { class: 'shout amber' }, say.heading),
      line('dim', headline(work)),
      before,
      after,
    ),
    el(
      'div',
      { class: 'foot' },
      mutedWarning(app),
      bigButton('see-change', 'amber', say.ok, () => app.shift?.duty.seeChange()),
    ),
  )
}

export function cancelledView(app: CrewApp, ending: Ending): HTMLElement {
  const say = words().cancelled
  const gone = ending.kind === 'gone'
  return el(
    'main',
    { class: 'alarm cancelled', role: 'alertdialog', 'aria-label': gone ? say.gone : say.heading },
    el(
      'div',
      { class: 'scroll centred' },
      el('h1', { class: 'shout' }, gone ? say.gone : say.heading),
      card(
        '',
        line('dim', ending.number),
        line('address', ending.address ?? words().place.unknown),
        gone
          ? line('meeting', say.goneWhy)
          : ending.reason === undefined
            ? undefined
            : line('meeting', say.reason(ending.reason)),
        line('dim', say.at(timeOf(ending.at))),
      ),
    ),
    el(
      'div',
      { class: 'foot' },
      mutedWarning(app),
      bigButton('see-ending', 'white', say.ok, () => app.shift?.duty.seeEnding(ending.assignmentId)),
    ),
  )
}

/** After a reload the browser wants a tap before it lets a page be heard. */
function mutedWarning(app: CrewApp): HTMLElement {
  return block(
    () => app.siren.unlocked,
    () =>
      app.siren.unlocked
        ? undefined
        : textButton('warning wide', words().ringing.muted, () => app.siren.unlock()),
  )
}
