import { type Child, el, icon } from '../../shared/dom'
import type { CrewApp, Sheet } from '../app'
import { seemsArrived, shownStep, stepsAfter } from '../assignment/milestones'
import type { CrewAssignment, Step } from '../contract'
import { words } from '../text'
import { duration, timeOf } from '../text/format'
import { block, says } from './block'
import { conflictCard } from './conflicts'
import { AED, BUBBLE, COMPASS, NOTE, PERSON, PHONE } from './icons'
import { pathwayCard } from './pathway/pathway'
import { suggestsChestPain } from '../pathway/shown-case'
import { bigButton, headline, line, placeCard, priority, textButton } from './parts'

/** On the way and at work: where, what helps, and one big button for what comes next. */
export function workingView(app: CrewApp): HTMLElement {
  const content = block(
    () => [app.work, app.pending, app.conflicts, app.whereabouts?.distanceMeters, app.unreadMessages],
    () => (app.work.assignment ? body(app, app.work.assignment) : undefined),
    'scroll',
  )
  const foot = block(
    () => [app.work.assignment && shownStep(app.work.assignment, app.pending), suggestion(app)],
    () => (app.work.assignment ? footer(app, app.work.assignment) : undefined),
    'foot',
  )
  return el('main', { class: 'working' }, content, foot)
}

function body(app: CrewApp, work: CrewAssignment): Child[] {
  const step = shownStep(work, app.pending)
  const since = says(
    () => `${words().step[step]} · ${duration(app.serverNow() - stepMillis(app, work, step))}`,
  )
  const status = el('p', { class: 'dim since' }, since)
  if (app.pending.some(({ deed }) => deed.kind === 'milestone' && deed.milestone === step))
    status.append(el('span', { class: 'chip' }, words().steps.pending))
  return [
    conflictCard(app),
    el('div', { class: 'head' }, priority(work), el('h2', {}, headline(work))),
    placeCard(app, work, status),
    pathwayCard(app, suggestsChestPain(work)),
    tools(app, work),
    latestMessage(app, work),
    work.otherUnits.length > 0 ? line('dim', words().units(work.otherUnits.join('、'))) : undefined,
  ]
}

/** When the shown step began, by the server's clock. */
function stepMillis(app: CrewApp, work: CrewAssignment, step: Step): number {
  const tap = app.pending.find(({ deed }) => deed.kind === 'milestone' && deed.milestone === step)
  if (tap) return Date.parse(tap.deviceAt) + app.offsetMillis
  return Date.parse(work.assignment.milestones[step]?.at ?? work.openedAt)
}

function tools(app: CrewApp, work: CrewAssignment): HTMLElement {
  const say = words().tools
  const opener = (sheet: Sheet, drawing: string, label: string, count = 0) => {
    const node = textButton('tool', '', () => app.open(sheet))
    node.id = `tool-${sheet}`
    node.append(icon(drawing), el('span', {}, label))
    if (count > 0) node.append(el('span', { class: 'count' }, String(count)))
    return node
  }
  const phone = work.phone?.replace(/[^\d+*#]/g, '') ?? ''
  const call =
    phone === ''
      ? el('span', { class: 'tool off' }, icon(PHONE), el('span', {}, say.noPhone))
      : el('a', { class: 'tool', href: `tel:${phone}` }, icon(PHONE), el('span', {}, say.call))
  return el(
    'div',
    { class: 'tools' },
    opener('navigate', COMPASS, say.navigate),
    call,
    opener('messages', BUBBLE, say.messages, app.unreadMessages),
    opener('patients', PERSON, say.patients),
    opener('aeds', AED, say.aeds, 0),
    opener('note', NOTE, say.note),
  )
}

function latestMessage(app: CrewApp, work: CrewAssignment): HTMLElement | undefined {
  const latest = work.messages.slice(-1)[0]
  if (!latest) return undefined
  const open = textButton('card message', '', () => app.open('messages'))
  const from = el('strong', {}, words().messages.from[latest.from])
  open.append(
    el('span', { class: 'text clamp' }, from, ` ${latest.text}`),
    el('span', { class: 'dim time' }, timeOf(latest.at)),
  )
  return open
}

function footer(app: CrewApp, work: CrewAssignment): Child[] {
  const step = shownStep(work, app.pending)
  const next = stepsAfter(step)[0]
  const arrived = suggestion(app)
  return [
    arrived === undefined
      ? undefined
      : el('p', { class: 'suggestion', role: 'status' }, words().steps.arrived(arrived)),
    // Straight to the scene: a forgotten 出发 is left out.
    arrived === undefined
      ? next && bigButton('next', 'next', words().act[next], () => app.shift?.reach(next))
      : bigButton('next', 'next hinted', words().act.on_scene, () => app.shift?.reach('on_scene')),
    block(
      () => app.withdrawable,
      () => secondary(app),
    ),
  ]
}

function secondary(app: CrewApp): HTMLElement {
  const say = words().steps
  const withdrawable = app.withdrawable
  const other = textButton('plain wide', say.other, () => app.open('steps'))
  if (!withdrawable) return other
  const label = withdrawable.seconds === undefined ? say.withdrawUnsent : say.withdraw(withdrawable.seconds)
  const node = textButton('plain wide', label, () => app.shift?.withdraw())
  node.id = 'withdraw'
  // A tap may wait for long; the other steps must not wait with it.
  return withdrawable.seconds === undefined ? el('div', { class: 'pair' }, node, other) : node
}

/** Metres to the destination when the unit seems to stand there; in tens, so that nothing flickers. */
function suggestion(app: CrewApp): number | undefined {
  const work = app.work.assignment
  const where = app.whereabouts
  if (!work || !where || !seemsArrived(shownStep(work, app.pending), where)) return undefined
  return Math.max(10, Math.round(where.distanceMeters / 10) * 10)
}
