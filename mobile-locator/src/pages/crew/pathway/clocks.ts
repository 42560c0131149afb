import type { CaseMilestone } from '../contract'
import type { ShownCase } from './shown-case'

export type ClockState = 'running' | 'warning' | 'breached' | 'met'

/** One interval against its target. */
export interface Clock {
  name: string
  state: ClockState
  ended: boolean
  seconds: number
  targetSeconds: number
}

/** The server warns at four fifths of a target; so does the page without it. */
const WARNING_SHARE = 0.8

/** Intervals this crew can act on, with the ends between which they run. Targets and sources come with the case. */
const OWN: readonly [name: string, from: CaseMilestone, to: CaseMilestone][] = [
  ['first_medical_contact_to_first_ecg', 'first_medical_contact', 'first_ecg'],
  ['first_ecg_to_ecg_diagnosis', 'first_ecg', 'ecg_diagnosis'],
  ['blood_drawn_to_troponin_result', 'blood_drawn', 'troponin_result'],
]

/**
 * The clocks of a case at this moment. An end that was tapped here and is still to be sent stops its clock at once;
 * without the server's target there is no clock.
 */
export function clocksOf(shown: ShownCase, nowMillis: number): Clock[] {
  return (shown.known?.intervals ?? []).flatMap((interval) => {
    if (interval.state === 'incomplete') return []
    const own = OWN.find(([name]) => name === interval.name)
    const from = (own && shown.steps[own[1]]?.atMillis) ?? Date.parse(interval.from)
    const told = interval.to === undefined ? undefined : Date.parse(interval.to)
    const to = own ? shown.steps[own[2]]?.atMillis : told
    if (to !== undefined && to < from) return []
    const millis = Math.max(0, (to ?? nowMillis) - from)
    const seconds = Math.floor(millis / 1000)
    const { name, targetSeconds } = interval
    const ended = to !== undefined
    return [{ name, seconds, targetSeconds, ended, state: stateOf(seconds, targetSeconds, ended) }]
  })
}

export function stateOf(seconds: number, targetSeconds: number, ended: boolean): ClockState {
  if (seconds > targetSeconds) return 'breached'
  if (ended) return 'met'
  return seconds >= targetSeconds * WARNING_SHARE ? 'warning' : 'running'
}

/** What still runs first, the nearest to its target at the top. */
export function byUrgency(clocks: readonly Clock[], running: (clock: Clock) => boolean): Clock[] {
  const left = ({ targetSeconds, seconds }: Clock) => targetSeconds - seconds
  return [...clocks].sort((a, b) => Number(running(b)) - Number(running(a)) || left(a) - left(b))
}
