import { type Child, el } from '../../shared/dom'
import type { CrewApp } from '../app'
import { canRing } from '../ring/readiness'
import { words } from '../text'
import { shortTimeOf } from '../text/format'
import { block } from './block'
import { availabilityText, conflictCard } from './conflicts'
import { card, line, textButton } from './parts'
import { lateCard } from './pathway/pathway'
import { readinessList } from './status'

/** Between assignments: who this is, whether it would ring, and what the unit is declared to be. */
export function idleView(app: CrewApp): HTMLElement {
  const content = block(
    () => [app.unit, app.conflicts, app.pending, app.withdrawable, app.shift?.duty.late?.seq],
    () => [conflictCard(app), lateCard(app), unitCard(app), readinessCard(app)],
    'scroll',
  )
  const foot = block(
    () => [availability(app), app.withdrawable],
    () => footer(app),
    'foot',
  )
  return el('main', { class: 'idle' }, content, foot)
}

/** What was declared here, also before the server knows. */
function availability(app: CrewApp): string {
  const declared = app.pending.map(({ deed }) =>
    deed.kind === 'availability' ? deed.declaration.state : undefined,
  )
  return declared.filter((state) => state !== undefined).pop() ?? app.unit?.availability ?? 'available'
}

function unitCard(app: CrewApp): HTMLElement {
  const state = availability(app)
  const { unit } = app
  const stopped = state === 'out_of_service' || state === 'off_duty'
  const reason = stopped && unit?.reason !== undefined ? reasonText(unit.reason) : undefined
  const back =
    stopped && unit?.expectedBackAt !== undefined
      ? words().idle.back(shortTimeOf(unit.expectedBackAt))
      : undefined
  const why = [reason, back].filter((part) => part !== undefined).join(' · ')
  return card(
    'unit',
    line(`shout ${stopped ? 'amber' : 'green'}`, availabilityText(state)),
    why === '' ? undefined : line('fact', why),
    unit ? line('dim', `${unit.callsign} · ${unit.plate} · ${unit.stationName}`) : undefined,
  )
}

function reasonText(reason: string): string {
  return words().outOfService.reasons[reason] ?? reason
}

function readinessCard(app: CrewApp): HTMLElement {
  return block(
    () => canRing(app.readiness),
    () => {
      const able = canRing(app.readiness)
      const say = words().idle
      return card(
        '',
        line(able ? 'fact green' : 'fact amber', able ? say.wait : say.waitNot),
        readinessList(app),
      )
    },
  )
}

function footer(app: CrewApp): Child[] {
  const say = words().idle
  const stopped = availability(app) === 'out_of_service' || availability(app) === 'off_duty'
  const withdrawable = app.withdrawable
  return [
    withdrawable
      ? textButton('plain wide', withdrawLabel(withdrawable.seconds), () => app.shift?.withdraw())
      : undefined,
    stopped
      ? textButton('big go', say.resume, () => app.shift?.declare({ state: 'available' }))
      : textButton('plain wide', say.outOfService, () => app.open('outOfService')),
    textButton('plain wide', say.signOff, () => app.open('signOff')),
  ]
}

function withdrawLabel(seconds: number | undefined): string {
  return seconds === undefined ? words().steps.withdrawUnsent : words().steps.withdraw(seconds)
}
