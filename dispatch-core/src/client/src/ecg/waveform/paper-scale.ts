export type Speed = 25 | 50
export type Gain = 5 | 10 | 20

/** What a millimetre of ECG paper means. */
export interface PaperScale {
  /** Millimetres a second. */
  readonly speed: Speed
  /** Millimetres a millivolt. */
  readonly gain: Gain
}

/** The one that every cardiologist reads. */
export const USUAL_SCALE: PaperScale = { speed: 25, gain: 10 }

export function mmOfSeconds(seconds: number, scale: PaperScale): number {
  return seconds * scale.speed
}

export function mmOfMillivolts(millivolts: number, scale: PaperScale): number {
  return millivolts * scale.gain
}

export function secondsOfMm(mm: number, scale: PaperScale): number {
  return mm / scale.speed
}

export function millivoltsOfMm(mm: number, scale: PaperScale): number {
  return mm / scale.gain
}
