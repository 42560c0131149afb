import { type Child, el } from '../../shared/dom'
import type { CrewApp, Sheet } from '../app'
import { mayDecline, shownStep, stepsAfter } from '../assignment/milestones'
import { mapApps } from '../navigate'
import { type PathwaySheet, parentOf } from '../pathway/state'
import { switchLanguage, words } from '../text'
import { block } from './block'
import { conflictEntry } from './conflicts'
import { aedList, noteText, patientList } from './facts'
import { messagesSheet } from './messages'
import { line, textButton } from './parts'
import { isPathwaySheet, pathwayHeading, pathwayView } from './pathway/sheets'
import { outOfServiceSheet } from './out-of-service'
import { credentials } from './sign-on'
import { statusSheet } from './status'

/** What lies over the screen when asked for; one at a time, closed by its own button or Escape. */
export function sheetView(app: CrewApp, sheet: Sheet, onLanguage: () => void): HTMLElement {
  const back = isPathwaySheet(sheet) ? parentOf(sheet) : undefined
  const close = textButton('plain close', back ? words().pathway.back : words().close, () => app.open(back))
  const panel = el(
    'section',
    {
      class: `sheet of-${sheet}`,
      role: 'dialog',
      'aria-modal': 'true',
      'aria-label': heading(app, sheet),
      tabindex: '-1',
    },
    el('div', { class: 'row' }, el('h2', {}, heading(app, sheet)), close),
    ...content(app, sheet, onLanguage),
  )
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') app.open(back)
  })
  return panel
}

function heading(app: CrewApp, sheet: Sheet): string {
  if (isPathwaySheet(sheet)) return pathwayHeading(app, sheet)
  const say = words()
  const headings: Record<Exclude<Sheet, PathwaySheet>, string> = {
    decline: say.decline.heading,
    steps: say.steps.heading,
    navigate: say.navigate.heading,
    messages: say.messages.heading,
    patients: say.patients.heading,
    aeds: say.aeds.heading,
    note: say.note.heading,
    outOfService: say.outOfService.heading,
    signOff: say.signOff.heading,
    conflicts: say.conflict.heading,
    status: say.status.heading,
    password: say.signOn.again,
  }
  return headings[sheet]
}

function content(app: CrewApp, sheet: Sheet, onLanguage: () => void): Child[] {
  if (isPathwaySheet(sheet)) return pathwayView(app, sheet)
  switch (sheet) {
    case 'decline':
      return declineSheet(app)
    case 'steps':
      return [live(app, () => stepsSheet(app))]
    case 'navigate':
      return [live(app, () => navigateSheet(app))]
    case 'messages':
      return messagesSheet(app)
    case 'patients':
      return [live(app, () => patientList(app.work.assignment))]
    case 'aeds':
      return [live(app, () => aedList(app.work.assignment))]
    case 'note':
      return [live(app, () => [noteText(app.work.assignment)])]
    case 'outOfService':
      return outOfServiceSheet(app)
    case 'signOff':
      return signOffSheet(app)
    case 'conflicts':
      return [live(app, () => conflictsSheet(app))]
    case 'status':
      return statusSheet(app, () => {
        switchLanguage()
        onLanguage()
      })
    case 'password':
      return passwordSheet(app)
  }
}

/** Follows the assignment while it is open. */
function live(app: CrewApp, view: () => Child[]): HTMLElement {
  return block(() => [app.work, app.pending, app.conflicts], view, 'stack')
}

function declineSheet(app: CrewApp): Child[] {
  const say = words().decline
  const decline = (reason: string) => {
    app.open(undefined)
    app.shift?.decline(reason)
  }
  const other = el('input', {
    id: 'decline-other',
    maxlength: '500',
    placeholder: say.other,
    'aria-label': say.other,
  })
  const send = textButton('plain', say.send, () => {
    const reason = other.value.trim()
    if (reason === '') other.focus()
    else decline(reason)
  })
  return [
    line('dim', say.explain),
    ...say.reasons.map((reason) => textButton('choice', reason, () => decline(reason))),
    el('div', { class: 'row write' }, other, send),
  ]
}

function stepsSheet(app: CrewApp): Child[] {
  const work = app.work.assignment
  if (!work) return []
  const step = shownStep(work, app.pending)
  return [
    line('dim', words().steps.explain),
    ...stepsAfter(step).map((milestone) =>
      textButton('choice', words().act[milestone], () => {
        app.open(undefined)
        app.shift?.reach(milestone)
      }),
    ),
    mayDecline(step)
      ? textButton('choice stop', words().ringing.decline, () => app.open('decline'))
      : undefined,
  ]
}

function navigateSheet(app: CrewApp): Child[] {
  const say = words().navigate
  const work = app.work.assignment
  if (!work?.destination) return [line('fact', work?.address ?? ''), line('dim', say.none)]
  const name = work.meetingPoint ?? work.address ?? work.number
  return [
    line('fact', work.address ?? words().place.unknown),
    ...mapApps(work.destination, name, navigator.userAgent).map(({ app: map, href }) =>
      el('a', { class: 'choice', href }, say[map]),
    ),
    line('dim', say.warn),
  ]
}

function conflictsSheet(app: CrewApp): Child[] {
  const conflicts = app.conflicts
  return [line('dim', words().conflict.tell), ...conflicts.map((conflict) => conflictEntry(app, conflict))]
}

function signOffSheet(app: CrewApp): Child[] {
  const say = words().signOff
  const busy = app.assignment !== undefined
  const waiting = app.pending.length
  return [
    busy ? line('warning', say.live) : undefined,
    waiting > 0 ? line('warning', say.pending(waiting)) : undefined,
    line('dim', say.explain),
    textButton('plain wide', say.no, () => app.open(undefined)),
    textButton('choice stop', busy ? say.yesLive : say.yes, () => void app.signOff()),
  ]
}

function passwordSheet(app: CrewApp): Child[] {
  const say = words().signOn
  return [
    line('dim', say.againWhy(app.pending.length)),
    credentials(app, app.crew?.username ?? '', say.againSubmit),
    textButton('plain wide', say.other, () => app.open('signOff')),
  ]
}
