import { type Child, el } from '../../../shared/dom'
import type { CrewApp } from '../../app'
import type { NewTroponin, Patient, PatientChange } from '../../contract'
import { type Typed, type VitalName, VITALS, readVitals, timeBefore } from '../../pathway/entries'
import { patientsOf } from '../../pathway/shown-case'
import { words } from '../../text'
import { shortTimeOf } from '../../text/format'
import { bigButton, line, textButton } from '../parts'
import { aboutOf, treat } from './about'

export const problem = () => el('p', { class: 'problem', role: 'alert' })

export function field(id: string, label: string, unit: string, attributes: Record<string, string>) {
  const input = el('input', { id, autocomplete: 'off', ...attributes })
  const caption = el('span', {}, label, unit === '' ? '' : ` ${unit}`)
  return { input, label: el('label', { class: 'entry-field', for: id }, caption, input) }
}

export function choice(name: string, options: readonly (readonly [string, string])[], chosen: string) {
  const inputs = options.map(([value]) => el('input', { type: 'radio', name, value }))
  const labels = options.map(([value, label], i) => {
    const input = inputs[i] as HTMLInputElement
    input.checked = value === chosen
    return el('label', { class: 'option' }, input, el('span', {}, label))
  })
  return {
    node: el(
      'div',
      { class: options.length === 3 ? 'options three' : 'options', role: 'radiogroup' },
      ...labels,
    ),
    value: () => inputs.find(({ checked }) => checked)?.value ?? '',
  }
}

/** Number pads; what can not be is refused, what is rare is asked once more. */
export function vitalsSheet(app: CrewApp): Child[] {
  const say = words().pathway.vitals
  const fields = VITALS.map((name) => {
    const pad = { inputmode: 'numeric', pattern: '[0-9]*', maxlength: '3' }
    return { name, ...field(`vital-${name}`, say.names[name], say.units[name], pad) }
  })
  const note = problem()
  const listed = (names: VitalName[]) => names.map((name) => say.names[name]).join('、')
  let confirmed = ''
  const send = bigButton('send-vitals', 'next', say.send, () => {
    const typed: Typed = {}
    for (const { name, input } of fields) typed[name] = input.value
    const { vitals, impossible, unusual } = readVitals(typed)
    if (impossible.length > 0) note.textContent = say.impossible(listed(impossible))
    else if (Object.keys(vitals).length === 0) note.textContent = say.none
    else if (unusual.length > 0 && confirmed !== JSON.stringify(vitals)) {
      confirmed = JSON.stringify(vitals)
      note.textContent = say.unusual(listed(unusual))
      send.textContent = say.sendUnusual
    } else {
      treat(app, { kind: 'vitals', vitals })
      app.follow('pathway')
    }
  })
  const grid = el('div', { class: 'pair' }, ...fields.map(({ label }) => label))
  return [grid, note, send, ...earlierVitals(app)]
}

function earlierVitals(app: CrewApp): Child[] {
  const say = words().pathway.vitals
  const all = aboutOf(app)?.shown.vitals ?? []
  return all
    .slice(-3)
    .reverse()
    .map((vitals) => {
      const parts = VITALS.filter((name) => vitals[name] !== undefined)
      const text = parts.map((name) => `${say.names[name]} ${vitals[name]}`).join(' · ')
      const sent = vitals.pending ? ` · ${words().pathway.pending}` : ''
      return line('dim', say.last(shortTimeOf(vitals.atMillis), `${text}${sent}`))
    })
}

export function troponinSheet(app: CrewApp): Child[] {
  const say = words().pathway.troponin
  const pairs = (names: readonly string[]) => names.map((name) => [name, name] as const)
  const test = choice('troponin-test', pairs(say.tests), say.tests[0] ?? '')
  const unit = choice('troponin-unit', pairs(say.units), say.units[0] ?? '')
  const judged = choice(
    'troponin-judged',
    [
      ['yes', say.positive],
      ['no', say.negative],
      ['', say.unsaid],
    ],
    '',
  )
  const { input, label } = field('troponin-value', say.value, '', { inputmode: 'decimal', maxlength: '40' })
  const note = problem()
  const send = bigButton('send-troponin', 'next', say.send, () => {
    const value = input.value.trim()
    if (value === '') {
      note.textContent = say.none
      input.focus()
      return
    }
    const drawn = aboutOf(app)?.shown.steps.blood_drawn
    const troponin: NewTroponin = { test: test.value(), value, unit: unit.value() }
    if (judged.value() !== '') troponin.positive = judged.value() === 'yes'
    if (drawn) troponin.drawnAt = new Date(drawn.atMillis).toISOString()
    treat(app, { kind: 'troponin', troponin })
    app.follow('pathway')
  })
  return [line('dim', say.test), test.node, label, line('dim', say.unit), unit.node, judged.node, note, send]
}

/** A time of day, taken as the nearest before now: also across midnight. */
export function stepTimeSheet(app: CrewApp): Child[] {
  const { milestone } = app.pathway
  const about = aboutOf(app)
  if (!milestone || !about) return []
  const say = words().pathway.change
  const known = about.shown.steps[milestone]
  const { input, label } = field('step-time', say.time, '', { inputmode: 'numeric', maxlength: '5' })
  if (known) input.value = shortTimeOf(known.atMillis)
  const note = problem()
  const set = bigButton('set-time', 'next', say.set, () => {
    const atMillis = timeBefore(input.value, app.serverNow())
    if (atMillis === undefined) {
      note.textContent = say.bad
      input.focus()
      return
    }
    const at = new Date(atMillis).toISOString()
    treat(app, { kind: 'caseMilestone', milestone, at, ...(known && { reason: say.reason }) })
    app.follow('pathway')
  })
  const remove = textButton('choice stop', say.remove, () => {
    takeBack(app, milestone)
    app.follow('pathway')
  })
  return [line('dim', say.explain), label, note, set, known ? remove : undefined]
}

/** A tap that never left the device is simply gone. */
export function takeBack(app: CrewApp, milestone: NonNullable<CrewApp['pathway']['milestone']>): void {
  const about = aboutOf(app)
  const tap = app.pending.find(
    ({ deed }) =>
      deed.kind === 'caseMilestone' && deed.patientId === about?.patientId && deed.milestone === milestone,
  )
  if (tap && about?.shown.known?.milestones[milestone] === undefined && app.shift?.queue.retract(tap.id))
    return
  treat(app, { kind: 'removeCaseMilestone', milestone, reason: words().pathway.change.removed })
}

export function patientSheet(app: CrewApp): Child[] {
  const about = aboutOf(app)
  const patient = about && patientsOf(about.work).find(({ id }) => id === about.patientId)
  if (!patient) return []
  const say = words().pathway.patientForm
  const sexes = (['male', 'female', 'unknown'] as const).map((sex) => [sex, say.sexes[sex]] as const)
  const sex = choice('patient-sex', sexes, patient.sex)
  const age = field('patient-age', say.age, '', { inputmode: 'numeric', pattern: '[0-9]*', maxlength: '3' })
  const name = field('patient-name', say.name, '', { maxlength: '100' })
  age.input.value = patient.ageYears === undefined ? '' : String(patient.ageYears)
  name.input.value = patient.name ?? ''
  const findings = el('textarea', { id: 'patient-findings', rows: '3', maxlength: '2000' })
  findings.value = patient.findings ?? ''
  const note = problem()
  const send = bigButton('send-patient', 'next', say.send, () => {
    const typed = { sex: sex.value(), age: age.input.value, name: name.input.value, findings: findings.value }
    const change = patientChange(patient, typed)
    if (!change) note.textContent = say.badAge
    else if (Object.keys(change).length === 0) note.textContent = say.none
    else {
      treat(app, { kind: 'patient', change })
      app.follow('pathway')
    }
  })
  const findingsLabel = el(
    'label',
    { class: 'entry-field', for: 'patient-findings' },
    el('span', {}, say.findings),
    findings,
  )
  return [line('dim', say.sex), sex.node, age.label, name.label, findingsLabel, note, send]
}

/** Only what differs; none when the age is no age. */
export function patientChange(
  patient: Patient,
  typed: { sex: string; age: string; name: string; findings: string },
): PatientChange | undefined {
  const change: PatientChange = {}
  const age = typed.age.trim()
  if (age !== '' && !(/^\d{1,3}$/.test(age) && Number(age) <= 130)) return undefined
  if (age !== '' && Number(age) !== patient.ageYears) change.ageYears = Number(age)
  if (typed.sex !== patient.sex) change.sex = typed.sex as Patient['sex']
  const name = typed.name.trim()
  if (name !== '' && name !== patient.name) change.name = name
  const findings = typed.findings.trim()
  if (findings !== '' && findings !== patient.findings) change.findings = findings
  return change
}
