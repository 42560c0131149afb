import { RequestFailed, newKey } from '@dispatch120/client'
import type { Store } from '../device/store'
import { CHUNK_BYTES, type Progress, type Upload, isWaiting } from './upload'

const RETRY_MILLIS = [1000, 2000, 4000, 8000, 15_000]
/** A fault of the server, or a file it lost, is given this many tries in a row. */
const FAULT_TRIES = 5

export interface UploadSeams {
  store: Store
  open(upload: Upload): Promise<Progress>
  append(upload: Upload & { uploadId: string }, offset: number, bytes: ArrayBuffer): Promise<Progress>
  progress(upload: Upload & { uploadId: string }): Promise<Progress>
  /** False while a tap that the upload needs, such as the opening of the case, is still to be sent. */
  ready(upload: Upload): boolean
  now(): number
  setTimer(callback: () => void, millis: number): unknown
}

export interface UploadEvents {
  onChange(): void
  onSignedOut(): void
  /** The device could not keep a file; it is sent all the same. */
  onStoreFault(error: unknown): void
}

type Started = Upload & { uploadId: string }
export type NewUpload = Pick<Upload, 'patientId' | 'fileName' | 'contentType' | 'sha256'>

/**
 * The ECGs of one user on their way, one after the other and piece by piece. What the server has already is asked, not
 * remembered: a dropped line, a reload and a second sending of the same file all go on where it stands.
 */
export class UploadQueue {
  readonly #seams: UploadSeams
  readonly #events: UploadEvents
  readonly #prefix: string
  readonly #bytesPrefix: string
  /** Bytes that the device could not keep. */
  readonly #unkept = new Map<string, ArrayBuffer>()
  /** Of the file on its way: read from the device once, not for every piece. */
  #reading: { id: string; bytes: ArrayBuffer } | undefined
  #uploads: Upload[] = []
  #running = false
  #held = false
  #closed = false
  #tries = 0
  #lastOrder = 0

  constructor(username: string, seams: UploadSeams, events: UploadEvents) {
    this.#prefix = `ecg:${username}:`
    this.#bytesPrefix = `ecg-bytes:${username}:`
    this.#seams = seams
    this.#events = events
  }

  get uploads(): readonly Upload[] {
    return this.#uploads
  }

  async load(): Promise<void> {
    const kept = await this.#seams.store.list<Upload>(this.#prefix)
    kept.sort((a, b) => a.order - b.order)
    this.#uploads = [...kept, ...this.#uploads]
    this.#lastOrder = Math.max(this.#lastOrder, ...kept.map(({ order }) => order))
    this.#events.onChange()
  }

  /** The same file for the same patient again is the one that is on its way. */
  async add(file: NewUpload, bytes: ArrayBuffer): Promise<Upload> {
    const known = this.#uploads.find(
      ({ patientId, sha256, refusal }) => !refusal && patientId === file.patientId && sha256 === file.sha256,
    )
    if (known) return known
    const now = this.#seams.now()
    this.#lastOrder = Math.max(this.#lastOrder + 1, now)
    const upload: Upload = {
      id: newKey(),
      order: this.#lastOrder,
      ...file,
      sizeBytes: bytes.byteLength,
      takenAt: new Date(now).toISOString(),
      receivedBytes: 0,
    }
    try {
      // The bytes first: a name without its file could never be sent.
      await this.#seams.store.set(this.#bytesPrefix + upload.id, bytes)
    } catch (error) {
      this.#unkept.set(upload.id, bytes)
      this.#events.onStoreFault(error)
    }
    await this.#put(upload)
    this.send()
    return upload
  }

  /** Bytes of a file that is still here, to show it. */
  async bytesOf(id: string): Promise<ArrayBuffer | undefined> {
    return this.#unkept.get(id) ?? (await this.#seams.store.get<ArrayBuffer>(this.#bytesPrefix + id))
  }

  /** Takes away what was refused, what is delivered, or what the crew does not want to send. */
  drop(id: string): void {
    this.#uploads = this.#uploads.filter((upload) => upload.id !== id)
    this.#unkept.delete(id)
    this.#erase(this.#prefix + id)
    this.#erase(this.#bytesPrefix + id)
    this.#events.onChange()
  }

  /** Delivered files that the case shows by now need no line of their own. */
  settle(shown: (upload: Upload) => boolean): void {
    for (const upload of this.#uploads) if (upload.delivered && shown(upload)) this.drop(upload.id)
  }

  /** After a refusal: once more from where it stands. */
  retry(id: string): void {
    const upload = this.#uploads.find((other) => other.id === id)
    if (!upload?.refusal) return
    const again = withoutServer(upload)
    delete again.refusal
    void this.#put(again).then(() => this.send())
  }

  send(): void {
    this.#held = false
    if (!this.#running && !this.#closed) void this.#run()
  }

  close(): void {
    this.#closed = true
  }

  async #run(): Promise<void> {
    this.#running = true
    const next = () => this.#uploads.find((upload) => isWaiting(upload) && this.#seams.ready(upload))
    for (let upload = next(); upload && !this.#held && !this.#closed; upload = next())
      await this.#step(upload)
    this.#running = false
  }

  async #step(upload: Upload): Promise<void> {
    try {
      const progress = await this.#advance(upload)
      if (!this.#uploads.some(({ id }) => id === upload.id)) return
      this.#tries = 0
      await this.#take(upload, progress)
    } catch (error) {
      await this.#failed(upload, error instanceof RequestFailed ? error : undefined)
    }
  }

  #advance(upload: Upload): Promise<Progress> {
    return upload.uploadId === undefined ? this.#seams.open(upload) : this.#append(upload as Started)
  }

  async #append(upload: Started): Promise<Progress> {
    const read = this.#reading?.id === upload.id ? this.#reading.bytes : undefined
    const bytes = read ?? (await this.bytesOf(upload.id))
    if (!bytes) throw lost()
    this.#reading = { id: upload.id, bytes }
    const offset = upload.receivedBytes
    return this.#seams.append(upload, offset, bytes.slice(offset, offset + CHUNK_BYTES))
  }

  async #take(upload: Upload, progress: Progress): Promise<void> {
    const { uploadId, receivedBytes, complete } = progress
    await this.#put({ ...upload, uploadId, receivedBytes, ...(complete && { delivered: true }) })
    if (!complete) return
    this.#reading = undefined
    this.#unkept.delete(upload.id)
    this.#erase(this.#bytesPrefix + upload.id)
  }

  async #failed(upload: Upload, failed: RequestFailed | undefined): Promise<void> {
    if (failed?.status === 401) {
      this.#held = true
      this.#events.onSignedOut()
    } else if (failed?.code === 'upload_offset' && this.#tries < FAULT_TRIES) await this.#askWhere(upload)
    else if (failed?.status === 404 && upload.uploadId !== undefined && this.#tries++ < FAULT_TRIES)
      // An upload that stalled for a day is gone there, not here.
      await this.#put(withoutServer(upload))
    else if (!failed || this.#again(failed)) this.#later(failed?.retryAfterSeconds)
    else await this.#refuse(upload, failed)
  }

  async #askWhere(upload: Upload): Promise<void> {
    this.#tries++
    try {
      await this.#take(upload, await this.#seams.progress(upload as Started))
    } catch {
      this.#later(undefined)
    }
  }

  #again(failed: RequestFailed): boolean {
    if (failed.repeatable || failed.status === 408 || failed.status === 429) return true
    return failed.status >= 500 && this.#tries < FAULT_TRIES - 1
  }

  #later(retryAfterSeconds: number | undefined): void {
    const millis = RETRY_MILLIS[Math.min(this.#tries++, RETRY_MILLIS.length - 1)] ?? 0
    this.#held = true
    this.#seams.setTimer(() => this.send(), Math.max(millis, (retryAfterSeconds ?? 0) * 1000))
  }

  async #refuse(upload: Upload, { status, code, problem }: RequestFailed): Promise<void> {
    this.#tries = 0
    await this.#put({ ...upload, refusal: { status, code, detail: problem.detail } })
  }

  async #put(upload: Upload): Promise<void> {
    const known = this.#uploads.some(({ id }) => id === upload.id)
    this.#uploads = known
      ? this.#uploads.map((other) => (other.id === upload.id ? upload : other))
      : [...this.#uploads, upload]
    this.#events.onChange()
    try {
      await this.#seams.store.set(this.#prefix + upload.id, upload)
    } catch (error) {
      this.#events.onStoreFault(error)
    }
  }

  #erase(key: string): void {
    this.#seams.store.delete(key).catch((error: unknown) => this.#events.onStoreFault(error))
  }
}

function withoutServer(upload: Upload): Upload {
  const anew = { ...upload, receivedBytes: 0 }
  delete anew.uploadId
  return anew
}

function lost(): RequestFailed {
  return new RequestFailed({ type: 'about:blank', title: 'Lost', status: 410, code: 'file_lost', detail: '' })
}
