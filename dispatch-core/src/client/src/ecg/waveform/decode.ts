/** The waveform of an ECG as `GET …/ecgs/{id}/waveform` answers it. */
export interface EcgWaveform {
  format: 'aecg' | 'scp' | 'csv'
  /** An instant. Absent when the file did not say one. */
  recordedAt?: string
  /** What the file said when it named no zone. */
  localTime?: string
  sampleRateHz: number
  device?: string
  sex?: 'male' | 'female' | 'unknown'
  ageYears?: number
  leads: EcgLead[]
  warnings: { code: string; detail: string }[]
}

export interface EcgLead {
  name: string
  startSeconds: number
  nanovoltsPerUnit: number
  /** Little-endian int16 in base 64; `MISSING` where there was no sample. */
  samples: string
  /** Computed from leads I and II. */
  derived?: boolean
}

/** One lead, ready to be drawn. */
export interface Trace {
  readonly name: string
  readonly derived: boolean
  readonly startSeconds: number
  readonly endSeconds: number
  readonly millivoltsPerUnit: number
  readonly samples: Int16Array
}

export interface Recording {
  readonly sampleRateHz: number
  readonly startSeconds: number
  readonly endSeconds: number
  readonly traces: readonly Trace[]
}

export const MISSING = -32768

/** More than any ECG machine has; a page must not be brought down by what a file claims. */
const MOST_LEADS = 64
/** 12 leads × 1000 Hz × 20 minutes. */
const MOST_SAMPLES = 14_400_000
const HIGHEST_RATE_HZ = 100_000

/** What was sent is no ECG that can be shown. The message is for the log, not for people. */
export class UnreadableEcg extends Error {}

/**
 * Checks and decodes everything, once. Copies; the answer can be forgotten afterwards. About 10 ms a megabyte.
 *
 * @throws UnreadableEcg
 */
export function decode(waveform: EcgWaveform): Recording {
  const { sampleRateHz, leads } = waveform
  if (!(sampleRateHz > 0 && sampleRateHz <= HIGHEST_RATE_HZ))
    throw new UnreadableEcg(`A sample rate of ${sampleRateHz} Hz`)
  if (!Array.isArray(leads) || leads.length === 0) throw new UnreadableEcg('No leads')
  if (leads.length > MOST_LEADS) throw new UnreadableEcg(`${leads.length} leads, more than ${MOST_LEADS}`)
  // Four characters are three bytes, a sample two.
  const samples = leads.reduce((sum, lead) => sum + lead.samples.length * (3 / 8), 0)
  if (samples > MOST_SAMPLES) throw new UnreadableEcg(`${Math.round(samples)} samples`)
  const traces = leads.map((lead) => decodeLead(lead, sampleRateHz))
  if (traces.every(({ samples }) => samples.length === 0)) throw new UnreadableEcg('No samples')
  return {
    sampleRateHz,
    traces,
    startSeconds: Math.min(...traces.map((trace) => trace.startSeconds)),
    endSeconds: Math.max(...traces.map((trace) => trace.endSeconds)),
  }
}

function decodeLead(lead: EcgLead, sampleRateHz: number): Trace {
  const { name, startSeconds, nanovoltsPerUnit } = lead
  if (!Number.isFinite(startSeconds)) throw new UnreadableEcg(`Lead ${name} begins at ${startSeconds}`)
  if (!Number.isFinite(nanovoltsPerUnit) || nanovoltsPerUnit === 0)
    throw new UnreadableEcg(`Lead ${name} has ${nanovoltsPerUnit} nV a unit`)
  const samples = decodeSamples(lead.samples, name)
  return {
    name,
    derived: lead.derived === true,
    startSeconds,
    endSeconds: startSeconds + samples.length / sampleRateHz,
    millivoltsPerUnit: nanovoltsPerUnit / 1e6,
    samples,
  }
}

/** Little-endian whatever the machine is. */
export function decodeSamples(base64: string, name: string): Int16Array {
  let bytes: string
  try {
    bytes = atob(base64)
  } catch {
    throw new UnreadableEcg(`Lead ${name} is not base 64`)
  }
  if (bytes.length % 2 !== 0) throw new UnreadableEcg(`Lead ${name} ends within a sample`)
  const samples = new Int16Array(bytes.length / 2)
  for (let at = 0; at < samples.length; at++)
    samples[at] = bytes.charCodeAt(2 * at) | (bytes.charCodeAt(2 * at + 1) << 8)
  return samples
}
