import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import type { RoadClosure } from '@/contract'
import { i18n } from '@/shared/i18n'
import { closureMarks, sketchMark, spotOf } from './marks'
import { tellClosure, tellMoment, tellUntil } from './tell'
import { untilOf } from './until'
import { remainingSeconds } from './useCourses'

const t = i18n.global.t
const ZONE = 'Asia/Shanghai'
const NOW = Date.parse('2026-11-22T06:30:00Z')
const closure = (more: Partial<RoadClosure> = {}): RoadClosure => ({
  id: 'c',
  form: 'point',
  points: [{ lng: 112.9, lat: 28.2 }],
  cause: 'flooded',
  reason: '水深 40 cm',
  closedAt: '2026-11-22T06:00:00Z',
  closedBy: 'dispatcher',
  roads: [],
  ...more,
})

describe('how long a road stays closed', () => {
  it('counts from now, to the end of the day of the center, or not at all', () => {
    expect(untilOf('hour', NOW, ZONE)).toBe('2026-11-22T07:30:00.000Z')
    expect(untilOf('fourHours', NOW, ZONE)).toBe('2026-11-22T10:30:00.000Z')
    expect(untilOf('today', NOW, ZONE)).toBe('2026-11-22T16:00:00.000Z')
    expect(untilOf('open', NOW, ZONE)).toBeUndefined()
  })

  it('knows days that are longer or shorter', () => {
    expect(untilOf('today', Date.parse('2026-10-25T00:30:00Z'), 'Europe/Berlin')).toBe(
      '2026-10-25T23:00:00.000Z',
    )
    expect(untilOf('today', Date.parse('2026-03-28T23:30:00Z'), 'Europe/Berlin')).toBe(
      '2026-03-29T22:00:00.000Z',
    )
  })

  it('is told with the date when that is another day', () => {
    expect(tellMoment('2026-11-22T10:30:00Z', NOW, ZONE)).toBe('18:30')
    expect(tellMoment('2026-11-22T16:30:00Z', NOW, ZONE)).toBe('11/23 00:30')
    expect(tellUntil({ until: '2026-11-22T10:30:00Z' }, NOW, ZONE, t)).toBe('到 18:30')
    expect(tellUntil({}, NOW, ZONE, t)).toBe('直到解除')
  })
})

describe('a closure', () => {
  it('is told by cause and reason, once', () => {
    expect(tellClosure(closure(), t)).toBe('积水 · 水深 40 cm')
    expect(tellClosure(closure({ reason: '积水' }), t)).toBe('积水')
  })

  it('has its sign in the middle of its longest piece', () => {
    const short = [
      [112, 28],
      [112.001, 28],
    ]
    const long = [
      [113, 28],
      [113.001, 28],
      [113.004, 28],
    ]
    expect(spotOf(closure({ roads: [short, long] })).lng).toBeCloseTo(113.002, 9)
    expect(spotOf(closure())).toEqual({ lng: 112.9, lat: 28.2 })
    expect(spotOf(closure({ roads: [[[112, 28]]] }))).toEqual({ lng: 112.9, lat: 28.2 })
  })

  it('is drawn oldest first, so that what was closed last lies on top', () => {
    const late = closure({ id: 'late', closedAt: '2026-11-22T06:10:00Z' })
    expect(closureMarks([late, closure()]).map(({ id }) => id)).toEqual(['c', 'late'])
  })

  it('is sketched only while somebody draws', () => {
    const draft = {
      form: 'line' as const,
      points: [],
      cause: 'closed' as const,
      reason: '',
      until: 'open' as const,
    }
    const flow = {
      drawing: false,
      saving: false,
      draft,
      preview: { state: 'shown' as const, roads: [[[112, 28]]] },
      problem: undefined,
      pending: undefined,
    }
    expect(sketchMark(flow)).toBeUndefined()
    expect(sketchMark({ ...flow, drawing: true })).toMatchObject({ lines: [[{ lng: 112, lat: 28 }]] })
  })
})

describe('a time of arrival', () => {
  beforeEach(() => setActivePinia(createPinia()))
  const course = {
    unitId: 'A12',
    kind: 'assigned' as const,
    line: [],
    etaSeconds: 100,
    distanceMeters: 1,
    method: 'road' as const,
    computedAt: '2026-11-22T06:30:00Z',
  }

  it('runs down between answers, and is not said when it is old', () => {
    expect(remainingSeconds(course, NOW + 30_000)).toBe(70)
    expect(remainingSeconds({ ...course, etaSeconds: 10 }, NOW + 30_000)).toBe(0)
    expect(remainingSeconds(course, NOW + 46_000)).toBeUndefined()
    expect(remainingSeconds(undefined, NOW)).toBeUndefined()
  })
})
