import { ecgWords, openEcg, type EcgSource, type EcgWaveform } from '@dispatch120/client/ecg'
import type { Language } from '../shared/language'
import type { Ecg } from './paged'

/** Draws one ECG in `host`, to be zoomed and measured. Fetched only when somebody wants to see one. */
export async function showEcg(
  host: HTMLElement,
  path: string,
  ecg: Ecg,
  label: string,
  language: Language,
): Promise<void> {
  const source = await sourceOf(`${path}/ecgs/${encodeURIComponent(ecg.id)}`, ecg)
  host.classList.add('drawn')
  openEcg(host, source, { words: ecgWords(language === 'en' ? 'en' : 'zh'), label })
}

async function sourceOf(address: string, ecg: Ecg): Promise<EcgSource> {
  const sampled = ecg.format !== 'image' && ecg.format !== 'pdf'
  const answer = await fetch(`${address}/${sampled ? 'waveform' : 'content'}`)
  if (!answer.ok) throw new Error(`${answer.status}`)
  return sampled
    ? { kind: 'waveform', waveform: (await answer.json()) as EcgWaveform }
    : { kind: ecg.format === 'pdf' ? 'pdf' : 'image', blob: await answer.blob() }
}
