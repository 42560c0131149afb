import type { EcgLead, EcgWaveform } from './waveform/decode'

const NANOVOLTS_PER_UNIT = 2500
const BEAT_SECONDS = 0.8

/** Millivolts of a beat: P, Q, R, S, elevation of ST at J + 60 ms, T. */
type Beat = readonly [p: number, q: number, r: number, s: number, st: number, t: number]

/** An acute inferior infarction: ST is up 0.3 mV in III and 0.2 mV in II, and down in aVL. */
const MEASURED: Readonly<Record<string, Beat>> = {
  I: [0.08, -0.05, 0.7, -0.1, -0.1, 0.1],
  II: [0.15, -0.15, 0.9, -0.1, 0.2, 0.4],
  V1: [0.06, 0, 0.25, -0.9, 0, -0.1],
  V2: [0.06, 0, 0.5, -1.4, -0.1, 0.3],
  V3: [0.07, 0, 0.8, -1.0, -0.05, 0.5],
  V4: [0.08, -0.05, 1.4, -0.5, 0, 0.45],
  V5: [0.08, -0.08, 1.3, -0.2, 0, 0.35],
  V6: [0.08, -0.08, 1.0, -0.1, 0.05, 0.3],
}

export interface SyntheticOptions {
  seconds?: number
  sampleRateHz?: number
  /** Nothing was recorded between these, in V4. */
  gap?: readonly [number, number]
}

/** A whole ECG of the same beat again and again, 75 a minute. III, aVR, aVL and aVF are computed, as a server does. */
export function syntheticEcg(options: SyntheticOptions = {}): EcgWaveform {
  const { seconds = 10, sampleRateHz = 500, gap } = options
  const units: Record<string, Int16Array> = {}
  for (const [name, beat] of Object.entries(MEASURED)) units[name] = record(beat, seconds, sampleRateHz)
  if (gap) units['V4']?.fill(-32768, gap[0] * sampleRateHz, gap[1] * sampleRateHz)
  const [one, two] = [units['I'] ?? new Int16Array(), units['II'] ?? new Int16Array()]
  const derived: Record<string, Int16Array> = {
    III: one.map((value, at) => (two[at] ?? 0) - value),
    aVR: one.map((value, at) => -(value + (two[at] ?? 0)) / 2),
    aVL: one.map((value, at) => value - (two[at] ?? 0) / 2),
    aVF: one.map((value, at) => (two[at] ?? 0) - value / 2),
  }
  return {
    format: 'scp',
    sampleRateHz,
    device: 'Synthetic',
    leads: [
      ...Object.entries(units).map(([name, samples]) => leadOf(name, samples)),
      ...Object.entries(derived).map(([name, samples]) => ({ ...leadOf(name, samples), derived: true })),
    ],
    warnings: [],
  }
}

export function leadOf(name: string, samples: Int16Array): EcgLead {
  const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return { name, startSeconds: 0, nanovoltsPerUnit: NANOVOLTS_PER_UNIT, samples: btoa(parts.join('')) }
}

function record(beat: Beat, seconds: number, sampleRateHz: number): Int16Array {
  return Int16Array.from({ length: seconds * sampleRateHz }, (_, at) => {
    // A little noise that is the same every time.
    const noise = Math.sin(at * 12.9898) * 0.008
    return Math.round(
      ((voltage(beat, (at / sampleRateHz) % BEAT_SECONDS) + noise) * 1e6) / NANOVOLTS_PER_UNIT,
    )
  })
}

function voltage([p, q, r, s, st, t]: Beat, at: number): number {
  const wave = (height: number, centre: number, width: number) =>
    height * Math.exp(-(((at - centre) / width) ** 2) / 2)
  const rise = 1 / (1 + Math.exp(-(at - 0.29) / 0.006))
  const fall = 1 / (1 + Math.exp((at - 0.48) / 0.025))
  return (
    wave(p, 0.1, 0.022) +
    wave(q, 0.222, 0.007) +
    wave(r, 0.245, 0.01) +
    wave(s, 0.27, 0.008) +
    st * rise * fall +
    wave(t, 0.46, 0.045)
  )
}
