import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Checklist } from '@/contract'
import { answersOf, countAnswers, moved } from './checklist'
import { nearestPast, pastOn } from './timeEntry'
import { NO_TROPONIN, STRIP, isValue, readTroponin, usualUnit } from './troponin'
import { NO_VITALS, POSSIBLE, readVitals } from './vitals'

const ZONE = 'Asia/Shanghai'
const NOW = Date.parse('2026-11-27T03:10:00+08:00')

describe('vital signs', () => {
  const read = (typed: object) => readVitals({ ...NO_VITALS, ...typed })

  it('are taken as they are told', () => {
    expect(read({ pressure: '120/80', heartRate: '72', oxygen: '98%', breaths: '16', coma: '15' })).toEqual({
      body: {
        systolic: 120,
        diastolic: 80,
        heartRate: 72,
        oxygenSaturation: 98,
        respiratoryRate: 16,
        glasgowComaScale: 15,
      },
      faults: [],
      unusual: [],
    })
  })

  it.each([
    ['90', { systolic: 90 }],
    ['90/', { systolic: 90 }],
    ['１１０／７０', { systolic: 110, diastolic: 70 }],
    ['110、70', { systolic: 110, diastolic: 70 }],
    ['110 70', { systolic: 110, diastolic: 70 }],
    ['', {}],
  ])('pressure %s', (pressure, body) => {
    expect(read({ pressure })).toMatchObject({ body, faults: [] })
  })

  it.each([
    ['pressure', '0/0', 'pressureZero'],
    ['pressure', '90/0', 'pressureZero'],
    ['pressure', '80/120', 'pressureSwapped'],
    ['pressure', '351/90', 'range'],
    ['pressure', '300/251', 'range'],
    ['pressure', 'high', 'pressureForm'],
    ['pressure', '12080', 'pressureForm'],
    ['oxygen', '140', 'range'],
    ['heartRate', '351', 'range'],
    ['heartRate', '-5', 'range'],
    ['heartRate', '7x', 'range'],
    ['breaths', '121', 'range'],
    ['coma', '2', 'range'],
    ['coma', '16', 'range'],
  ])('refuses %s %s', (field, typed, kind) => {
    const { body, faults } = read({ [field]: typed })
    expect(faults).toMatchObject([{ field, kind, typed }])
    expect(body).toEqual({})
  })

  it('refuses at once only what no further digit can mend', () => {
    const isFinal = (typed: object) => read(typed).faults.map((fault) => fault.final)
    expect(isFinal({ coma: '1' })).toEqual([false])
    expect(isFinal({ pressure: '120/8' })).toEqual([])
    expect(isFinal({ pressure: '80/120' })).toEqual([false])
    expect(isFinal({ oxygen: '140' })).toEqual([true])
    expect(isFinal({ coma: '16' })).toEqual([true])
    expect(isFinal({ pressure: 'abc' })).toEqual([true])
  })

  it('asks once more for what is rare, as in an arrest', () => {
    expect(read({ heartRate: '0', oxygen: '40' })).toMatchObject({
      body: { heartRate: 0, oxygenSaturation: 40 },
      unusual: ['heartRate', 'oxygen'],
    })
    expect(read({ pressure: '300/150' }).unusual).toEqual(['pressure'])
  })

  it('have the limits of the server', () => {
    const contract = readFileSync(
      resolve(import.meta.dirname, '../../../../dispatch-core/src/main/resources/api/openapi.yaml'),
      'utf8',
    )
    const schema = /^ {4}NewVitals:\n((?: {5,}.*\n)+)/m.exec(contract)?.[1] ?? ''
    const limits = Object.fromEntries(
      [...schema.matchAll(/(\w+): \{type: integer, minimum: (\d+), maximum: (\d+)/g)].map(
        ([, name = '', least, most]) => [name, [Number(least), Number(most)]],
      ),
    )
    // A pressure of 0 is one that could not be measured; see POSSIBLE.
    const ours = { ...POSSIBLE, systolic: [0, POSSIBLE.systolic[1]], diastolic: [0, POSSIBLE.diastolic[1]] }
    expect(ours).toEqual(limits)
  })
})

describe('troponin', () => {
  const timeOf = (text: string) => nearestPast(text, NOW, ZONE)
  const whole = { ...NO_TROPONIN, test: 'hs-cTnT', value: '52', unit: 'ng/L' }
  const read = (more: object) => readTroponin({ ...whole, ...more }, timeOf, 'strip')

  it('has what was measured, and when', () => {
    expect(read({ judged: 'positive', drawn: '0240', result: '-5' }).body).toEqual({
      test: 'hs-cTnT',
      value: '52',
      unit: 'ng/L',
      positive: true,
      drawnAt: '2026-11-26T18:40:00.000Z',
      resultAt: '2026-11-26T19:05:00.000Z',
    })
    expect(read({ value: '＜3' }).body).toEqual({ test: 'hs-cTnT', value: '<3', unit: 'ng/L' })
  })

  it('of a strip is a line or none', () => {
    expect(read({ unit: STRIP, value: '', judged: 'negative' }).body).toEqual({
      test: 'hs-cTnT',
      value: '-',
      unit: 'strip',
      positive: false,
    })
    expect(read({ unit: STRIP, value: '' }).fault).toBe('judged')
  })

  it.each([
    [{ test: '' }, 'test'],
    [{ test: 'other', otherTest: ' ' }, 'test'],
    [{ unit: '' }, 'unit'],
    [{ value: ' ' }, 'value'],
    [{ value: 'high' }, 'valueForm'],
    [{ drawn: '2560' }, 'drawn'],
    [{ result: 'x' }, 'result'],
    [{ drawn: '0300', result: '0250' }, 'order'],
  ])('refuses %j', (more, fault) => {
    expect(read(more)).toEqual({ fault })
  })

  it('knows the unit that a test is read in', () => {
    expect([usualUnit('hs-cTnI'), usualUnit('cTnI'), usualUnit('other')]).toEqual(['ng/L', 'ng/mL', ''])
    expect(['0.03', '<3', '12,5', '1.2.3', 'neg', ''].map(isValue)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
  })
})

describe('the checklist', () => {
  const asked = {
    checklist: 'thrombolysis',
    version: 2,
    questions: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
  } as Checklist

  it('goes on from what was recorded of the same version', () => {
    const recorded = (version: number) => ({
      checklist: 'thrombolysis',
      version,
      answers: { a: 'yes', b: 'no', gone: 'yes' },
    })
    expect(answersOf(asked, recorded(2), { b: 'unknown' })).toEqual({ a: 'yes', b: 'unknown' })
    expect(answersOf(asked, recorded(1), {})).toEqual({})
    expect(answersOf(asked, undefined, { c: 'no' })).toEqual({ c: 'no' })
  })

  it('counts answers, and moves by arrows within its questions', () => {
    expect(countAnswers({ a: 'yes', b: 'unknown', c: 'no', d: 'no' })).toEqual({ yes: 1, no: 2, unknown: 1 })
    expect([
      moved('ArrowDown', 2, 3),
      moved('ArrowUp', 0, 3),
      moved('ArrowDown', 0, 3),
      moved('x', 0, 3),
    ]).toEqual([2, 0, 1, undefined])
  })
})

describe('a time on a day', () => {
  const on = (text: string, days?: number) => pastOn(text, days, NOW, ZONE)

  it('may be long ago, as patients wait before they call', () => {
    expect(on('2200', 1)).toBe('2026-11-26T14:00:00.000Z')
    expect(on('0800', 3)).toBe('2026-11-24T00:00:00.000Z')
    expect(on('08:00', 30)).toBe('2026-10-28T00:00:00.000Z')
    expect(on('0230')).toBe('2026-11-26T18:30:00.000Z')
    expect(on('-20')).toBe('2026-11-26T18:50:00.000Z')
    expect(on('-3000', 0)).toBe('2026-11-24T17:10:00.000Z')
  })

  it('is within the last day where no day can be chosen, as the server takes no other', () => {
    expect(nearestPast('-1440', NOW, ZONE)).toBe('2026-11-25T19:10:00.000Z')
    expect(nearestPast('-1441', NOW, ZONE)).toBeUndefined()
  })

  it('is none while it has not come', () => {
    expect(on('0800', 0)).toBeUndefined()
    expect(on('25:00', 1)).toBeUndefined()
    expect(on('', 1)).toBeUndefined()
  })
})
