import { describe, expect, it } from 'vitest'
import {
  findPlace,
  isEmpty,
  isMobile,
  isPhone,
  listChangesSince,
  newDraft,
  toNewCall,
  wantsLink,
  type Draft,
} from './draft'

describe('a link', () => {
  it.each([
    ['13874210000', true],
    ['138 7421 0000', true],
    ['+86 138-7421-0000', true],
    ['12345678901', false],
    ['0731-88881234', false],
    ['8888', false],
    ['1387421000', false],
  ])('to %s is proposed: %s', (phone, proposed) => {
    expect(isMobile(phone)).toBe(proposed)
    expect(wantsLink(draft({ phone }))).toBe(proposed)
  })

  it('is never sent to who cannot speak safely', () => {
    expect(wantsLink(draft({ phone: '13874210000', silentCaller: true, sendLink: true }))).toBe(false)
  })

  it('can be left out', () => {
    expect(wantsLink(draft({ phone: '13874210000', sendLink: false }))).toBe(false)
  })
})

describe('a phone number', () => {
  it.each(['110', '+86 731 8888-1234', '(0731) 88881234'])('%s is one', (phone) => {
    expect(isPhone(phone)).toBe(true)
  })

  it.each(['', '12', 'abc', '()- +', '1'.repeat(21)])('%j is none', (phone) => {
    expect(isPhone(phone)).toBe(false)
  })
})

describe('the place of a call', () => {
  it('is the click on the map', () => {
    expect(findPlace(draft({ picked: { lng: 112.9, lat: 28.2 } }))).toMatchObject({
      lng: 112.9,
      source: 'confirmed',
    })
  })

  it('is what is typed rather than the click before it, in the datum said', () => {
    const typed = draft({
      picked: { lng: 1, lat: 2 },
      coordinates: '28.2156,112.8893',
      datum: 'gcj02',
      source: 'carrier',
    })
    expect(findPlace(typed)).toEqual({ lng: 112.8893, lat: 28.2156, datum: 'gcj02', source: 'carrier' })
  })

  it('is unreadable rather than guessed', () => {
    expect(findPlace(draft({ coordinates: '28.2156' }))).toBe('unreadable')
  })
})

describe('what is sent', () => {
  it('leaves out what is not known', () => {
    expect(toNewCall(draft({ phone: ' 110 ' }))).toEqual({
      phone: '110',
      callerWithPatient: 'unknown',
      silentCaller: false,
      sendLink: false,
    })
  })

  it('is followed by what was typed after it, and by the meeting point', () => {
    const before = draft({ phone: '110', address: 'a', complaint: 'stroke' })
    const after = { ...before, address: 'ab', meetingPoint: 'gate', note: 'n' }
    expect(listChangesSince(toNewCall(before), after)).toEqual({
      address: 'ab',
      meetingPoint: 'gate',
      note: 'n',
    })
  })

  it('is followed by nothing when it was all', () => {
    const sent = draft({ phone: '110', address: ' a ', complaint: 'stroke', callerWithPatient: 'yes' })
    expect(listChangesSince(toNewCall(sent), sent)).toEqual({})
  })
})

it('is empty until something is typed', () => {
  expect(isEmpty(draft({}))).toBe(true)
  expect(isEmpty(draft({ note: 'x' }))).toBe(false)
  expect(isEmpty(draft({ picked: { lng: 1, lat: 2 } }))).toBe(false)
  expect(isEmpty(draft({ state: 'kept' }))).toBe(false)
})

function draft(more: Partial<Draft>): Draft {
  return { ...newDraft('id', 'key', '2026-11-22T06:00:00Z'), ...more }
}
