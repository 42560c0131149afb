import { type Child, el, icon } from '../../../shared/dom'
import type { CrewApp } from '../../app'
import { type Clock, byUrgency, clocksOf } from '../../pathway/clocks'
import { words } from '../../text'
import { block, says } from '../block'
import { CLOCK, TICKED, TRIANGLE } from '../icons'
import { type About, aboutOf } from './about'

const MOST_MINUTES = 1_000
const DRAWINGS = { running: CLOCK, warning: TRIANGLE, breached: TRIANGLE, met: TICKED }
export const isRunning = ({ state, ended }: Clock) => !ended && state !== 'met'

/** All of them, or only those that run; the nearest to its target first. */
export function clockList(app: CrewApp, shows: (clock: Clock) => boolean = () => true): HTMLElement {
  const now = () => clocksNow(app, aboutOf(app)).filter(shows)
  return block(
    () => now().map(({ name, state, ended }) => [name, state, ended]),
    () => now().map((clock) => clockRow(clock, () => now().find(({ name }) => name === clock.name))),
    'clocks',
  )
}

export function clocksNow(app: CrewApp, about: About | undefined): Clock[] {
  if (!about) return []
  return byUrgency(clocksOf(about.shown, app.serverNow()), isRunning)
}

/** Colour, drawing and word say the same, for those who see only one of them. */
function clockRow(shown: Clock, now: () => Clock | undefined): HTMLElement {
  const say = words().pathway
  const seconds = () => minutesAndSeconds((now() ?? shown).seconds)
  const parts: Child[] = [
    icon(DRAWINGS[shown.state]),
    el('span', { class: 'clock-name' }, say.clock[shown.name] ?? shown.name),
    says(seconds, 'clock-time'),
    el(
      'span',
      { class: 'clock-target' },
      `${say.clockState[shown.state]} · ${say.target(Math.round(shown.targetSeconds / 60))}`,
    ),
  ]
  return el('div', { class: `clock ${shown.state}` }, ...parts)
}

/** In minutes, as its target is; where nobody counts them any more, in hours. */
export function minutesAndSeconds(seconds: number): string {
  if (seconds >= MOST_MINUTES * 60) return `${Math.floor(seconds / 3600)} h`
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
