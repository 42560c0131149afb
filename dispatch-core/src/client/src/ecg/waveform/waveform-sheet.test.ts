// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { leadOf } from '../synthetic.test-support'
import { ECG_WORDS_EN } from '../words'
import { decode } from './decode'
import { LEFT_MM, type EcgLayout } from './layout'
import type { Gain, Speed } from './paper-scale'
import { WaveformSheet } from './waveform-sheet'

interface Stroke {
  points: [number, number][]
}

/** Notes the lines that a sheet draws and the words that it writes. */
function draw(samples: Int16Array, layout: EcgLayout, speed: Speed, gain: Gain, pixelsPerMm: number) {
  const strokes: Stroke[] = []
  const words: string[] = []
  const context = {
    canvas: document.createElement('canvas'),
    fillRect: () => undefined,
    strokeText: () => undefined,
    fillText: (text: string) => words.push(text),
    measureText: () => ({ width: 10 }),
    beginPath: () => strokes.push({ points: [] }),
    moveTo: (x: number, y: number) => strokes.at(-1)?.points.push([x, y]),
    lineTo: (x: number, y: number) => strokes.at(-1)?.points.push([x, y]),
    stroke: () => undefined,
  } as unknown as CanvasRenderingContext2D
  const recording = decode({
    format: 'csv',
    sampleRateHz: 100,
    leads: [{ ...leadOf('II', samples), derived: true }],
    warnings: [],
  })
  const settings = { layout, scale: { speed, gain }, paper: 'light' as const, fromSeconds: 0 }
  const sheet = new WaveformSheet(recording, settings, ECG_WORDS_EN, '')
  sheet.draw(context, { scale: pixelsPerMm, x: 0, y: 0 }, { width: 1e5, height: 1e5 }, 1)
  return { strokes, words, sheet }
}

/** One second of nothing, then one of a millivolt. */
const STEP = Int16Array.from({ length: 200 }, (_, at) => (at < 100 ? 0 : 400))

describe('WaveformSheet', () => {
  it.each([
    [25, 10],
    [50, 10],
    [25, 5],
    [50, 20],
  ] as const)('draws a second %d mm long and a millivolt %d mm high, exactly', (speed, gain) => {
    for (const pixelsPerMm of [4, 10]) {
      const { strokes } = draw(STEP, '12x1', speed, gain, pixelsPerMm)
      const trace = strokes.at(-1)?.points ?? []
      expect(trace).toHaveLength(200)
      const [first, , , , ...rest] = trace
      const last = rest.at(-1)
      expect((trace[100]?.[0] ?? 0) - (first?.[0] ?? 0)).toBeCloseTo(speed * pixelsPerMm, 9)
      expect((first?.[1] ?? 0) - (last?.[1] ?? 0)).toBeCloseTo(gain * pixelsPerMm, 9)
      expect(first?.[0]).toBe(LEFT_MM * pixelsPerMm)
    }
  })

  it('draws a calibration pulse of 1 mV and 0.2 s', () => {
    const [pulse] = draw(STEP, '12x1', 25, 10, 1).strokes
    const [, foot, top, end] = pulse?.points ?? []
    expect((foot?.[1] ?? 0) - (top?.[1] ?? 0)).toBe(10)
    expect((end?.[0] ?? 0) - (top?.[0] ?? 0)).toBe(5)
  })

  it('says the scale, what was computed and what was not recorded', () => {
    const { words, sheet } = draw(STEP, '3x4', 25, 10, 4)
    expect(words.join('|')).toContain('II|computed')
    expect(words.join('|')).toContain('V6|not recorded')
    expect(words.join('|')).toContain('25 mm/s  10 mm/mV')
    expect(sheet.describe()).toContain('ECG: II. 25 mm/s')
  })

  it('moves a lead that rests far from zero onto its baseline as a whole', () => {
    const { strokes } = draw(
      STEP.map((value) => value + 8000),
      '12x1',
      25,
      10,
      1,
    )
    const heights = strokes.at(-1)?.points.map(([, y]) => y) ?? []
    expect(Math.max(...heights) - Math.min(...heights)).toBeCloseTo(10, 9)
    expect(Math.min(...heights)).toBeGreaterThan(0)
  })
})
