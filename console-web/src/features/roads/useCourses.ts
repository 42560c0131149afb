import { defineStore } from 'pinia'
import { onScopeDispose, watch, type ComputedRef } from 'vue'
import type { UnitRoutes } from '@/contract'
import { get, RequestFailed } from '@/shared/api'
import { secondsSince } from '@/shared/time'
import { createCourses, type Course, type CourseWish } from './courses'

/** Most that the server takes in one question. */
const MOST_PROPOSED = 5
/** An older time of arrival is not said any more: better none than one that is not true. */
const OLDEST_SECONDS = 45

/** Courses of the selected incident's units, for the map and for their times of arrival. */
export const useCourses = defineStore('courses', () =>
  createCourses({
    now: () => Date.now(),
    ask: (incidentId, proposed) => {
      const query = proposed.slice(0, MOST_PROPOSED).map((unit) => `unit=${encodeURIComponent(unit)}`)
      const path = `/incidents/${encodeURIComponent(incidentId)}/routes`
      return get<UnitRoutes>(query.length > 0 ? `${path}?${query.join('&')}` : path)
    },
    isRefusal: (error) => error instanceof RequestFailed,
    setTimer: (act, millis) => setTimeout(act, millis),
    clearTimer: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  }),
)

/** Keeps the courses of what is wished for fresh while the caller lives. */
export function useCourseRefresh(wish: ComputedRef<CourseWish | undefined>): void {
  const courses = useCourses()
  // As text: the board tells of everything, and most of it changes no course.
  watch(
    () => JSON.stringify(wish.value),
    () => courses.look(wish.value),
    { immediate: true },
  )
  onScopeDispose(() => courses.look(undefined))
}

/** Seconds until a unit is there, as time has passed since it was computed; nothing when that is too long ago. */
export function remainingSeconds(course: Course | undefined, nowMillis: number): number | undefined {
  if (!course) return undefined
  const age = secondsSince(course.computedAt, nowMillis)
  return age > OLDEST_SECONDS ? undefined : Math.max(0, course.etaSeconds - age)
}
