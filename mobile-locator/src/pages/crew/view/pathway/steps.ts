import { el, icon } from '../../../shared/dom'
import type { CrewApp } from '../../app'
import type { CaseMilestone } from '../../contract'
import { CREW_STEPS, type ShownStep } from '../../pathway/shown-case'
import type { PathwaySheet } from '../../pathway/state'
import { words } from '../../text'
import { shortTimeOf } from '../../text/format'
import { TICKED } from '../icons'
import { textButton } from '../parts'
import { type About, treat } from './about'

const SHEETS: Partial<Record<CaseMilestone, PathwaySheet>> = {
  troponin_result: 'troponin',
  symptom_onset: 'onset',
}

/** Big buttons in the order of the pathway; a done one shows its time and leads to its correction. */
export function stepButtons(app: CrewApp, about: About): HTMLElement {
  return el(
    'div',
    { class: 'case-steps' },
    ...CREW_STEPS.map((milestone) => stepButton(app, about, milestone)),
    troponinButton(app, about),
  )
}

function stepButton(app: CrewApp, { shown }: About, milestone: CaseMilestone): HTMLElement {
  const step = shown.steps[milestone]
  return step
    ? doneButton(app, milestone, step)
    : open(`step-${milestone}`, words().pathway.step[milestone], () =>
        treat(app, { kind: 'caseMilestone', milestone }),
      )
}

/** A result comes with its value. */
function troponinButton(app: CrewApp, { shown }: About): HTMLElement {
  const step = shown.steps.troponin_result
  const latest = shown.known?.troponins.slice(-1)[0]
  if (step) return doneButton(app, 'troponin_result', step, latest && `${latest.value} ${latest.unit}`)
  return open('step-troponin_result', `${words().pathway.step.troponin_result}…`, () =>
    app.follow('troponin'),
  )
}

function open(id: string, label: string, onPress: () => void): HTMLElement {
  const node = textButton('case-step', '', onPress)
  node.id = id
  node.append(el('span', { class: 'case-step-name' }, label))
  return node
}

/** Leads to where it is corrected. Also for what others recorded, such as the contact that the crew's own milestones gave. */
export function doneButton(
  app: CrewApp,
  milestone: CaseMilestone,
  step: ShownStep,
  detail?: string,
): HTMLElement {
  const say = words().pathway
  const node = textButton(`case-step done${step.pending ? ' pending' : ''}`, '', () =>
    app.follow(SHEETS[milestone] ?? 'stepTime', { milestone }),
  )
  node.id = `step-${milestone}`
  const notes = [detail, step.pending ? say.pending : step.corrected ? say.corrected : undefined]
  const note = notes.filter((part) => part !== undefined).join(' · ')
  node.append(
    icon(TICKED),
    el('span', { class: 'case-step-name' }, say.step[milestone]),
    el('span', { class: 'case-step-time' }, shortTimeOf(step.atMillis)),
  )
  if (note !== '') node.append(el('span', { class: 'case-step-note' }, note))
  return node
}
