import { expect, it } from 'vitest'
import { basisOf, dayOf, daysOf, minutes, monthFrom, monthOf, percent, type CaseLine } from './report'

it('asks for whole months of the center', () => {
  expect(daysOf('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  expect(daysOf('2026-11')?.to).toBe('2026-11-30')
  expect(dayOf('2026-11-30T16:30:00Z', 'Asia/Shanghai')).toBe('2026-12-01')
  expect(daysOf('2026-13')).toBeUndefined()
  expect(monthOf(Date.parse('2026-11-30T16:30:00Z'), 'Asia/Shanghai')).toBe('2026-12')
})

it('never guesses a figure', () => {
  expect(percent(undefined)).toBe('—')
  expect(percent(2 / 3)).toBe('66.7%')
  expect(minutes(undefined)).toBe('—')
  expect(minutes(485.4)).toBe('8:05')
  expect(minutes(119.6)).toBe('2:00')
})

it('names the entries that a time rests on', () => {
  const intervals = [{ name: 'x', seconds: 480, fromSeq: 12, toSeq: 19 }]
  const line = { intervals } as unknown as CaseLine
  const words = { yes: '是', no: '否' }
  expect(basisOf(line, 'x', words)).toBe('8:00 (#12 → #19)')
  expect(basisOf(line, 'y', words)).toBe('')
})

it('names the entry that a yes or no rests on', () => {
  const words = { yes: '是', no: '否' }
  const bypass = { emergencyDepartment: true, coronaryCareUnit: false, seq: 31 }
  const line = { intervals: [], bypass, ecgTransmittedFromAmbulance: false } as unknown as CaseLine
  expect(basisOf(line, 'bypass_emergency_department', words)).toBe('是 (#31)')
  expect(basisOf(line, 'bypass_coronary_care_unit', words)).toBe('否 (#31)')
  expect(basisOf(line, 'ecg_transmitted_from_ambulance', words)).toBe('否')
})

it('goes from month to month, across years', () => {
  expect(monthFrom('2026-12', 1)).toBe('2027-01')
  expect(monthFrom('2026-01', -1)).toBe('2025-12')
  expect(monthFrom('', 1)).toBe('')
})
