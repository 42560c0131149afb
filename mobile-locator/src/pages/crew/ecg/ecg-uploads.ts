import type { EcgSource } from '@dispatch120/client/ecg'
import type { CrewAssignment } from '../contract'
import type { Store } from '../device/store'
import type { ViewableEcg } from '../pathway/viewable'
import { type Tap, isOfPatient } from '../queue/tap'
import { EcgFiles, EcgNotHad, asItIs } from './ecg-files'
import { type Imaging, sendable, sha256Of } from './file'
import { browserImaging, bytesOf } from './imaging'
import type { Upload } from './upload'
import { type UploadEvents, UploadQueue } from './upload-queue'
import { appendChunk, openUpload, progressOf } from './upload-request'

/** The ECGs of one crew: taken from the phone, made small enough, sent, and shown until the case shows them. */
export class EcgUploads {
  readonly queue: UploadQueue
  readonly files = new EcgFiles()
  readonly #imaging: Imaging

  constructor(
    username: string,
    store: Store,
    duty: { pending(): readonly Tap[]; offsetMillis(): number },
    events: UploadEvents,
    imaging: Imaging = browserImaging,
  ) {
    this.#imaging = imaging
    const seams = {
      store,
      open: (upload: Upload) => openUpload(byServer(upload, duty.offsetMillis())),
      append: appendChunk,
      progress: progressOf,
      ready: ({ patientId }: Upload) => !opening(patientId, duty.pending()),
      now: Date.now,
      setTimer: (callback: () => void, millis: number) => window.setTimeout(callback, millis),
    }
    this.queue = new UploadQueue(username, seams, events)
  }

  /** @throws BadFile when it can not be sent */
  async take(patientId: string, file: File): Promise<Upload> {
    const { blob, fileName, contentType } = await sendable(file, this.#imaging)
    const bytes = await bytesOf(blob)
    const sha256 = await sha256Of(bytes)
    this.files.keep(sha256, contentType, blob)
    return this.queue.add({ patientId, fileName, contentType, sha256 }, bytes)
  }

  of(patientId: string): Upload[] {
    return this.queue.uploads.filter((upload) => upload.patientId === patientId)
  }

  /**
   * What is drawn of an ECG: the server's, or this phone's own file, which needs no network.
   *
   * @throws EcgNotHad
   */
  async sourceOf(patientId: string, { ecg, upload }: ViewableEcg): Promise<EcgSource> {
    if (ecg) return this.files.get(patientId, ecg)
    const bytes = upload && (await this.queue.bytesOf(upload.id))
    const { contentType = '' } = upload ?? {}
    const source = bytes && asItIs(contentType, new Blob([bytes], { type: contentType }))
    if (!source) throw new EcgNotHad('gone')
    return source
  }

  /** What the case shows now needs no line of its own. */
  settle(work: CrewAssignment): void {
    const known = new Set(
      work.cases.flatMap(({ patientId, ecgs }) => ecgs.map(({ sha256 }) => `${patientId} ${sha256}`)),
    )
    this.queue.settle(({ patientId, sha256 }) => known.has(`${patientId} ${sha256}`))
  }
}

/** A case that is not open on the server has no place for an ECG. */
function opening(patientId: string, pending: readonly Tap[]): boolean {
  return pending.some(
    ({ deed }) => isOfPatient(deed) && deed.kind === 'openCase' && deed.patientId === patientId,
  )
}

/** The file may carry no time of its own: the server takes this one, by its own clock. */
function byServer(upload: Upload, offsetMillis: number): Upload {
  return { ...upload, takenAt: new Date(Date.parse(upload.takenAt) + offsetMillis).toISOString() }
}
