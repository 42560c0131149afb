import { afterEach, describe, expect, it, vi } from 'vitest'
import { type RequestFailed, newKey, request } from './requests'

const answering = (answer: Response | Error) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(() => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer))),
  )
const sent = () =>
  vi.mocked(fetch).mock.calls[0] as unknown as [string, RequestInit & { headers: Record<string, string> }]
const failure = async () => {
  try {
    await request('/api/v1/me')
  } catch (error) {
    return error as RequestFailed
  }
  throw new Error('it did not fail')
}

afterEach(() => vi.unstubAllGlobals())

describe('request', () => {
  it('sends JSON with the cookie and the key that makes it repeatable', async () => {
    answering(Response.json({ id: 'x' }, { status: 201 }))
    const answer = await request<{ id: string }>('/api/v1/x', {
      method: 'POST',
      body: { a: 1 },
      idempotencyKey: 'k',
    })
    expect(answer).toMatchObject({ status: 201, body: { id: 'x' } })
    const [path, init] = sent()
    expect(path).toBe('/api/v1/x')
    expect(init).toMatchObject({
      method: 'POST',
      credentials: 'same-origin',
      cache: 'no-store',
      body: '{"a":1}',
    })
    expect(init.headers).toMatchObject({ 'Idempotency-Key': 'k', 'Content-Type': 'application/json' })
  })
  it('sends no body and no content type with a question', async () => {
    answering(new Response(null, { status: 204 }))
    expect((await request('/api/v1/me')).body).toBeUndefined()
    expect(sent()[1].headers).toEqual({ Accept: 'application/json' })
  })
  it('gives up after its time, and holds no timer after an answer', async () => {
    vi.useFakeTimers()
    const hanging = (_: string, init: RequestInit) =>
      new Promise((_resolve, reject) =>
        init.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
      )
    vi.stubGlobal('fetch', vi.fn(hanging))
    const failed = failure()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await failed).toMatchObject({ code: 'unreachable', repeatable: true })
    answering(Response.json({}))
    await request('/api/v1/me')
    expect(vi.getTimerCount()).toBe(0)
    vi.useRealTimers()
  })
  it('knows nothing of the outcome when the line breaks in the answer', async () => {
    const broken = new Response(new ReadableStream({ pull: (stream) => stream.error(new Error('reset')) }))
    answering(broken)
    expect(await failure()).toMatchObject({ code: 'unreachable', repeatable: true })
  })
  it('says what the server refused, and when to try again', async () => {
    const problem = {
      type: 'about:blank',
      title: 'Conflict',
      status: 429,
      detail: 'slow down',
      code: 'rate_limited',
    }
    answering(Response.json(problem, { status: 429, headers: { 'Retry-After': '7' } }))
    const failed = await failure()
    expect(failed).toMatchObject({
      code: 'rate_limited',
      status: 429,
      message: 'slow down',
      retryAfterSeconds: 7,
    })
    expect(failed.repeatable).toBe(false)
  })
  it('makes a problem of an answer that is none', async () => {
    answering(new Response('<html>bad gateway', { status: 502, statusText: 'Bad Gateway' }))
    const failed = await failure()
    expect(failed).toMatchObject({
      code: 'http_502',
      status: 502,
      repeatable: true,
      retryAfterSeconds: undefined,
    })
  })
  it('may be repeated when nobody answered', async () => {
    answering(new TypeError('Failed to fetch'))
    expect(await failure()).toMatchObject({ code: 'unreachable', status: 0, repeatable: true })
  })
})

describe('newKey', () => {
  it('makes random UUIDs', () => {
    const keys = new Set(Array.from({ length: 100 }, newKey))
    expect(keys.size).toBe(100)
    for (const key of keys)
      expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})
