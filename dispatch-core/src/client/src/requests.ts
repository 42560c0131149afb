/** A refusal of the server as RFC 9457 says it; `code` is stable. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  code: string
  errors?: { field: string; message: string }[]
}

/** A request that was answered with a problem, or not at all (`code` is `unreachable` then, `status` 0). */
export class RequestFailed extends Error {
  constructor(
    readonly problem: Problem,
    readonly retryAfterSeconds?: number,
  ) {
    super(problem.detail)
    this.name = 'RequestFailed'
  }

  get code(): string {
    return this.problem.code
  }

  get status(): number {
    return this.problem.status
  }

  /** Nothing is known of the outcome, or it is not stored: the same key may be sent again. */
  get repeatable(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504
  }
}

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  body?: unknown
  /** Makes the request repeatable without a second effect. */
  idempotencyKey?: string
  headers?: Record<string, string>
  timeoutMillis?: number
}

/** What was answered: 204 gives an undefined body. */
export interface Answer<T> {
  status: number
  body: T
  headers: Headers
}

/**
 * Sends one request with the page's cookie and reads the answer.
 *
 * @throws RequestFailed for every refusal, time-out and unreachable server
 */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<Answer<T>> {
  // Not AbortSignal.timeout: phones from before 2022 do not have it.
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), options.timeoutMillis ?? 10_000)
  try {
    return await exchange<T>(path, options, limit.signal)
  } finally {
    clearTimeout(timer)
  }
}

async function exchange<T>(path: string, options: RequestOptions, signal: AbortSignal): Promise<Answer<T>> {
  const headers: Record<string, string> = { Accept: 'application/json', ...options.headers }
  if (options.body !== undefined) headers['Content-Type'] = 'application/json'
  if (options.idempotencyKey) headers['Idempotency-Key'] = options.idempotencyKey
  const response = await answered(() =>
    fetch(path, {
      method: options.method ?? 'GET',
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      signal,
      ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
    }),
  )
  if (!response.ok) throw new RequestFailed(await problemOf(response), retryAfter(response))
  const text = await answered(() => response.text())
  return {
    status: response.status,
    body: (text === '' ? undefined : JSON.parse(text)) as T,
    headers: response.headers,
  }
}

/** A line that breaks, before the answer or in it, is the same to whoever asked: nothing is known of the outcome. */
async function answered<R>(step: () => Promise<R>): Promise<R> {
  try {
    return await step()
  } catch (error) {
    throw new RequestFailed(noAnswer(error))
  }
}

/** A random UUID; also on plain HTTP pages, where crypto.randomUUID does not exist. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function noAnswer(error: unknown): Problem {
  const detail = error instanceof Error ? error.message : String(error)
  return { type: 'about:blank', title: 'No answer', status: 0, code: 'unreachable', detail }
}

async function problemOf(response: Response): Promise<Problem> {
  const fallback = {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    code: `http_${response.status}`,
    detail: '',
  }
  try {
    return { ...fallback, ...((await response.json()) as Partial<Problem>) }
  } catch {
    return fallback
  }
}

function retryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN)
  return Number.isFinite(seconds) ? seconds : undefined
}
