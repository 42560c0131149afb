import { describe, expect, it } from 'vitest'
import type { UnitRoutes } from '@/contract'
import { createCourses, type CourseWish } from './courses'

class Refused extends Error {}

/** A world whose clock and whose answers are moved by hand. */
function start() {
  let now = 0
  let timer: { at: number; act: () => void } | undefined
  const asked: {
    incident: string
    proposed: string[]
    answer(of?: Partial<UnitRoutes['items'][number]>[]): void
    fail(error?: Error): void
  }[] = []
  const courses = createCourses({
    now: () => now,
    ask: (incident, proposed) =>
      new Promise((resolve, reject) => {
        asked.push({
          incident,
          proposed,
          answer: (items = []) =>
            resolve({
              items: items.map((item) => ({
                unitId: 'A12',
                purpose: 'assigned' as const,
                line: [],
                etaSeconds: 60,
                distanceMeters: 900,
                method: 'road' as const,
                ...item,
              })),
              computedAt: '2026-11-22T06:00:00Z',
            }),
          fail: (error = new Refused()) => reject(error),
        })
      }),
    isRefusal: (error) => error instanceof Refused,
    setTimer: (act, millis) => (timer = { at: now + millis, act }),
    clearTimer: () => (timer = undefined),
  })
  const settle = async () => {
    for (let i = 0; i < 5; i++) await Promise.resolve()
  }
  return {
    courses,
    asked,
    settle,
    get waiting() {
      return timer ? timer.at - now : undefined
    },
    /** Lets time pass. */
    async pass(millis: number) {
      const end = now + millis
      while (timer && timer.at <= end) {
        const { at, act } = timer
        now = Math.max(now, at)
        timer = undefined
        act()
        await settle()
      }
      now = end
    },
  }
}

const wish = (more: Partial<CourseWish> = {}): CourseWish => ({
  incidentId: 'i',
  units: [{ unitId: 'A12', kind: 'assigned' }],
  circumstances: '',
  moving: true,
  ...more,
})
const proposed = wish({ units: [{ unitId: 'A07', kind: 'proposed' }], moving: false })

describe('courses', () => {
  it('are asked for at once, and again every ten seconds while units drive', async () => {
    const { courses, asked, pass, settle } = start()
    courses.look(wish())
    await pass(0)
    expect(asked).toHaveLength(1)
    asked[0]?.answer([{ etaSeconds: 312 }])
    await settle()
    expect(courses.known.get('A12')?.etaSeconds).toBe(312)
    await pass(9_900)
    expect(asked).toHaveLength(1)
    await pass(100)
    expect(asked).toHaveLength(2)
  })

  it('are asked for seldom while everybody stands', async () => {
    const { courses, asked, pass, settle } = start()
    courses.look(proposed)
    await pass(0)
    expect(asked[0]?.proposed).toEqual(['A07'])
    asked[0]?.answer()
    await settle()
    await pass(29_000)
    expect(asked).toHaveLength(1)
    await pass(1_000)
    expect(asked).toHaveLength(2)
  })

  it('are one question at a time, and of many changes only the last is asked about', async () => {
    const { courses, asked, pass, settle } = start()
    courses.look(wish())
    await pass(0)
    for (const circumstances of ['b', 'c', 'd']) courses.look(wish({ circumstances }))
    await pass(5_000)
    expect(asked).toHaveLength(1)
    asked[0]?.answer([{}])
    await settle()
    expect(courses.known.size).toBe(0)
    await pass(300)
    expect(asked).toHaveLength(2)
    asked[1]?.answer([{}])
    await settle()
    expect(courses.known.size).toBe(1)
    await pass(5_000)
    expect(asked).toHaveLength(2)
  })

  it('of another incident are gone at once, and its late answer is thrown away', async () => {
    const { courses, asked, pass, settle } = start()
    courses.look(wish())
    await pass(0)
    asked[0]?.answer([{}])
    await settle()
    courses.look(wish({ incidentId: 'j' }))
    expect(courses.known.size).toBe(0)
    await pass(300)
    courses.look(undefined)
    asked[1]?.answer([{}])
    await settle()
    expect(courses.known.size).toBe(0)
    await pass(60_000)
    expect(asked).toHaveLength(2)
  })

  it('stay while the server cannot be reached, and are asked for less and less often', async () => {
    const { courses, asked, pass, settle, waitingNow } = withWaiting(start())
    courses.look(wish())
    await pass(0)
    asked[0]?.answer([{}])
    await settle()
    await pass(10_000)
    const waits: (number | undefined)[] = []
    for (let i = 1; i <= 6; i++) {
      asked[i]?.fail()
      await settle()
      expect(courses.known.size).toBe(1)
      waits.push(waitingNow())
      await pass(waitingNow() ?? 0)
    }
    expect(waits).toEqual([4_000, 8_000, 16_000, 32_000, 60_000, 60_000])
    expect(courses.failed.value).toBe(true)
    asked[7]?.answer([{}])
    await settle()
    expect(courses.failed.value).toBe(false)
    expect(waitingNow()).toBe(10_000)
  })

  it('are asked for at once when a road is closed, however often asking has failed', async () => {
    const { courses, asked, pass, settle } = start()
    courses.look(wish())
    await pass(0)
    asked[0]?.fail()
    await settle()
    await pass(1_000)
    courses.look(wish({ circumstances: 'closed' }))
    await pass(0)
    expect(asked).toHaveLength(2)
  })

  it('lead no longer to the patient when the unit has left for hospital', async () => {
    const { courses, asked, pass, settle } = start()
    courses.look(wish())
    await pass(0)
    asked[0]?.answer([{}])
    await settle()
    courses.look(wish({ units: [{ unitId: 'A12', kind: 'transport' }] }))
    expect(courses.known.size).toBe(0)
  })

  it('of a unit that the answer leaves out are not drawn any more', async () => {
    const { courses, asked, pass, settle } = start()
    courses.look(wish())
    await pass(0)
    asked[0]?.answer([{}])
    await settle()
    await pass(10_000)
    asked[1]?.answer([])
    await settle()
    expect(courses.known.size).toBe(0)
  })

  it('are asked for anew when somebody comes back to an incident', async () => {
    const { courses, asked, pass, settle } = start()
    courses.look(wish())
    await pass(0)
    asked[0]?.answer([{}])
    await settle()
    courses.look(undefined)
    await pass(1_000)
    courses.look(wish())
    await pass(0)
    expect(asked).toHaveLength(2)
  })
})

function withWaiting(world: ReturnType<typeof start>) {
  return { ...world, waitingNow: () => world.waiting }
}
