import {
  ecgWords,
  openEcg,
  openEcgComparison,
  type EcgLayout,
  type EcgSource,
  type EcgView,
} from '../src/ecg'
import { syntheticEcg } from '../src/ecg/synthetic.test-support'
import { samplePdf, samplePicture } from './samples'

/*
 * ?kind=waveform|image|pdf|compare|broken &layout=3x4|6x2|12x1 &seconds=10 &language=zh|en &paper=light|dark
 */
declare global {
  interface Window {
    ecg?: EcgView
    /** Opens the JSON text of a waveform; gives the milliseconds until it was drawn, and until it was on the screen. */
    measureEcg: (text: string) => Promise<{ drawn: number; painted: number }>
    makeEcg: typeof syntheticEcg
  }
}

const query = new URLSearchParams(location.search)
const host = document.querySelector<HTMLElement>('#host') ?? document.body
const options = {
  words: ecgWords(query.get('language') ?? 'zh'),
  ...(query.has('layout') && { layout: query.get('layout') as EcgLayout }),
  paper: query.get('paper') === 'dark' ? ('dark' as const) : ('light' as const),
}
const seconds = Number(query.get('seconds') ?? 10)
const waveform = syntheticEcg({ seconds, gap: [8, 8.5] })

window.makeEcg = syntheticEcg
window.measureEcg = async (text) => {
  window.ecg?.destroy()
  const begun = performance.now()
  window.ecg = openEcg(host, { kind: 'waveform', waveform: JSON.parse(text) }, options)
  const drawn = performance.now() - begun
  await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))
  return { drawn, painted: performance.now() - begun }
}

async function sourceOf(kind: string): Promise<EcgSource> {
  if (kind === 'image') return { kind, blob: await samplePicture() }
  if (kind === 'pdf') return { kind, blob: samplePdf() }
  if (kind === 'broken') return { kind: 'pdf', blob: new Blob(['no document']) }
  return { kind: 'waveform', waveform }
}

const kind = query.get('kind') ?? 'waveform'
if (kind === 'compare') {
  const later = syntheticEcg({ seconds })
  openEcgComparison(
    host,
    [
      { kind: 'waveform', waveform },
      { kind: 'waveform', waveform: later },
    ],
    { ...options, labels: ['10:32', '10:58'] },
  )
} else window.ecg = openEcg(host, await sourceOf(kind), options)
document.body.dataset['ready'] = String((await window.ecg?.ready) ?? true)
