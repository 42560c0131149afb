import { type Child, el } from '../../../shared/dom'
import type { CrewApp } from '../../app'
import { MOST_DAYS_AGO, ONSETS_AGO_MINUTES, daysBetween, timeOnDay } from '../../pathway/entries'
import { words } from '../../text'
import { shortTimeOf } from '../../text/format'
import { bigButton, line, textButton } from '../parts'
import { type About, aboutOf, treat } from './about'
import { field, problem, takeBack } from './forms'
import { doneButton } from './steps'

const STEP = 'symptom_onset'

/** Asked of the patient while others work: never in the way of the steps. */
export function onsetButton(app: CrewApp, { shown }: About): HTMLElement {
  const step = shown.steps[STEP]
  if (step) return doneButton(app, STEP, step, dayText(daysBetween(step.atMillis, app.serverNow())))
  const node = textButton('plain wide', words().pathway.onset.open, () => app.follow('onset'))
  node.id = `step-${STEP}`
  return node
}

/** Said of no day but an earlier one. */
function dayText(daysAgo: number): string | undefined {
  return daysAgo === 0 ? undefined : words().pathway.onset.day(daysAgo)
}

/** People say how long ago; who knows the time says it. */
export function onsetSheet(app: CrewApp): Child[] {
  const about = aboutOf(app)
  if (!about) return []
  const say = words().pathway.onset
  const known = about.shown.steps[STEP]
  const record = (atMillis: number) => {
    const at = new Date(atMillis).toISOString()
    const reason = words().pathway.change.reason
    treat(app, { kind: 'caseMilestone', milestone: STEP, at, ...(known && { reason }) })
    app.follow('pathway')
  }
  const agos = ONSETS_AGO_MINUTES.map((minutes) =>
    textButton('plain', say.ago(minutes), () => record(app.serverNow() - minutes * 60_000)),
  )
  const remove = textButton('choice stop', say.remove, () => {
    takeBack(app, STEP)
    app.follow('pathway')
  })
  return [
    line('dim', say.agoHeading),
    el('div', { class: 'pair' }, ...agos),
    ...exactly(app, known?.atMillis, record),
    known ? remove : undefined,
  ]
}

function exactly(app: CrewApp, knownMillis: number | undefined, record: (at: number) => void): Child[] {
  const say = words().pathway.onset
  const days = Array.from({ length: MOST_DAYS_AGO + 1 }, (_, daysAgo) =>
    el('option', { value: String(daysAgo) }, say.day(daysAgo)),
  )
  const day = el('select', { id: 'onset-day', 'aria-label': say.dayLabel }, ...days)
  const { input, label } = field('onset-time', say.time, '', { inputmode: 'numeric', maxlength: '5' })
  if (knownMillis !== undefined) {
    input.value = shortTimeOf(knownMillis)
    day.value = String(Math.min(MOST_DAYS_AGO, daysBetween(knownMillis, app.serverNow())))
  }
  const note = problem()
  const set = bigButton('set-onset', 'next', say.set, () => {
    const atMillis = timeOnDay(input.value, Number(day.value), app.serverNow())
    if (atMillis !== undefined) return record(atMillis)
    note.textContent = say.bad
    input.focus()
  })
  return [line('dim', say.exact), day, label, note, set]
}
