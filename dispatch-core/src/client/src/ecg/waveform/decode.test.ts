import { describe, expect, it } from 'vitest'
import { leadOf, syntheticEcg } from '../synthetic.test-support'
import { decode, decodeSamples, MISSING, UnreadableEcg, type EcgWaveform } from './decode'

describe('decodeSamples', () => {
  it('reads little-endian, the lowest and the highest included', () => {
    expect([...decodeSamples(btoa('\x01\x00\xff\xff\x00\x80\xff\x7f'), 'I')]).toEqual([1, -1, MISSING, 32767])
  })
  it('refuses what is no base 64 and what ends within a sample', () => {
    expect(() => decodeSamples('%%%', 'I')).toThrow(UnreadableEcg)
    expect(() => decodeSamples(btoa('abc'), 'I')).toThrow('Lead I ends within a sample')
  })
})

describe('decode', () => {
  it('gives every lead its time and its millivolts', () => {
    const waveform = syntheticEcg({ seconds: 2 })
    const lead = { ...leadOf('V7', Int16Array.of(400, 400)), startSeconds: 4 }
    const recording = decode({ ...waveform, leads: [...waveform.leads, lead] })
    expect(recording.traces).toHaveLength(13)
    expect(recording.traces.filter(({ derived }) => derived).map(({ name }) => name)).toEqual([
      'III',
      'aVR',
      'aVL',
      'aVF',
    ])
    const trace = recording.traces[12]
    expect((trace?.samples[0] ?? 0) * (trace?.millivoltsPerUnit ?? 0)).toBeCloseTo(1, 12)
    expect([recording.startSeconds, recording.endSeconds]).toEqual([0, 4.004])
  })

  const good: EcgWaveform = syntheticEcg({ seconds: 1 })
  const [one] = good.leads
  it.each<[string, Partial<EcgWaveform>]>([
    ['no leads', { leads: [] }],
    ['no samples', { leads: one ? [{ ...one, samples: '' }] : [] }],
    ['no rate', { sampleRateHz: 0 }],
    ['no number as rate', { sampleRateHz: NaN }],
    ['an absurd rate', { sampleRateHz: 1e9 }],
    ['no voltage', { leads: one ? [{ ...one, nanovoltsPerUnit: 0 }] : [] }],
    ['no beginning', { leads: one ? [{ ...one, startSeconds: Infinity }] : [] }],
    ['too many leads', { leads: one ? Array.from({ length: 65 }, () => one) : [] }],
    [
      'too many samples',
      { leads: one ? Array.from({ length: 64 }, () => ({ ...one, samples: 'A'.repeat(1e6) })) : [] },
    ],
  ])('refuses %s', (_, change) => {
    expect(() => decode({ ...good, ...change })).toThrow(UnreadableEcg)
  })
})
