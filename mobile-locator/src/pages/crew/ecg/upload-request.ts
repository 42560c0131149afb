import { type Answer, RequestFailed, request } from '@dispatch120/client'
import type { Progress, Upload } from './upload'

/** A piece must get through a bad line in this time. */
const CHUNK_MILLIS = 45_000

const ecgUploads = ({ patientId }: Upload) =>
  `/api/v1/crew/patients/${encodeURIComponent(patientId)}/chest-pain/ecg-uploads`

const uploadPath = (upload: Upload & { uploadId: string }) =>
  `${ecgUploads(upload)}/${encodeURIComponent(upload.uploadId)}`

export function openUpload(upload: Upload): Promise<Progress> {
  const { fileName, sizeBytes, sha256, takenAt } = upload
  const body = { fileName, sizeBytes, sha256, takenAt }
  return bodyOf(request<Progress>(ecgUploads(upload), { method: 'POST', body, idempotencyKey: upload.id }))
}

export function progressOf(upload: Upload & { uploadId: string }): Promise<Progress> {
  return bodyOf(request<Progress>(uploadPath(upload)))
}

/** Sends a piece as it is. Its own `fetch`: the shared one speaks JSON. */
export async function appendChunk(
  upload: Upload & { uploadId: string },
  offset: number,
  bytes: ArrayBuffer,
): Promise<Progress> {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), CHUNK_MILLIS)
  try {
    const response = await fetch(uploadPath(upload), {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/octet-stream', 'Upload-Offset': String(offset) },
      credentials: 'same-origin',
      cache: 'no-store',
      signal: limit.signal,
      body: bytes,
    })
    const body = (await response.json().catch(() => undefined)) as unknown
    if (response.ok && body !== undefined) return body as Progress
    throw refused(response, body)
  } catch (error) {
    if (error instanceof RequestFailed) throw error
    throw new RequestFailed(problem(0, 'unreachable', error instanceof Error ? error.message : String(error)))
  } finally {
    clearTimeout(timer)
  }
}

function refused(response: Response, body: unknown): RequestFailed {
  // A cut answer of a good status says nothing: ask again.
  const status = response.ok ? 0 : response.status
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN)
  const found = {
    ...problem(status, `http_${status}`, ''),
    ...(response.ok ? {} : (body as object | undefined)),
  }
  return new RequestFailed(found, Number.isFinite(seconds) ? seconds : undefined)
}

function problem(status: number, code: string, detail: string) {
  return { type: 'about:blank', title: '', status, code, detail }
}

async function bodyOf<T>(answer: Promise<Answer<T>>): Promise<T> {
  return (await answer).body
}
