import { describe, expect, it } from 'vitest'
import type { Fix, Incident } from '@/contract'
import { distanceMeters, findBetterFix } from './places'

const SENT_TO = {
  lng: 112.9,
  lat: 28.2,
  radiusMeters: 180,
  source: 'carrier',
  at: '2026-11-22T06:00:00Z',
} as const

describe('the distance', () => {
  it('of a thousandth of a degree of latitude is 111 m', () => {
    expect(distanceMeters({ lng: 112.9, lat: 28.2 }, { lng: 112.9, lat: 28.201 })).toBeCloseTo(111.2, 1)
  })
})

describe('a better position than where the crew was sent', () => {
  it('is a newer, more exact fix somewhere else', () => {
    expect(findBetterFix(incident([fix(12, 0.001)]))?.distanceMeters).toBeCloseTo(111, 0)
  })

  it('is the most exact of several', () => {
    expect(findBetterFix(incident([fix(50, 0.001), fix(8, 0.002)]))?.fix.radiusMeters).toBe(8)
  })

  it('is also one that contradicts an exact place', () => {
    const sent = { ...SENT_TO, radiusMeters: 10 }
    expect(findBetterFix({ ...incident([fix(20, 0.003)]), destination: sent })).toBeDefined()
    expect(findBetterFix({ ...incident([fix(20, 0.0005)]), destination: sent })).toBeUndefined()
  })

  it.each([
    ['a step away', fix(12, 0.0001)],
    ['less exact', fix(400, 0.005)],
    ['older', { ...fix(12, 0.001), at: '2026-11-22T05:59:00Z' }],
    ['a pin, which is sent already', { ...fix(12, 0.001), source: 'confirmed' as const }],
  ])('is none that is %s', (_, candidate) => {
    expect(findBetterFix(incident([candidate]))).toBeUndefined()
  })

  it('is none of a phone that is not with the patient', () => {
    expect(findBetterFix({ ...incident([fix(12, 0.001)]), callerWithPatient: 'no' })).toBeUndefined()
  })

  it('is none while nobody is on the way', () => {
    expect(findBetterFix({ ...incident([fix(12, 0.001)]), assignments: [] })).toBeUndefined()
  })
})

function fix(radiusMeters: number, north: number): Fix {
  return {
    id: `${radiusMeters}`,
    lng: 112.9,
    lat: 28.2 + north,
    radiusMeters,
    source: 'link',
    at: '2026-11-22T06:01:00Z',
  }
}

function incident(fixes: Fix[]): Incident {
  return {
    destination: SENT_TO,
    fixes,
    callerWithPatient: 'yes',
    assignments: [{ id: 'a', unitId: 'A12' }],
  } as unknown as Incident
}
