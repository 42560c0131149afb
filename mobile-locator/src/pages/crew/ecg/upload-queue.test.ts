import { RequestFailed } from '@dispatch120/client'
import { beforeEach, describe, expect, it } from 'vitest'
import { memoryStore } from '../device/store'
import { NOON } from '../samples.test-support'
import { CHUNK_BYTES, type Progress, isWaiting, shareOf } from './upload'
import { UploadQueue } from './upload-queue'

const refused = (status: number, code: string) =>
  new RequestFailed({ type: '', title: '', status, code, detail: `because ${code}` })
const unreachable = () => refused(0, 'unreachable')
const SIZE = CHUNK_BYTES * 2 + 1000

/** The other end: keeps what it is given, and may fail before or after it has taken a piece. */
class Server {
  received = new Uint8Array(0)
  size = 0
  known = false
  opened = 0
  offsets: number[] = []
  before: (() => RequestFailed | undefined)[] = []
  after: (() => RequestFailed | undefined)[] = []

  progress(): Progress {
    const receivedBytes = this.received.length
    return { uploadId: 'u-1', receivedBytes, sizeBytes: this.size, complete: receivedBytes === this.size }
  }

  open(size: number): Progress {
    this.opened++
    this.size = size
    this.known = true
    return this.progress()
  }

  append(offset: number, bytes: ArrayBuffer): Progress {
    const failure = this.before.shift()?.()
    if (failure) throw failure
    if (!this.known) throw refused(404, 'not_found')
    this.offsets.push(offset)
    if (offset !== this.received.length) throw refused(409, 'upload_offset')
    const grown = new Uint8Array(this.received.length + bytes.byteLength)
    grown.set(this.received)
    grown.set(new Uint8Array(bytes), this.received.length)
    this.received = grown
    const lost = this.after.shift()?.()
    if (lost) throw lost
    return this.progress()
  }
}

let store = memoryStore()
let server: Server
let timers: { callback: () => void; millis: number }[]
let told: string[]
let ready: boolean

function openQueue(): UploadQueue {
  return new UploadQueue(
    'a24',
    {
      store,
      open: async ({ sizeBytes }) => server.open(sizeBytes),
      append: async (_, offset, bytes) => server.append(offset, bytes),
      progress: async () => server.progress(),
      ready: () => ready,
      now: () => NOON,
      setTimer: (callback, millis) => timers.push({ callback, millis }),
    },
    {
      onChange: () => undefined,
      onSignedOut: () => told.push('signed out'),
      onStoreFault: () => told.push('store fault'),
    },
  )
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20))
const file = { patientId: 'p-1', fileName: 'a.jpg', contentType: 'image/jpeg', sha256: 'ab' }
const bytes = () => new Uint8Array(SIZE).map((_, i) => i % 251).buffer
/** Byte by byte; the matcher takes seconds for so many. */
const isWhole = (received: Uint8Array) =>
  received.length === SIZE && received.every((byte, i) => byte === i % 251)
const timer = async () => {
  timers.shift()?.callback()
  await settled()
}

beforeEach(() => {
  store = memoryStore()
  server = new Server()
  timers = []
  told = []
  ready = true
})

describe('an upload', () => {
  it('goes in pieces, and is delivered only when the server has it whole', async () => {
    const queue = openQueue()
    await queue.add(file, bytes())
    await settled()
    expect(server.offsets).toEqual([0, CHUNK_BYTES, 2 * CHUNK_BYTES])
    expect(isWhole(server.received)).toBe(true)
    expect(queue.uploads).toMatchObject([{ delivered: true, receivedBytes: SIZE }])
    expect(await store.list('ecg-bytes:')).toEqual([])
  })
  it('is never shown as whole before the server says so', () => {
    const upload = { id: '1', order: 1, ...file, sizeBytes: 5, takenAt: '', receivedBytes: 5 }
    expect(shareOf(upload)).toBeLessThan(1)
    expect(shareOf({ ...upload, delivered: true })).toBe(1)
  })
  it('goes on where it stands when the line drops between two pieces', async () => {
    server.before = [() => undefined, unreachable]
    const queue = openQueue()
    await queue.add(file, bytes())
    await settled()
    expect(queue.uploads[0]?.receivedBytes).toBe(CHUNK_BYTES)
    await timer()
    expect(server.offsets).toEqual([0, CHUNK_BYTES, 2 * CHUNK_BYTES])
    expect(queue.uploads[0]?.delivered).toBe(true)
  })
  it('asks where it stands when a piece arrived but its answer was lost', async () => {
    server.after = [() => undefined, unreachable]
    const queue = openQueue()
    await queue.add(file, bytes())
    await settled()
    await timer()
    expect(server.offsets).toEqual([0, CHUNK_BYTES, CHUNK_BYTES, 2 * CHUNK_BYTES])
    expect(server.received.length).toBe(SIZE)
    expect(queue.uploads[0]?.delivered).toBe(true)
  })
  it('is delivered even when the last answer was lost', async () => {
    server.after = [() => undefined, () => undefined, unreachable]
    const queue = openQueue()
    await queue.add(file, bytes())
    await settled()
    await timer()
    expect(queue.uploads[0]?.delivered).toBe(true)
    expect(server.received.length).toBe(SIZE)
  })
  it('resumes after a reload with the bytes that the device kept', async () => {
    server.before = [() => undefined, unreachable]
    await openQueue().add(file, bytes())
    await settled()
    const after = openQueue()
    await after.load()
    after.send()
    await settled()
    expect(after.uploads).toMatchObject([{ delivered: true, sha256: 'ab' }])
    expect(isWhole(server.received)).toBe(true)
    expect(server.opened).toBe(1)
  })
  it('begins anew when the server has forgotten it', async () => {
    server.before = [() => undefined, unreachable]
    const queue = openQueue()
    await queue.add(file, bytes())
    await settled()
    server.known = false
    server.received = new Uint8Array(0)
    await timer()
    expect(server.opened).toBe(2)
    expect(queue.uploads[0]?.delivered).toBe(true)
  })
  it('waits for the case to be open', async () => {
    ready = false
    const queue = openQueue()
    await queue.add(file, bytes())
    await settled()
    expect(server.opened).toBe(0)
    ready = true
    queue.send()
    await settled()
    expect(queue.uploads[0]?.delivered).toBe(true)
  })
  it('that is refused keeps its bytes until the crew has seen it, and lets others pass', async () => {
    server.before = [() => refused(422, 'ecg_unreadable')]
    const queue = openQueue()
    await queue.add(file, bytes())
    await settled()
    expect(queue.uploads[0]?.refusal?.code).toBe('ecg_unreadable')
    expect(queue.uploads.filter(isWaiting)).toEqual([])
    expect(await store.list('ecg-bytes:')).toHaveLength(1)
    queue.retry(queue.uploads[0]?.id ?? '')
    await settled()
    expect(queue.uploads[0]?.delivered).toBe(true)
  })
  it('waits for the next sign-on when the session has ended', async () => {
    server.before = [() => refused(401, 'unauthorized')]
    const queue = openQueue()
    await queue.add(file, bytes())
    await settled()
    expect(told).toEqual(['signed out'])
    expect(timers).toEqual([])
    queue.send()
    await settled()
    expect(queue.uploads[0]?.delivered).toBe(true)
  })
  it('of the same file twice is one', async () => {
    const queue = openQueue()
    await queue.add(file, bytes())
    await queue.add(file, bytes())
    expect(queue.uploads).toHaveLength(1)
  })
  it('is sent although the device could not keep it', async () => {
    store = { ...store, set: () => Promise.reject(new Error('full')) }
    const queue = openQueue()
    await queue.add(file, bytes())
    await settled()
    expect(told).toContain('store fault')
    expect(queue.uploads[0]?.delivered).toBe(true)
  })
  it('leaves the list once the case shows the ECG', async () => {
    const queue = openQueue()
    await queue.add(file, bytes())
    await settled()
    queue.settle(({ sha256 }) => sha256 === 'ab')
    expect(queue.uploads).toEqual([])
    expect(await store.list('ecg:')).toEqual([])
  })
})
