import type { EcgSource, EcgWaveform } from '@dispatch120/client/ecg'
import type { ChestPainCase } from '@/contract'
import { get } from '@/shared/api'

export type Ecg = ChestPainCase['ecgs'][number]

export function timeOf(ecg: Ecg): string {
  return ecg.recordedAt ?? ecg.receivedAt
}

function pathOf(patientId: string, ecg: Ecg): string {
  return `/patients/${encodeURIComponent(patientId)}/chest-pain/ecgs/${encodeURIComponent(ecg.id)}`
}

/** Where the file is, as it was received. */
export function contentOf(patientId: string, ecg: Ecg): string {
  return `/api/v1${pathOf(patientId, ecg)}/content`
}

/** What the viewer draws: samples where there are any, else the picture or the document. */
export async function sourceOf(patientId: string, ecg: Ecg): Promise<EcgSource> {
  if (ecg.format !== 'image' && ecg.format !== 'pdf')
    return { kind: 'waveform', waveform: await get<EcgWaveform>(`${pathOf(patientId, ecg)}/waveform`) }
  const answer = await fetch(contentOf(patientId, ecg))
  if (!answer.ok) throw new Error(`ECG ${ecg.id}: ${answer.status}`)
  return { kind: ecg.format, blob: await answer.blob() }
}
