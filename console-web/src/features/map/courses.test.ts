import { describe, expect, it } from 'vitest'
import type { Incident } from '@/contract'
import { courseWish, routeMarks, type KnownCourse } from './courses'

const AT = '2026-11-22T06:00:00Z'
const POSITION = { lng: 112.9, lat: 28.2, radiusMeters: 12, source: 'link' as const, at: AT }
const HERE = { lng: 112.9, lat: 28.2 }
const HOSPITAL = { id: 'h', name: '湘雅三医院', position: { lng: 112.94, lat: 28.22 }, capabilities: [] }
const WORDS = { estimate: '直线估算', unanswered: '直线方向' }
const LINE = [
  [112.91, 28.21],
  [112.9, 28.2],
]
const assignment = (more: Record<string, unknown> = {}) =>
  ({ id: 'a', incidentId: 'i', unitId: 'A12', status: 'en_route', milestones: {}, ...more }) as never
const incident = (more: Record<string, unknown> = {}) =>
  ({ id: 'i', status: 'waiting', position: POSITION, assignments: [], ...more }) as unknown as Incident
const courses = (...known: [string, KnownCourse['kind'], KnownCourse['method']][]) =>
  new Map(known.map(([unitId, kind, method]) => [unitId, { kind, method, line: LINE }]))
const mark = (
  selected: Incident,
  focus: string[],
  known = new Map<string, KnownCourse>(),
  failed = false,
  all = [selected],
) => routeMarks(all, selected, focus, [HOSPITAL], known, failed, WORDS)

describe('lines of the map', () => {
  it('draws the proposed unit along the road it would take', () => {
    expect(mark(incident(), ['A12'], courses(['A12', 'proposed', 'road']))).toEqual([
      { unitId: 'A12', to: HERE, kind: 'proposed', focus: true, course: LINE },
    ])
  })

  it('says of a line that is no road what it is', () => {
    const [line] = mark(incident(), ['A12'], courses(['A12', 'proposed', 'straight_line']))
    expect(line).toMatchObject({ caption: '直线估算' })
    expect(line?.course).toBeUndefined()
  })

  it('draws nothing while the answer is awaited, and the direction when nobody answers', () => {
    expect(mark(incident(), ['A12'])).toEqual([])
    expect(mark(incident(), ['A12'], new Map(), true)).toMatchObject([{ caption: '直线方向' }])
  })

  it('keeps no course to the patient for a unit that has left for hospital', () => {
    const left = assignment({ status: 'transporting', destinationHospitalId: 'h' })
    const selected = incident({ status: 'transporting', assignments: [left] })
    expect(mark(selected, ['A12'], courses(['A12', 'assigned', 'road']))).toEqual([])
    expect(mark(selected, ['A12'], courses(['A12', 'transport', 'road']))).toMatchObject([
      { to: HOSPITAL.position, kind: 'transport', course: LINE },
    ])
  })

  it('tells of other incidents only where their units go', () => {
    const other = incident({ id: 'j', status: 'en_route', assignments: [assignment({ unitId: 'A07' })] })
    const known = courses(['A07', 'assigned', 'road'])
    expect(mark(incident(), [], known, false, [incident(), other])).toEqual([
      { unitId: 'A07', to: HERE, kind: 'assigned', focus: false },
    ])
  })

  it('points an ended assignment nowhere', () => {
    const ended = incident({ assignments: [assignment({ endedAt: AT })] })
    expect(mark(ended, [], courses(['A12', 'assigned', 'road']))).toEqual([])
  })
})

describe('which courses to ask for', () => {
  const free = () => ({ availability: 'available' as const })
  const wish = (of: Incident | undefined, focus: string[], closures: string[] = []) =>
    courseWish(of, focus, closures, free)

  it('asks for units under way and for the proposed one', () => {
    const sent = incident({ assignments: [assignment({ unitId: 'A07' })] })
    expect(wish(sent, ['A07', 'A12'])?.units).toEqual([
      { unitId: 'A07', kind: 'assigned' },
      { unitId: 'A12', kind: 'proposed' },
    ])
    expect(wish(sent, ['A07'])?.moving).toBe(true)
    expect(wish(incident(), ['A12'])?.moving).toBe(false)
  })

  it('asks for none that has arrived or whose hospital nobody knows', () => {
    const units = (status: string, more = {}) =>
      wish(incident({ assignments: [assignment({ status, ...more })] }), ['A12'])?.units
    expect(units('on_scene')).toEqual([])
    expect(units('transporting')).toEqual([])
    expect(units('transporting', { destinationHospitalId: 'h' })).toEqual([
      { unitId: 'A12', kind: 'transport' },
    ])
    expect(units('at_hospital', { destinationHospitalId: 'h' })).toEqual([])
  })

  it('has other circumstances with another place, hospital or closed road', () => {
    const of = (more: Record<string, unknown>, closures: string[] = []) =>
      wish(incident(more), [], closures)?.circumstances
    const before = of({})
    expect(of({})).toBe(before)
    expect(of({ position: { ...POSITION, lng: 112.91 } })).not.toBe(before)
    expect(of({ destination: POSITION })).not.toBe(before)
    expect(of({}, ['closed'])).not.toBe(before)
    expect(of({}, ['b', 'a'])).toBe(of({}, ['a', 'b']))
  })

  it('asks for nothing without a position', () => {
    expect(wish(incident({ position: undefined }), ['A12'])).toBeUndefined()
    expect(wish(undefined, [])).toBeUndefined()
  })
})
