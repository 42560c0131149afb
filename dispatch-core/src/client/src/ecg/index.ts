import './ecg.css'
import type { EcgOptions, EcgSource, EcgView } from './options'
import { Viewer } from './viewer'

export { openEcgComparison, type ComparisonOptions, type EcgComparison } from './compare'
export type { EcgOptions, EcgSource, EcgView } from './options'
export type { Paper } from './waveform/colours'
export { UnreadableEcg, type EcgLead, type EcgWaveform } from './waveform/decode'
export type { EcgLayout } from './waveform/layout'
export type { Gain, Speed } from './waveform/paper-scale'
export { ECG_WORDS_EN, ECG_WORDS_ZH, ecgWords, type EcgWords } from './words'

/**
 * Shows an ECG in `host`, which gives it its size and should have a height. A waveform is drawn when this returns;
 * a picture or document when `ready` says so. What cannot be shown is said in the host, never thrown.
 */
export function openEcg(host: HTMLElement, source: EcgSource, options: EcgOptions = {}): EcgView {
  return new Viewer(host, source, options)
}
