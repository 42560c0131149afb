import { newKey, request, type Answer, type RequestOptions } from '@dispatch120/client'

export { RequestFailed, newKey, type Problem } from '@dispatch120/client'

const BASE = '/api/v1'

type SignedOutListener = () => void
let signedOut: SignedOutListener = () => undefined

/** Told whenever a request finds that the session has ended; the page then asks for the password, over what is typed. */
export function onSignedOut(listener: SignedOutListener): void {
  signedOut = listener
}

/** Reads. */
export async function get<T>(path: string): Promise<T> {
  return (await send<T>(path, {})).body
}

/**
 * Changes something. Every change carries an idempotency key; hand in the same key to repeat one whose outcome is not
 * known.
 */
export async function post<T>(path: string, body?: unknown, key = newKey()): Promise<T> {
  return (await change<T>('POST', path, body, key)).body
}

export function change<T>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  key = newKey(),
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  return send<T>(path, { method, body, idempotencyKey: key, headers })
}

async function send<T>(path: string, options: RequestOptions): Promise<Answer<T>> {
  try {
    return await request<T>(BASE + path, options)
  } catch (error) {
    if (isSignedOut(error)) signedOut()
    throw error
  }
}

function isSignedOut(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 401 && !isWrongPassword(error)
}

function isWrongPassword(error: Error): boolean {
  return 'code' in error && error.code === 'wrong_credentials'
}
