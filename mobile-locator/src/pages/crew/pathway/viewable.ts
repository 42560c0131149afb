import type { Ecg } from '../contract'
import type { Upload } from '../ecg/upload'
import type { ShownCase } from './shown-case'

/** An ECG that can be drawn: one the server has whole, or one still on its way from this phone. */
export interface ViewableEcg {
  /** The same before and after it arrives. */
  sha256: string
  /** By the server's clock. */
  atMillis: number
  format: Ecg['format']
  ecg?: Ecg
  upload?: Upload
}

/**
 * What can be looked at, newest first. Of files on their way only those are, that are drawn as they are: the samples
 * of the others are read by the server.
 *
 * @param offsetMillis server minus device
 */
export function viewableEcgs(
  shown: ShownCase,
  uploads: readonly Upload[],
  offsetMillis: number,
): ViewableEcg[] {
  const arrived = (shown.known?.ecgs ?? []).filter(({ complete }) => complete)
  const known = new Set(arrived.map(({ sha256 }) => sha256))
  const own = uploads.filter(({ sha256, delivered }) => !known.has(sha256) && !delivered)
  const all: ViewableEcg[] = arrived.map((ecg) => ({
    sha256: ecg.sha256,
    atMillis: Date.parse(ecg.recordedAt ?? ecg.receivedAt),
    format: ecg.format,
    ecg,
  }))
  for (const upload of own) {
    const { sha256, contentType, takenAt } = upload
    const format = formatOf(contentType)
    if (format) all.push({ sha256, atMillis: Date.parse(takenAt) + offsetMillis, format, upload })
  }
  return all.sort((a, b) => b.atMillis - a.atMillis)
}

function formatOf(contentType: string): 'image' | 'pdf' | undefined {
  return contentType.startsWith('image/') ? 'image' : contentType === 'application/pdf' ? 'pdf' : undefined
}

/** What is looked at, by checksum: one, or two that are compared. */
export interface Looked {
  ecg?: string | undefined
  beside?: string | undefined
}

/** The ones to draw, of two the earlier first. */
export function drawn(all: readonly ViewableEcg[], { ecg, beside }: Looked): ViewableEcg[] {
  const chosen = all.filter(({ sha256 }) => sha256 === ecg || sha256 === beside)
  return chosen.sort((a, b) => a.atMillis - b.atMillis)
}

/** Two instead of one and back: what changed since the ECG before is the question, else what came after it. */
export function toggleBeside(all: readonly ViewableEcg[], { ecg, beside }: Looked): Looked {
  if (beside !== undefined) return { ecg, beside: undefined }
  const at = all.findIndex(({ sha256 }) => sha256 === ecg)
  return { ecg, beside: (all[at + 1] ?? all[at - 1])?.sha256 }
}

/** A tap on one of the list: it is shown alone, or takes the place of the other of two. */
export function choose(looked: Looked, sha256: string): Looked {
  if (looked.beside === undefined) return { ecg: sha256, beside: undefined }
  return sha256 === looked.ecg || sha256 === looked.beside ? looked : { ...looked, beside: sha256 }
}
