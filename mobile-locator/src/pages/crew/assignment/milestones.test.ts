import { describe, expect, it } from 'vitest'
import { milestoneTap, over, tapOf, workAt } from '../samples.test-support'
import { mayDecline, seemsArrived, shownStep, stepsAfter, unanswered } from './milestones'

describe('shownStep', () => {
  it('is what the server has while nothing waits', () => {
    expect(shownStep(workAt(['acknowledged', 'en_route']), [])).toBe('en_route')
  })
  it('is what was tapped while it waits to be sent', () => {
    const pending = [milestoneTap('en_route'), milestoneTap('on_scene')]
    expect(shownStep(workAt(['acknowledged']), pending)).toBe('on_scene')
  })
  it('goes back with a withdrawal that waits', () => {
    const withdrawal = tapOf({ kind: 'withdraw', assignmentId: 'as-1', milestone: 'on_scene' })
    expect(shownStep(workAt(['acknowledged', 'en_route', 'on_scene']), [withdrawal])).toBe('en_route')
  })
  it('is not moved by a tap of another assignment, nor backwards', () => {
    const pending = [milestoneTap('cleared', 'as-0'), milestoneTap('en_route')]
    expect(shownStep(workAt(['acknowledged', 'on_scene']), pending)).toBe('on_scene')
  })
})

describe('stepsAfter', () => {
  it('goes forward only and may skip', () => {
    expect(stepsAfter('transporting')).toEqual(['at_hospital', 'handed_over', 'cleared'])
    expect(stepsAfter('cleared')).toEqual([])
  })
})

describe('unanswered', () => {
  it('rings until accepted or declined, also when that could not be sent yet', () => {
    expect(unanswered(workAt(), [])).toBe(true)
    expect(unanswered(workAt(), [milestoneTap('acknowledged')])).toBe(false)
    expect(unanswered(workAt(), [tapOf({ kind: 'decline', assignmentId: 'as-1', reason: '故障' })])).toBe(
      false,
    )
    expect(unanswered(over(workAt(), 'cancelled', 20), [])).toBe(false)
  })
  it('goes on ringing when only an earlier assignment was answered', () => {
    expect(unanswered(workAt(), [milestoneTap('acknowledged', 'as-0')])).toBe(true)
  })
})

describe('mayDecline', () => {
  it('ends with the patient: then somebody else must take over first', () => {
    expect(['assigned', 'en_route', 'on_scene'].every((step) => mayDecline(step as 'assigned'))).toBe(true)
    expect(mayDecline('patient_contact')).toBe(false)
  })
})

describe('seemsArrived', () => {
  const there = { distanceMeters: 60, accuracyMeters: 10, speedMps: 0.4, ageMillis: 1000 }
  it('asks when the unit stands at the destination', () => {
    expect(seemsArrived('en_route', there)).toBe(true)
    expect(seemsArrived('acknowledged', { distanceMeters: 60, accuracyMeters: 10, ageMillis: 1000 })).toBe(
      true,
    )
  })
  it.each([
    ['far', { ...there, distanceMeters: 101 }],
    ['driving', { ...there, speedMps: 6 }],
    ['uncertain', { ...there, accuracyMeters: 300 }],
    ['long ago', { ...there, ageMillis: 31_000 }],
  ])('keeps quiet when it is %s', (_, where) => expect(seemsArrived('en_route', where)).toBe(false))
  it('keeps quiet when it has arrived, and without a position', () => {
    expect(seemsArrived('on_scene', there)).toBe(false)
    expect(seemsArrived('en_route', undefined)).toBe(false)
  })
})
