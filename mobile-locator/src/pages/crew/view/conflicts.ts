import { el } from '../../shared/dom'
import type { CrewApp } from '../app'
import { shownStep } from '../assignment/milestones'
import { type Conflict, isOfPatient } from '../queue/tap'
import { words } from '../text'
import { timeOf } from '../text/format'
import { card, line, textButton } from './parts'
import { hospitalName, patientDeedText, patientState } from './pathway/deeds'

/** Says that taps were refused until each has been looked at. */
export function conflictCard(app: CrewApp): HTMLElement | undefined {
  const count = app.conflicts.length
  if (count === 0) return undefined
  const node = textButton('warning wide', words().conflict.card(count), () => app.open('conflicts'))
  node.id = 'conflicts'
  return node
}

/** Both facts beside each other: what was tapped here, and what the centre says. */
export function conflictEntry(app: CrewApp, conflict: Conflict): HTMLElement {
  const say = words().conflict
  const { refusal } = conflict
  return card(
    'conflict',
    line('dim', `${say.you} · ${timeOf(Date.parse(conflict.deviceAt) + app.offsetMillis)}`),
    line('fact', deedText(app, conflict)),
    line('dim', `${say.center} · ${timeOf(Date.parse(refusal.at) + app.offsetMillis)}`),
    line('fact accent', say.codes[refusal.code] ?? words().pathway.codes[refusal.code] ?? say.other),
    line('dim code', `${refusal.code}${refusal.detail === '' ? '' : ` · ${refusal.detail}`}`),
    line('dim', `${say.now}：${centerState(app, conflict)}`),
    el(
      'div',
      { class: 'row end' },
      textButton('plain', words().ok, () => {
        app.shift?.queue.dismiss(conflict.id)
        if (app.conflicts.length === 0) app.open(undefined)
      }),
    ),
  )
}

function centerState(app: CrewApp, { deed }: Conflict): string {
  if (deed.kind === 'availability') return app.unit ? availabilityText(app.unit.availability) : '–'
  if (isOfPatient(deed)) return patientState(app, deed)
  const work = app.work.assignment
  if (work?.assignment.id !== deed.assignmentId) return words().conflict.none
  return words().step[shownStep(work, [])]
}

function deedText(app: CrewApp, { deed }: Conflict): string {
  const say = words().conflict
  if (isOfPatient(deed)) return patientDeedText(app, deed)
  switch (deed.kind) {
    case 'milestone':
      return say.milestone(words().act[deed.milestone])
    case 'withdraw':
      return say.withdraw(words().act[deed.milestone])
    case 'decline':
      return say.decline(deed.reason)
    case 'message':
      return say.message(deed.text)
    case 'destination':
      return words().pathway.deed.destination(hospitalName(app, deed.hospitalId))
    case 'availability':
      return say.availability(availabilityText(deed.declaration.state))
  }
}

export function availabilityText(state: string): string {
  const say = words().idle
  if (state === 'out_of_service' || state === 'off_duty' || state === 'committed') return say[state]
  return say.ready
}
