import type { EcgSource, EcgWaveform } from '@dispatch120/client/ecg'
import type { Ecg } from '../contract'

/** Why an ECG can not be had now. */
export type NotHad = 'offline' | 'gone' | 'signed_out' | 'failed'

export class EcgNotHad extends Error {
  constructor(readonly why: NotHad) {
    super(why)
  }
}

/** Ten megabytes over a bad line take that long; after it the line counts as gone. */
const PATIENCE_MILLIS = 60_000
/** Files of ten megabytes each: as much as an old phone has room for. Two are compared, some are looked at again. */
const MOST_KEPT = 6

/**
 * The ECGs of a shift's patients as they can be drawn. Those seen last stay in memory, so that they can be seen again
 * without a network; nothing of them is written to the device.
 */
export class EcgFiles {
  /** By checksum, the least recently used first. */
  readonly #kept = new Map<string, Promise<EcgSource>>()
  readonly #fetch: typeof fetch

  constructor(fetcher: typeof fetch = (path, init) => fetch(path, init)) {
    this.#fetch = fetcher
  }

  /** A file of this phone needs not come back from the server. Only pictures and documents are drawn as they are. */
  keep(sha256: string, contentType: string, blob: Blob): void {
    const source = asItIs(contentType, blob)
    if (source) this.#keep(sha256, Promise.resolve(source))
  }

  /** @throws EcgNotHad */
  get(patientId: string, ecg: Ecg): Promise<EcgSource> {
    const known = this.#kept.get(ecg.sha256)
    const source = known ?? this.#load(patientId, ecg)
    this.#keep(ecg.sha256, source)
    if (!known)
      source.catch(() => {
        if (this.#kept.get(ecg.sha256) === source) this.#kept.delete(ecg.sha256)
      })
    return source
  }

  #keep(sha256: string, source: Promise<EcgSource>): void {
    this.#kept.delete(sha256)
    this.#kept.set(sha256, source)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) return
      this.#kept.delete(oldest)
    }
  }

  async #load(patientId: string, ecg: Ecg): Promise<EcgSource> {
    const limit = new AbortController()
    const timer = setTimeout(() => limit.abort(), PATIENCE_MILLIS)
    const sampled = ecg.format !== 'image' && ecg.format !== 'pdf'
    try {
      const address = `${addressOf(patientId, ecg)}/${sampled ? 'waveform' : 'content'}`
      const answer = await this.#fetch(address, { cache: 'no-store', signal: limit.signal })
      if (!answer.ok) throw new EcgNotHad(whyOf(answer.status))
      if (sampled) return { kind: 'waveform', waveform: (await answer.json()) as EcgWaveform }
      return { kind: ecg.format === 'pdf' ? 'pdf' : 'image', blob: await answer.blob() }
    } catch (error) {
      // A line that breaks in the middle of the answer is the same as none.
      throw error instanceof EcgNotHad ? error : new EcgNotHad('offline')
    } finally {
      clearTimeout(timer)
    }
  }
}

export function asItIs(contentType: string, blob: Blob): EcgSource | undefined {
  if (contentType.startsWith('image/')) return { kind: 'image', blob }
  return contentType === 'application/pdf' ? { kind: 'pdf', blob } : undefined
}

export function addressOf(patientId: string, { id }: Ecg): string {
  return `/api/v1/crew/patients/${encodeURIComponent(patientId)}/chest-pain/ecgs/${encodeURIComponent(id)}`
}

function whyOf(status: number): NotHad {
  if (status === 401) return 'signed_out'
  if (status === 404 || status === 409) return 'gone'
  return status === 502 || status === 503 || status === 504 ? 'offline' : 'failed'
}
