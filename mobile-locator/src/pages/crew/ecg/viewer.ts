import { ecgWords, openEcg, openEcgComparison, type EcgSource } from '@dispatch120/client/ecg'
import type { Language } from '../../shared/language'

/** One ECG, or two that move together, with the buttons of the first. Loaded only when somebody looks at one. */
export function drawEcgs(
  host: HTMLElement,
  sources: readonly EcgSource[],
  labels: readonly string[],
  language: Language,
): { destroy(): void } {
  const words = ecgWords(language)
  const [first, second] = sources
  const [label = '', otherLabel = ''] = labels
  if (first && second)
    return openEcgComparison(host, [first, second], {
      words,
      labels: [label, otherLabel],
      // The same leads at the same places, in half the height of a phone.
      layout: '3x4',
      oneBar: true,
    })
  if (!first) throw new Error('Nothing to draw')
  return openEcg(host, first, { words, label })
}
