import { millivoltsOfMm, secondsOfMm, type PaperScale } from '../waveform/paper-scale'

/** Two lines across and two along, in millimetres of the sheet. */
export interface Calipers {
  time1: number
  time2: number
  voltage1: number
  voltage2: number
}

export interface Measurement {
  millis: number
  /** Of a rhythm with this interval between beats. Undefined for an interval too short to be one. */
  perMinute: number | undefined
  /** Positive when the second line is above the first. */
  millivolts: number
  millimetres: number
}

/** Beyond 600 beats a minute it is not the distance of two beats. */
const SHORTEST_BEAT_MILLIS = 100

export function measure({ time1, time2, voltage1, voltage2 }: Calipers, scale: PaperScale): Measurement {
  const millis = Math.abs(secondsOfMm(time2 - time1, scale)) * 1000
  const millimetres = voltage1 - voltage2
  return {
    millis,
    perMinute: millis >= SHORTEST_BEAT_MILLIS ? 60_000 / millis : undefined,
    millivolts: millivoltsOfMm(millimetres, scale),
    millimetres,
  }
}

export function timeText({ millis, perMinute }: Measurement, perMinuteWord: string): string {
  const text = `Δt ${Math.round(millis)} ms`
  return perMinute === undefined ? text : `${text} · ${Math.round(perMinute)} ${perMinuteWord}`
}

/** With its sign, as ST elevation and depression differ by it. */
export function voltageText({ millivolts, millimetres }: Measurement): string {
  return `ΔU ${signed(millivolts, 2)} mV · ${signed(millimetres, 1)} mm`
}

function signed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits)
  if (Number(text) === 0) return text
  return `${value < 0 ? '−' : '+'}${text}`
}
