import { type Child, el, icon } from '../../../shared/dom'
import type { CrewApp } from '../../app'
import type { PreAlertKind } from '../../contract'
import { type Warning, movesOf, secondsLeft, toldAt } from '../../pathway/stemi'
import { words } from '../../text'
import { shortTimeOf } from '../../text/format'
import { says } from '../block'
import { BELL, CLOCK, TICKED, TRIANGLE } from '../icons'
import { line, textButton } from '../parts'
import { type About, hospitalName, warningAbout } from './about'

/** How far a hospital has been warned: who was told, who answered, what can be done. Nothing when nobody is to be. */
export function warningCard(app: CrewApp, about: About, kind: PreAlertKind): HTMLElement | undefined {
  const warning = warningAbout(app, about, kind)
  if (warning.state === 'none') return undefined
  return el(
    'section',
    {
      class: `warned ${warning.state}`,
      role: 'status',
      'aria-label': words().pathway.warning.emergency[kind],
    },
    ...headOf(app, about, kind, warning),
    ...detailOf(app, warning),
    movesRow(app, kind, warning),
  )
}

function headOf(app: CrewApp, about: About, kind: PreAlertKind, warning: Warning): Child[] {
  const say = words().pathway
  const name =
    kind === 'chest_pain' && about.shown.diagnosis === 'stemi' ? 'STEMI' : say.warning.emergency[kind]
  const hospital = hospitalIn(warning)
  const title = hospital === undefined ? name : `${name} → ${hospitalName(app, hospital)}`
  return [el('p', { class: 'warned-head' }, icon(drawingOf(warning)), ' ', title)]
}

const drawingOf = ({ state }: Warning) =>
  state === 'accepted' ? TICKED : state === 'waiting' ? BELL : state === 'unsent' ? CLOCK : TRIANGLE

function hospitalIn(warning: Warning): string | undefined {
  return 'preAlert' in warning
    ? warning.preAlert.hospitalId
    : warning.state === 'unsent'
      ? warning.hospitalId
      : undefined
}

function detailOf(app: CrewApp, warning: Warning): Child[] {
  const say = words().pathway.warning
  switch (warning.state) {
    case 'none':
      return []
    case 'unsent':
      return [line('warned-state', say.unsent)]
    case 'destination_needed':
      return [line('warned-state', say.destination_needed)]
    case 'waiting': {
      const { preAlert, level } = warning
      const last = level.level >= preAlert.levels
      const countdown = says(() => {
        const seconds = secondsLeft(warning, app.serverNow()) ?? 0
        if (seconds === 0) return last ? say.lastNow : say.nextNow
        return last ? say.lastLevel(seconds) : say.next(seconds)
      }, 'countdown')
      return [
        line('warned-state', say.waiting(level.level, preAlert.levels)),
        line('dim', say.told(toldAt(level).join('、'))),
        el('p', {}, countdown),
      ]
    }
    case 'accepted': {
      const { level } = warning
      const at = level.answeredAt === undefined ? '–' : shortTimeOf(level.answeredAt)
      return [line('warned-state', say.accepted(level.answeredBy ?? level.contact, at))]
    }
    case 'refused': {
      const { level } = warning
      return [
        line('warned-state', say.refused(level.answeredBy ?? level.contact)),
        level.reason === undefined ? undefined : line('fact', say.refusedWhy(level.reason)),
      ]
    }
    case 'exhausted':
      return [line('warned-state', say.exhausted)]
  }
}

function movesRow(app: CrewApp, kind: PreAlertKind, warning: Warning): HTMLElement {
  const say = words().pathway.warning
  const moves = movesOf(warning)
  const first = warning.state === 'destination_needed'
  const choose = textButton(
    moves.urgent ? 'plain urgent' : 'plain',
    first ? say.choose : say.chooseOther,
    () => app.follow('hospital', { kind }),
  )
  choose.id = `choose-${kind}`
  const cancel = textButton('plain', say.cancel, () => app.follow('stemiCancel', { kind }))
  cancel.id = `cancel-${kind}`
  return el('div', { class: 'pair' }, choose, moves.cancel ? cancel : undefined)
}
