import { describe, expect, it } from 'vitest'
import { leadOf, syntheticEcg } from '../synthetic.test-support'
import { decode, type EcgLead, type Recording } from './decode'
import { LEFT_MM, planSheet, usualLayout, type SheetPlan } from './layout'
import { USUAL_SCALE } from './paper-scale'

const TEN_SECONDS = decode(syntheticEcg())
const MINUTE = decode(syntheticEcg({ seconds: 60 }))

function cellOf(plan: SheetPlan, name: string, which = 0) {
  const cell = plan.cells.filter((candidate) => candidate.name === name)[which]
  if (!cell) throw new Error(`No cell ${name}`)
  return cell
}

function recordingOf(...leads: EcgLead[]): Recording {
  return decode({ format: 'csv', sampleRateHz: 100, leads, warnings: [] })
}

function seconds(name: string, length: number, startSeconds = 0): EcgLead {
  return { ...leadOf(name, new Int16Array(length * 100)), startSeconds }
}

describe('planSheet', () => {
  it('puts 2.5 s of each lead in 3×4, one after the other, and all of II below', () => {
    const plan = planSheet(TEN_SECONDS, '3x4', USUAL_SCALE, 0)
    expect(plan.cells).toHaveLength(13)
    expect(plan.width).toBe(LEFT_MM + 250 + 5)
    const places = ['I', 'aVR', 'V1', 'V4'].map((name) => cellOf(plan, name))
    expect(places.map(({ x }) => x - LEFT_MM)).toEqual([0, 62.5, 125, 187.5])
    expect(places.map(({ fromSeconds }) => fromSeconds)).toEqual([0, 2.5, 5, 7.5])
    expect(new Set(places.map(({ baseline }) => baseline)).size).toBe(1)
    expect(cellOf(plan, 'II', 1)).toMatchObject({ x: LEFT_MM, width: 250, seconds: 10 })
  })

  it('puts 5 s of each lead in 6×2 and everything in 12×1', () => {
    expect(cellOf(planSheet(TEN_SECONDS, '6x2', USUAL_SCALE, 0), 'V1')).toMatchObject({
      x: LEFT_MM + 125,
      fromSeconds: 5,
      seconds: 5,
    })
    const rows = planSheet(MINUTE, '12x1', USUAL_SCALE, 0)
    expect(rows.cells).toHaveLength(12)
    expect(rows.width).toBe(LEFT_MM + 1500 + 5)
    expect(rows.pageSeconds).toBe(Infinity)
  })

  it('lets every baseline lie on a strong line, at every gain', () => {
    for (const layout of ['3x4', '6x2', '12x1'] as const)
      for (const gain of [5, 10, 20] as const) {
        const { baselines } = planSheet(TEN_SECONDS, layout, { speed: 25, gain }, 0)
        expect(baselines.filter((mm) => mm % 5 !== 0)).toEqual([])
      }
  })

  it('brings a page into the recording', () => {
    const from = (wanted: number) => planSheet(MINUTE, '3x4', USUAL_SCALE, wanted).fromSeconds
    expect([-5, 0, 20, 55, 1e9].map(from)).toEqual([0, 0, 20, 50, 50])
    expect(planSheet(TEN_SECONDS, '3x4', { speed: 50, gain: 10 }, 0).width).toBe(LEFT_MM + 500 + 5)
  })

  it('shows a lead that was recorded at another time, and says so', () => {
    const plan = planSheet(recordingOf(seconds('I', 2.5), seconds('V1', 2.5)), '3x4', USUAL_SCALE, 0)
    expect(cellOf(plan, 'I').elsewhere).toBe(false)
    expect(cellOf(plan, 'V1')).toMatchObject({ fromSeconds: 0, elsewhere: true })
    const sequential = planSheet(recordingOf(seconds('I', 2.5), seconds('V1', 2.5, 5)), '3x4', USUAL_SCALE, 0)
    expect(cellOf(sequential, 'V1')).toMatchObject({ fromSeconds: 5, elsewhere: false })
  })

  it('leaves the place of a lead that is not there, and finds one for those beyond twelve', () => {
    const plan = planSheet(recordingOf(seconds('II', 10), seconds('V4R', 10)), '3x4', USUAL_SCALE, 0)
    expect(cellOf(plan, 'V3').trace).toBeUndefined()
    expect(cellOf(plan, 'V4R').baseline).toBeGreaterThan(cellOf(plan, 'III').baseline)
    expect(cellOf(plan, 'II', 1).baseline).toBeGreaterThan(cellOf(plan, 'V4R').baseline)
  })

  it('takes the longest lead as rhythm strip when II is short', () => {
    const plan = planSheet(recordingOf(seconds('II', 2.5), seconds('V1', 10)), '3x4', USUAL_SCALE, 0)
    expect(plan.cells.at(-1)).toMatchObject({ name: 'V1', seconds: 10 })
  })
})

describe('usualLayout', () => {
  it('is 3×4, but rows for few leads and for a phone held upright', () => {
    expect(usualLayout(TEN_SECONDS, false)).toBe('3x4')
    expect(usualLayout(TEN_SECONDS, true)).toBe('12x1')
    expect(usualLayout(recordingOf(seconds('II', 10)), false)).toBe('12x1')
  })
})
