import { expect, it } from 'vitest'
import { atTimeOfDay, daysBetween } from './zonedTime'

it('is the time of day in the zone of the centre', () => {
  expect(atTimeOfDay('2026-11-22T06:30:00Z', '14:32:07', 'Asia/Shanghai')).toBe('2026-11-22T06:32:07.000Z')
})

it('is on the day the step was on in the zone, also past midnight there', () => {
  expect(atTimeOfDay('2026-11-22T16:10:00Z', '00:05', 'Asia/Shanghai')).toBe('2026-11-22T16:05:00.000Z')
})

it('knows summer time', () => {
  expect(atTimeOfDay('2026-07-01T12:00:00Z', '14:00', 'Europe/Berlin')).toBe('2026-07-01T12:00:00.000Z')
})

it.each(['', '25:00', '14:60', '14:00:61', 'now', '1432'])('is nothing for %j', (time) => {
  expect(atTimeOfDay('2026-11-22T06:30:00Z', time, 'Asia/Shanghai')).toBeUndefined()
})

it.each([
  ['2026-11-22T15:59:59Z', 0],
  ['2026-11-22T16:00:00Z', 1],
  ['2026-11-23T14:00:00Z', 1],
  ['2026-11-23T16:00:00Z', 2],
])('knows that %s is %i days on', (iso, days) => {
  expect(daysBetween(Date.parse('2026-11-22T14:00:00Z'), Date.parse(iso), 'Asia/Shanghai')).toBe(days)
})
