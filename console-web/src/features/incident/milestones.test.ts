import { describe, expect, it } from 'vitest'
import type { Assignment, Milestone } from '@/contract'
import { findLast, hasReached, listAhead, withdrawalSeconds } from './milestones'

const NOW = Date.parse('2026-11-22T06:30:00Z')

describe('the steps of an assignment', () => {
  it('lie ahead after the last one, although one was skipped', () => {
    expect(listAhead(reached('assigned', 'on_scene'))).toEqual([
      'patient_contact',
      'transporting',
      'at_hospital',
      'handed_over',
      'cleared',
    ])
  })

  it('are over when the assignment has ended', () => {
    expect(listAhead({ ...reached('assigned'), endedAt: '2026-11-22T06:29:00Z' })).toEqual([])
  })

  it('count as reached up to the last one', () => {
    const assignment = reached('assigned', 'on_scene')
    expect(findLast(assignment)).toBe('on_scene')
    expect(hasReached(assignment, 'en_route')).toBe(true)
    expect(hasReached(assignment, 'patient_contact')).toBe(false)
  })
})

describe('taking a step back', () => {
  it.each([
    [0, 10],
    [9_500, 1],
    [10_000, 0],
  ])('%i ms after it was recorded is possible for %i s', (age, seconds) => {
    const assignment = reached('assigned', 'acknowledged')
    assignment.milestones.acknowledged = time(NOW - age)
    expect(withdrawalSeconds(assignment, NOW)).toBe(seconds)
  })

  it('is not for the sending itself, which is recalled', () => {
    expect(withdrawalSeconds(reached('assigned'), NOW)).toBe(0)
  })

  it('is not for what was cancelled', () => {
    expect(withdrawalSeconds({ ...reached('assigned', 'en_route'), status: 'cancelled' }, NOW)).toBe(0)
  })
})

function reached(...names: Milestone[]): Assignment {
  return {
    id: 'a',
    incidentId: 'i',
    unitId: 'A12',
    status: names.at(-1) ?? 'assigned',
    milestones: Object.fromEntries(names.map((name) => [name, time(NOW)])),
    patientIds: [],
    reasons: [],
  }
}

function time(at: number) {
  const iso = new Date(at).toISOString()
  return { at: iso, recordedAt: iso, source: 'crew' as const, clockSuspect: false }
}
