import { shallowReactive, shallowRef } from 'vue'
import type { UnitRoute, UnitRoutes } from '@/contract'

/** A unit whose course somebody wants to see. */
export interface WishedCourse {
  unitId: string
  kind: 'assigned' | 'transport' | 'proposed'
}

/** What is looked at now. */
export interface CourseWish {
  incidentId: string
  units: WishedCourse[]
  /** Changes with everything that makes other courses: places, milestones, destinations, closed roads. */
  circumstances: string
  /** Some of the units drive. */
  moving: boolean
}

export interface Course extends WishedCourse {
  line: UnitRoute['line']
  etaSeconds: number
  distanceMeters: number
  method: UnitRoute['method']
  computedAt: string
}

export interface CourseSeams {
  now(): number
  ask(incidentId: string, proposed: string[]): Promise<UnitRoutes>
  /** Whether an error says that there is no answer, as opposed to a fault of ours. */
  isRefusal(error: unknown): boolean
  setTimer(act: () => void, millis: number): unknown
  clearTimer(timer: unknown): void
}

const MOVING_MILLIS = 10_000
/** Roads fill up while everybody stands. */
const STILL_MILLIS = 30_000
/** Going through a list by the arrow keys asks no oftener. */
const LEAST_MILLIS = 300
const RETRY_MILLIS = 4_000
const LONGEST_RETRY_MILLIS = 60_000

/**
 * Keeps the courses of what is looked at fresh: one request at a time, again at once when the circumstances change,
 * every 10 s while units drive. An answer to an old question is thrown away; on errors what was known stays.
 */
export function createCourses(seams: CourseSeams) {
  const known = shallowReactive(new Map<string, Course>())
  /** The newest question was not answered: what is missing in `known` will not come soon. */
  const failed = shallowRef(false)
  let wish: CourseWish | undefined
  let asking = false
  let asked = ''
  let askedAt = -Infinity
  let failures = 0
  let timer: unknown

  function look(next: CourseWish | undefined) {
    const other = wish?.incidentId !== next?.incidentId
    wish = next
    for (const [unitId, course] of known) {
      const still = next?.units.some((unit) => unit.unitId === unitId && unit.kind === course.kind)
      if (other || !still) known.delete(unitId)
    }
    if (other) failed.value = false
    if (!next || next.units.length === 0) {
      seams.clearTimer(timer)
      // Coming back to it is a new question.
      asked = ''
    } else if (keyOf(next) === asked) plan(pause())
    else {
      failures = 0
      plan(0)
    }
  }

  /** The next question, `millis` after the last one was put. */
  function plan(millis: number) {
    seams.clearTimer(timer)
    if (asking) return
    const wait = Math.max(0, askedAt + Math.max(millis, LEAST_MILLIS) - seams.now())
    timer = seams.setTimer(() => void ask(), wait)
  }

  function pause(): number {
    if (failures > 0) return Math.min(LONGEST_RETRY_MILLIS, RETRY_MILLIS * 2 ** (failures - 1))
    return wish?.moving ? MOVING_MILLIS : STILL_MILLIS
  }

  async function ask() {
    const question = wish
    if (!question || question.units.length === 0 || asking) return
    asking = true
    askedAt = seams.now()
    asked = keyOf(question)
    const proposed = question.units.filter(({ kind }) => kind === 'proposed').map(({ unitId }) => unitId)
    try {
      take(await seams.ask(question.incidentId, proposed), question)
    } catch (error) {
      if (!seams.isRefusal(error)) throw error
      if (isCurrent(question)) {
        failures++
        failed.value = true
      }
    } finally {
      asking = false
      if (wish && wish.units.length > 0) plan(isCurrent(question) ? pause() : 0)
    }
  }

  function isCurrent(question: CourseWish): boolean {
    return wish !== undefined && keyOf(wish) === keyOf(question)
  }

  function take({ items, computedAt }: UnitRoutes, question: CourseWish) {
    if (!isCurrent(question)) return
    failures = 0
    failed.value = false
    for (const wished of question.units) {
      const purpose = wished.kind === 'proposed' ? 'proposed' : 'assigned'
      const item = items.find((one) => one.unitId === wished.unitId && one.purpose === purpose)
      if (!item) {
        known.delete(wished.unitId)
        continue
      }
      const { line, etaSeconds, distanceMeters, method } = item
      known.set(wished.unitId, { ...wished, line, etaSeconds, distanceMeters, method, computedAt })
    }
  }

  return { known, failed, look, stop: () => seams.clearTimer(timer) }
}

function keyOf({ incidentId, units, circumstances }: CourseWish): string {
  return JSON.stringify([incidentId, circumstances, units.map(({ unitId, kind }) => [unitId, kind])])
}
