import type { ChestPainCase, Interval } from '@/contract'

export type ClockState = Interval['state']

/** An interval as it stands now: a running one goes on between two frames. */
export interface Clock {
  name: string
  running: boolean
  /** Since it began, or how long it took; undefined when one end is missing. */
  seconds: number | undefined
  targetSeconds: number
  /** Negative when the target has passed. */
  leftSeconds: number | undefined
  /** Of the target, 0 to 1 and no further. */
  share: number
  state: ClockState
  source: string
}

/** As the server judges: four fifths of the target is a warning. */
const WARNING = 0.8

export function readClock(interval: Interval, nowMillis: number): Clock {
  const running = interval.to === undefined && interval.state !== 'incomplete'
  const seconds = running
    ? Math.max(0, Math.floor((nowMillis - Date.parse(interval.from)) / 1000))
    : interval.seconds
  const { targetSeconds } = interval
  return {
    name: interval.name,
    running,
    seconds,
    targetSeconds,
    leftSeconds: seconds === undefined ? undefined : targetSeconds - seconds,
    share: seconds === undefined ? 0 : Math.min(1, Math.max(0, seconds / targetSeconds)),
    state: running && seconds !== undefined ? stateOf(seconds, targetSeconds) : interval.state,
    source: interval.source,
  }
}

function stateOf(seconds: number, target: number): ClockState {
  if (seconds > target) return 'breached'
  return seconds >= target * WARNING ? 'warning' : 'running'
}

/** Running ones first, of those the one with the least time left; then the others as they came. */
export function clocksOf(intervals: readonly Interval[], nowMillis: number): Clock[] {
  const clocks = intervals.map((interval) => readClock(interval, nowMillis))
  const running = clocks.filter((clock) => clock.running)
  running.sort((a, b) => (a.leftSeconds ?? 0) - (b.leftSeconds ?? 0))
  return [...running, ...clocks.filter((clock) => !clock.running)]
}

/** The running clock that presses most. */
export function worstClock(pathway: Pick<ChestPainCase, 'intervals'>, nowMillis: number): Clock | undefined {
  return clocksOf(pathway.intervals, nowMillis).find((clock) => clock.running)
}
