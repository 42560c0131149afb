import { describe, expect, it } from 'vitest'
import type { Incident, Recommendation, Unit } from '@/contract'
import { circleMarks, fixOf, focusUnits, hospitalMarks, incidentMarks, isStale, unitMarks } from './scene'

const AT = '2026-11-22T06:00:00Z'
const POSITION = { lng: 112.9, lat: 28.2, radiusMeters: 12, source: 'link' as const, at: AT }
const assignment = (more: Record<string, unknown> = {}) =>
  ({ id: 'a', incidentId: 'i', unitId: 'A12', status: 'en_route', milestones: {}, ...more }) as never
const incident = (more: Record<string, unknown> = {}) =>
  ({
    id: 'i',
    status: 'waiting',
    priority: 'p1',
    position: POSITION,
    fixes: [],
    assignments: [],
    ...more,
  }) as unknown as Incident
const recommendation = {
  units: [{ unitId: 'A03', blockedBy: 'unit_committed' }, { unitId: 'A12' }],
} as unknown as Recommendation
const HOSPITAL = { id: 'h', name: '湘雅三医院', position: { lng: 112.94, lat: 28.22 }, capabilities: [] }
const label = ({ source }: { source: string }) => source

describe('scene', () => {
  it('looks at the proposed unit until one is sent, and then at that one', () => {
    expect(focusUnits(incident(), recommendation, undefined)).toEqual(['A12'])
    const sent = incident({ status: 'en_route', assignments: [assignment({ unitId: 'A07' })] })
    expect(focusUnits(sent, recommendation, undefined)).toEqual(['A07'])
    expect(focusUnits(undefined, recommendation, undefined)).toEqual([])
  })

  it('shows nothing of a selected incident without a position, and no other pin as selected', () => {
    const lost = incident({ id: 'lost', position: undefined })
    expect(incidentMarks([lost, incident()], 'lost', () => '胸痛')).toMatchObject([
      { id: 'i', selected: false, caption: '' },
    ])
    expect(circleMarks([lost, incident()], 'lost', undefined, label)).toMatchObject([{ style: 'quiet' }])
    expect(focusUnits(lost, recommendation, 'A03')).toEqual([])
  })

  it('writes beside the selected incident only', () => {
    const marks = incidentMarks([incident(), incident({ id: 'j' })], 'j', () => '胸痛')
    expect(marks.map(({ caption }) => caption)).toEqual(['', '胸痛'])
  })

  it('looks at the unit chosen in the list, also beside those already sent', () => {
    expect(focusUnits(incident(), recommendation, 'A03')).toEqual(['A03'])
    const sent = incident({ status: 'en_route', assignments: [assignment({ unitId: 'A07' })] })
    expect(focusUnits(sent, recommendation, 'A12')).toEqual(['A07', 'A12'])
    expect(focusUnits(sent, recommendation, 'A07')).toEqual(['A07'])
  })

  it('shows of the selected incident the newest fix of each other source', () => {
    const fix = (id: string, source: string, radiusMeters: number, at: string) => ({
      id,
      lng: 112.9,
      lat: 28.2,
      radiusMeters,
      source,
      at,
    })
    const fixes = [
      fix('1', 'link', 12, AT),
      fix('2', 'cell', 900, '2026-11-22T06:00:01Z'),
      fix('3', 'cell', 600, '2026-11-22T06:00:09Z'),
      fix('4', 'carrier', 180, AT),
    ]
    const circles = circleMarks([incident({ fixes })], 'i', undefined, label)
    expect(circles.map(({ label: text, style, radiusMeters }) => [text, style, radiusMeters])).toEqual([
      ['cell', 'other', 600],
      ['carrier', 'other', 180],
      ['link', 'current', 12],
    ])
    expect(circleMarks([incident({ fixes })], undefined, undefined, label)).toHaveLength(1)
  })

  it('draws the circle of a draft only when its radius is known', () => {
    expect(circleMarks([], undefined, { lng: 1, lat: 1 }, label)).toEqual([])
    expect(circleMarks([], undefined, { lng: 1, lat: 1, radiusMeters: 50 }, label)).toHaveLength(1)
  })

  it('judges an old position as the server does', () => {
    const now = Date.parse(AT)
    const parked = { availability: 'available' as const, stale: false }
    const ago = (seconds: number) => ({ at: new Date(now - seconds * 1000).toISOString(), speedMps: 0 })
    expect(isStale(parked, ago(599), now)).toBe(false)
    expect(isStale(parked, ago(601), now)).toBe(true)
    expect(isStale(parked, { ...ago(61), speedMps: 9 }, now)).toBe(true)
    expect(isStale({ availability: 'committed', stale: false }, ago(61), now)).toBe(true)
    expect(isStale({ availability: 'committed', stale: true }, undefined, now)).toBe(true)
  })

  it('gives no direction to a unit that stands', () => {
    const at = { unitId: 'A12', lng: 1, lat: 2, at: AT, headingDegrees: 90 }
    expect(fixOf({ ...at, speedMps: 9 }).headingDegrees).toBe(90)
    expect(fixOf({ ...at, speedMps: 0.2 }).headingDegrees).toBeUndefined()
  })

  it('marks a lost crew only on duty', () => {
    const unit = { id: 'A12', availability: 'available', crewLink: 'lost', station: 'S' } as Unit
    const [on] = unitMarks([unit], new Map(), [], () => false)
    const [off] = unitMarks([{ ...unit, availability: 'off_duty' }], new Map(), [], () => false)
    expect([on?.crewLost, off?.crewLost]).toEqual([true, false])
    expect([on?.station, off?.station]).toEqual(['S', undefined])
  })

  it('writes the name of a hospital above it, unless a station stands there', () => {
    const station = (lat: number) => ({ position: { lng: 112.94, lat } })
    const above = (...lats: number[]) => hospitalMarks([HOSPITAL], lats.map(station))[0]?.above
    expect(above()).toBe(true)
    expect(above(28.2195)).toBe(true)
    expect(above(28.2205)).toBe(false)
    expect(above(28.26)).toBe(true)
  })
})
