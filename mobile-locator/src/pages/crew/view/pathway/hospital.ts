import { RequestFailed, request } from '@dispatch120/client'
import { type Child, el, fill } from '../../../shared/dom'
import type { CrewApp } from '../../app'
import type { Advice, AdviceOption } from '../../contract'
import { type Choice, choicesOf, chosen, needsReason } from '../../pathway/destinations'
import { words } from '../../text'
import { reasonText } from '../../text/reasons'
import { line, textButton } from '../parts'
import { block } from '../block'
import { deedsOf } from '../../pathway/shown-case'
import { type About, aboutOf, hospitalName, treat } from './about'

const MOST_REASONS = 4
const minutes = (seconds: number) => Math.round(seconds / 60)

/** Asks where to; with advice when the line is there, else in order of what hospitals offer. */
export function hospitalSheet(app: CrewApp): Child[] {
  return [
    block(
      () => [aboutOf(app)?.patientId, unsent(app)],
      () => choices(app),
      'stack',
    ),
  ]
}

/** What the server does not know yet of the patient; its advice would be about somebody else. */
function unsent(app: CrewApp): boolean {
  const about = aboutOf(app)
  return about !== undefined && deedsOf(about.patientId, app.pending).length > 0
}

function choices(app: CrewApp): Child[] {
  const about = aboutOf(app)
  if (!about) return []
  const say = words().pathway.destination
  const note = line('dim', say.loading)
  note.setAttribute('role', 'status')
  const list = el('div', { class: 'stack' })
  const show = (advice: Advice | undefined) =>
    fill(
      list,
      choicesOf(app.pathway.kind, about.work.hospitals, advice).map((choice) =>
        choiceButton(app, choice, () =>
          needsReason(choice, advice)
            ? fill(
                list,
                askReason((reason) => choose(app, choice, advice, reason)),
              )
            : choose(app, choice, advice, ''),
        ),
      ),
    )
  show(undefined)
  if (app.shift?.link?.phase !== 'live') note.textContent = say.offline
  else if (!unsent(app))
    void adviceFor(app, about).then((advice) => {
      note.textContent = advice === 'offline' ? say.offline : advice ? '' : say.none
      if (advice && advice !== 'offline' && list.isConnected) show(advice)
    })
  return [note, list]
}

async function adviceFor(app: CrewApp, about: About): Promise<Advice | 'offline' | undefined> {
  const path = `/api/v1/crew/patients/${encodeURIComponent(about.patientId)}/advice?kind=${app.pathway.kind}`
  try {
    const { body } = await request<Advice | undefined>(path, { timeoutMillis: 5_000 })
    return body && body.options.length > 0 ? body : undefined
  } catch (error) {
    if (error instanceof RequestFailed) return error.repeatable ? 'offline' : undefined
    throw error
  }
}

function choose(app: CrewApp, choice: Choice, advice: Advice | undefined, reason: string): void {
  treat(app, { kind: 'preAlert', alert: app.pathway.kind, choice: chosen(choice, advice, reason) })
  app.follow('pathway')
}

function choiceButton(app: CrewApp, { hospital, option, first }: Choice, onPress: () => void): HTMLElement {
  const say = words().pathway.destination
  const node = textButton(`place-choice${first ? ' first' : ''}`, '', onPress)
  node.append(el('span', { class: 'hospital-name' }, hospital.name))
  if (first) node.append(el('span', { class: 'chip good' }, say.advised))
  const grade = hospital.accreditation && say.accreditation[hospital.accreditation]
  const services = hospital.capabilities.map((name) => say.services[name] ?? name)
  node.append(el('span', { class: 'dim' }, [grade, ...services].filter((part) => part).join(' · ')))
  if (option) node.append(...optionLines(app, option))
  return node
}

function optionLines(app: CrewApp, option: AdviceOption): HTMLElement[] {
  const say = words().pathway.destination
  const way = [
    say.strategy[option.strategy],
    option.transferTo === undefined ? undefined : say.transfer(hospitalName(app, option.transferTo)),
    option.travelSeconds === undefined ? undefined : say.travel(minutes(option.travelSeconds)),
  ]
  const lines = [el('span', { class: 'hospital-way' }, way.filter((part) => part !== undefined).join(' · '))]
  if (option.predictedSeconds !== undefined) {
    const target = option.targetSeconds === undefined ? '' : ` · ${say.target(minutes(option.targetSeconds))}`
    const late = option.targetSeconds === undefined ? say.unfit : say.tooLate
    const verdict = option.reachable ? (option.targetSeconds === undefined ? say.fit : say.inTime) : late
    const text = `${say.predicted[option.strategy](minutes(option.predictedSeconds))}${target} · ${verdict}`
    lines.push(el('span', { class: option.reachable ? 'good' : 'warn' }, text))
  }
  const notice = option.reasons.find(({ code }) => code === 'capacity_notice')
  if (notice) lines.push(el('span', { class: 'notice' }, reasonText(notice)))
  const others = option.reasons.filter((reason) => reason !== notice).slice(0, MOST_REASONS)
  if (others.length > 0) lines.push(el('span', { class: 'dim' }, others.map(reasonText).join(' · ')))
  return lines
}

function askReason(give: (reason: string) => void): HTMLElement[] {
  const say = words().pathway.destination
  const other = el('input', {
    id: 'override-other',
    maxlength: '500',
    placeholder: say.other,
    'aria-label': say.other,
  })
  const send = textButton('plain', say.send, () => {
    const reason = other.value.trim()
    if (reason === '') other.focus()
    else give(reason)
  })
  return [
    el('h3', {}, say.reasonHeading),
    ...say.reasons.map((reason) => textButton('choice', reason, () => give(reason))),
    el('div', { class: 'row write' }, other, send),
  ]
}
