import { type Child, el } from '../../../shared/dom'
import type { CrewApp } from '../../app'
import { words } from '../../text'
import { bigButton, line, textButton } from '../parts'
import { aboutOf, destinationOf, hospitalName, treat, warningAbout } from './about'

/** Says what the tap will set in motion. The button takes no tap at first, so that one tap can not do both. */
export function stemiSheet(app: CrewApp): Child[] {
  const about = aboutOf(app)
  if (!about) return []
  const say = words().pathway.stemi
  const destination = destinationOf(about)
  const connected = app.shift?.link?.phase === 'live'
  return [
    destination === undefined
      ? line('warning', say.willTellNone)
      : line('fact', say.willTell(hospitalName(app, destination))),
    el('ul', { class: 'what' }, ...say.steps.map((step) => el('li', {}, step))),
    connected ? undefined : line('warning', say.offline),
    bigButton('confirm-stemi', 'red', say.confirm, () => {
      treat(app, { kind: 'diagnosis', diagnosis: 'stemi' })
      if (destination === undefined) app.follow('hospital', { kind: 'chest_pain' })
      else app.follow('pathway')
    }),
    textButton('plain wide', say.no, () => app.follow('pathway')),
  ]
}

/** A STEMI is called off by another diagnosis, any other warning by itself; the reason goes to the centre with it. */
export function cancelSheet(app: CrewApp): Child[] {
  const say = words().pathway.cancel
  const { kind } = app.pathway
  const other = el('input', {
    id: 'cancel-other',
    maxlength: '500',
    placeholder: say.other,
    'aria-label': say.other,
  })
  const cancel = (reason: string) => {
    if (kind === 'chest_pain') {
      treat(app, { kind: 'diagnosis', diagnosis: 'undetermined' })
      if (app.assignment) app.shift?.say(say.message(reason))
    } else {
      const about = aboutOf(app)
      const warning = about && warningAbout(app, about, kind)
      if (warning && 'preAlert' in warning)
        treat(app, { kind: 'cancelPreAlert', hospitalId: warning.preAlert.hospitalId, reason })
    }
    app.follow('pathway')
  }
  const send = textButton('plain', say.send, () => {
    const reason = other.value.trim()
    if (reason === '') other.focus()
    else cancel(reason)
  })
  const reasons = kind === 'chest_pain' ? say.reasons : say.preAlertReasons
  return [
    line('dim', say.explain),
    ...reasons.map((reason) => textButton('choice', reason, () => cancel(reason))),
    el('div', { class: 'row write' }, other, send),
  ]
}
