import { RequestFailed, request } from '@dispatch120/client'
import type { Crew, Session } from './contract'

/** A sign-on that the page can explain. */
export class SignOnFailed extends Error {
  constructor(
    readonly code: string,
    readonly retryAfterSeconds: number,
    detail: string,
  ) {
    super(detail)
  }
}

/** @throws SignOnFailed for every reason */
export async function signIn(username: string, password: string): Promise<Crew> {
  try {
    const { body } = await request<Session>('/api/v1/sessions', {
      method: 'POST',
      body: { username, password },
    })
    if (body.user.unitId !== undefined) return { username: body.user.username, unitId: body.user.unitId }
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error
    throw new SignOnFailed(error.code, Math.ceil(error.retryAfterSeconds ?? 30), error.message)
  }
  await signOut()
  throw new SignOnFailed('no_unit', 0, '')
}

/** @returns false when nobody answered: the session may still stand */
export async function signOut(): Promise<boolean> {
  try {
    await request('/api/v1/sessions/current', { method: 'DELETE' })
    return true
  } catch (error) {
    return error instanceof RequestFailed && !error.repeatable
  }
}

/** @throws RequestFailed when nobody answered */
export async function sessionIsGood(): Promise<boolean> {
  try {
    await request('/api/v1/me')
    return true
  } catch (error) {
    if (error instanceof RequestFailed && error.status === 401) return false
    throw error
  }
}
