import { type Child, el, icon } from '../../../shared/dom'
import type { CrewApp } from '../../app'
import type { PreAlertKind } from '../../contract'
import { lateMillisLeft } from '../../pathway/late'
import { deedsOf, patientsOf } from '../../pathway/shown-case'
import { isStemi } from '../../pathway/stemi'
import type { PathwaySheet } from '../../pathway/state'
import { words } from '../../text'
import { duration } from '../../text/format'
import { block, says } from '../block'
import { BELL, DROP, LIST, PERSON, PULSE, TRACE } from '../icons'
import { line, person, textButton } from '../parts'
import { type About, aboutOf, inputsOf, treat, warningAbout } from './about'
import { clockList, isRunning } from './clocks'
import { uploadsNote } from './ecg'
import { onsetButton } from './onset'
import { doneButton, stepButtons } from './steps'
import { warningCard } from './warning'

const OTHERS = ['stroke', 'trauma', 'obstetric', 'neonatal'] as const satisfies readonly PreAlertKind[]

/** One patient's pathway: the clocks, the warning of the hospital, and what the crew does, in its order. */
export function pathwaySheet(app: CrewApp): Child[] {
  return [
    block(
      () => inputsOf(app),
      () => content(app),
      'stack pathway',
    ),
  ]
}

function content(app: CrewApp): Child[] {
  const about = aboutOf(app)
  if (!about) return []
  const { shown } = about
  return [
    patientChooser(app, about),
    lateNote(app, about),
    ...(shown.open ? [clockList(app)] : []),
    warningCard(app, about, 'chest_pain'),
    ...OTHERS.map((kind) => warningCard(app, about, kind)),
    ...(shown.open ? opened(app, about) : unopened(app)),
  ]
}

function patientChooser(app: CrewApp, { work, patientId }: About): HTMLElement | undefined {
  const patients = patientsOf(work)
  if (patients.length < 2) return undefined
  const tabs = patients.map((patient, i) => {
    const label = `${words().pathway.patient(i + 1)} ${person(patient)}`.trim()
    const tab = textButton(patient.id === patientId ? 'plain chosen' : 'plain', label, () =>
      app.follow('pathway', { patientId: patient.id }),
    )
    tab.setAttribute('aria-pressed', String(patient.id === patientId))
    return tab
  })
  return el('div', { class: 'pair' }, ...tabs)
}

function lateNote(app: CrewApp, { shown }: About): HTMLElement | undefined {
  const say = words().pathway
  if (!app.assignment) return line('warning', say.lateNote)
  return shown.concluded ? line('dim', say.concluded) : undefined
}

function unopened(app: CrewApp): Child[] {
  const say = words().pathway
  const open = textButton('case-open', say.open, () => treat(app, { kind: 'openCase' }))
  open.id = 'open-case'
  return [open, line('dim', say.openWhy), tools(app, ['patient', 'preAlert'])]
}

function opened(app: CrewApp, about: About): Child[] {
  const { shown } = about
  const contact = shown.steps.first_medical_contact
  return [
    onsetButton(app, about),
    contact && doneButton(app, 'first_medical_contact', contact),
    stepButtons(app, about),
    ...diagnosis(app, about),
    tools(app, ['ecgs', 'vitals', 'checklist', 'patient', 'preAlert', 'troponin']),
    bypass(app, about),
  ]
}

/** The red button while nothing says STEMI; then what it is taken for. */
function diagnosis(app: CrewApp, about: About): Child[] {
  const say = words().pathway.diagnosis
  const { shown } = about
  if (isStemi(shown)) return []
  const red = textButton('stemi-button', '', () => app.follow('stemi'))
  red.id = 'stemi'
  red.append(el('strong', {}, say.button), el('span', {}, say.buttonWhy))
  const names = Object.keys(say.names) as (keyof typeof say.names)[]
  const select = el(
    'select',
    { id: 'other-diagnosis', 'aria-label': say.other },
    el('option', { value: '' }, say.other),
  )
  for (const name of names)
    if (name !== 'stemi') select.append(el('option', { value: name }, say.names[name]))
  if (shown.diagnosis && shown.diagnosis !== 'stemi') select.value = shown.diagnosis
  select.addEventListener('change', () => {
    const chosen = names.find((name) => name === select.value)
    if (chosen) treat(app, { kind: 'diagnosis', diagnosis: chosen })
  })
  return [red, select]
}

type Tool = Extract<PathwaySheet, 'ecgs' | 'vitals' | 'checklist' | 'patient' | 'preAlert' | 'troponin'>
const DRAWINGS: Record<Tool, string> = {
  ecgs: TRACE,
  vitals: PULSE,
  checklist: LIST,
  patient: PERSON,
  preAlert: BELL,
  troponin: DROP,
}

function tools(app: CrewApp, names: readonly Tool[]): HTMLElement {
  const say = words().pathway.tools
  const openers = names.map((name) => {
    const node = textButton('tool', '', () => app.follow(name))
    node.id = `pathway-${name}`
    node.append(icon(DRAWINGS[name]), el('span', {}, say[name]))
    if (name === 'ecgs') node.append(uploadsNote(app))
    else if (unsent(app, name)) node.append(el('span', { class: 'tool-note' }, words().pathway.pending))
    return node
  })
  return el('div', { class: 'tools' }, ...openers)
}

/** Something entered there waits on this device. */
function unsent(app: CrewApp, name: Tool): boolean {
  const about = aboutOf(app)
  return about !== undefined && deedsOf(about.patientId, app.pending).some(({ deed }) => deed.kind === name)
}

/** Said once the patient is brought past the emergency department or the CCU. */
function bypass(app: CrewApp, { shown }: About): HTMLElement | undefined {
  const say = words().pathway.bypass
  if (!isStemi(shown)) return undefined
  const { pending, ...now } = shown.bypass
  const toggles = (['emergencyDepartment', 'coronaryCareUnit'] as const).map((name) => {
    const node = textButton(
      now[name] ? 'plain chosen' : 'plain',
      now[name] ? `✓ ${say[name]}${pending ? ` · ${words().pathway.pending}` : ''}` : say[name],
      () => treat(app, { kind: 'bypass', ...now, [name]: !now[name] }),
    )
    node.id = `bypass-${name}`
    node.setAttribute('aria-pressed', String(now[name]))
    return node
  })
  return el('div', { class: 'pair' }, ...toggles)
}

/** On the working screen: what runs and what the hospital says, and the way in. */
export function pathwayCard(app: CrewApp, prominent: boolean): HTMLElement {
  const say = words().pathway
  const about = aboutOf(app)
  if (!about?.shown.open) {
    const node = textButton(
      prominent ? 'plain wide chest-pain' : 'plain wide',
      prominent ? say.start : say.openOther,
      () => app.follow('pathway'),
    )
    node.id = 'open-pathway'
    return node
  }
  const warning = warningAbout(app, about, 'chest_pain')
  const node = textButton(`card pathway-card ${warning.state}`, '', () => app.follow('pathway'))
  node.id = 'open-pathway'
  const title = isStemi(about.shown) ? 'STEMI' : say.card
  node.append(
    el('span', { class: 'fact' }, title, ' '),
    says(() => warningLine(app), 'card-warning'),
    clockList(app, isRunning),
  )
  return node
}

function warningLine(app: CrewApp): string {
  const about = aboutOf(app)
  const say = words().pathway.warning
  if (!about) return ''
  const warning = warningAbout(app, about, 'chest_pain')
  switch (warning.state) {
    case 'none':
      return ''
    case 'waiting':
      return say.waiting(warning.level.level, warning.preAlert.levels)
    case 'accepted':
      return say.accepted(warning.level.answeredBy ?? warning.level.contact, '').replace(/ · $/, '')
    case 'refused':
      return say.refused(warning.level.answeredBy ?? warning.level.contact)
    default:
      return say[warning.state]
  }
}

/** Between assignments, for two hours: the way to what was not written down on the road. */
export function lateCard(app: CrewApp): HTMLElement | undefined {
  const late = app.shift?.duty.late
  if (!late || app.assignment) return undefined
  const node = textButton('plain wide', '', () => app.follow('pathway'))
  node.id = 'late-case'
  node.append(says(() => words().pathway.late(duration(lateMillisLeft(late, app.serverNow())))))
  return node
}

export function preAlertSheet(app: CrewApp): Child[] {
  const say = words().pathway.preAlert
  return [
    line('dim', say.explain),
    ...OTHERS.map((kind) => textButton('choice', say.kinds[kind], () => app.follow('hospital', { kind }))),
  ]
}
