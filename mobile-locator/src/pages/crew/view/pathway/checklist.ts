import { type Child, el, fill } from '../../../shared/dom'
import type { CrewApp } from '../../app'
import type { Checklist } from '../../contract'
import { THROMBOLYSIS, type FoundChecklist } from '../../pathway/checklists'
import { languageInUse, words } from '../../text'
import { bigButton, line } from '../parts'
import { aboutOf, treat } from './about'
import { choice } from './forms'

/** Contra-indications to thrombolysis, as the centre's physicians have put them in force. */
export function checklistSheet(app: CrewApp): Child[] {
  const say = words().pathway.checklist
  const list = el('div', { class: 'stack' }, line('dim', say.loading))
  const connected = app.shift?.link?.phase === 'live'
  void app.shift?.checklists.find(THROMBOLYSIS, connected).then((found) => {
    if (list.isConnected) fill(list, found ? shown(app, found) : [line('dim', say.none)])
  })
  return [list]
}

function shown(app: CrewApp, { checklist, fresh }: FoundChecklist): HTMLElement[] {
  const old = fresh ? [] : [line('warning', words().pathway.checklist.kept(checklist.version))]
  return [...old, ...questions(app, checklist)]
}

function questions(app: CrewApp, checklist: Checklist): HTMLElement[] {
  const say = words().pathway.checklist
  const known = aboutOf(app)?.shown.checklist
  const answers = (['no', 'yes', 'unknown'] as const).map((value) => [value, say.answers[value]] as const)
  const asked = checklist.questions.map(({ id, weight, text }) => {
    const answered = known?.version === checklist.version ? (known.answers[id] ?? '') : ''
    const radio = choice(`check-${id}`, answers, answered)
    const question = text[languageInUse()] ?? text['zh-CN'] ?? id
    const tag = el('span', { class: `weight ${weight}` }, say[weight])
    return {
      id,
      radio,
      node: el('div', { class: 'card question' }, el('p', {}, tag, ` ${question}`), radio.node),
    }
  })
  const left = line('dim', '')
  const count = () => {
    const open = asked.filter(({ radio }) => radio.value() === '').length
    left.textContent = open === 0 ? '' : say.left(open)
  }
  for (const { node } of asked) node.addEventListener('change', count)
  count()
  const send = bigButton('send-checklist', 'next', say.send, () => {
    const given = asked.map(({ id, radio }) => [id, (radio.value() || 'unknown') as 'yes' | 'no' | 'unknown'])
    treat(app, {
      kind: 'checklist',
      answers: {
        checklist: checklist.checklist,
        version: checklist.version,
        answers: Object.fromEntries(given) as Record<string, 'yes' | 'no' | 'unknown'>,
      },
    })
    app.follow('pathway')
  })
  const draft = checklist.draft ? [line('warning', say.draft)] : []
  return [...draft, ...asked.map(({ node }) => node), left, send]
}
