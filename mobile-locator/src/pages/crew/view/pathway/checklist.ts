import { RequestFailed, request } from '@dispatch120/client'
import { type Child, el, fill } from '../../../shared/dom'
import type { CrewApp } from '../../app'
import type { Checklist } from '../../contract'
import { languageInUse, words } from '../../text'
import { bigButton, line } from '../parts'
import { aboutOf, treat } from './about'
import { choice } from './forms'

const NAME = 'thrombolysis'

/** Contra-indications to thrombolysis, as the centre's physicians have put them in force. */
export function checklistSheet(app: CrewApp): Child[] {
  const list = el('div', { class: 'stack' })
  void fetched().then((checklist) => {
    if (!list.isConnected) return
    fill(list, checklist ? questions(app, checklist) : [line('dim', words().pathway.checklist.none)])
  })
  return [list]
}

async function fetched(): Promise<Checklist | undefined> {
  try {
    return (await request<Checklist | undefined>(`/api/v1/crew/checklists/${NAME}`)).body
  } catch (error) {
    if (error instanceof RequestFailed) return undefined
    throw error
  }
}

function questions(app: CrewApp, checklist: Checklist): HTMLElement[] {
  const say = words().pathway.checklist
  const known = aboutOf(app)?.shown.known?.checklist
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
