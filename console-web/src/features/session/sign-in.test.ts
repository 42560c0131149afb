import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import { RequestFailed } from '@/shared/api'
import { useSignIn } from './sign-in'

const refused = (status: number, code: string, retryAfter?: number) =>
  new RequestFailed({ type: 'about:blank', title: '', status, code, detail: '' }, retryAfter)

describe('signing in', () => {
  let scope: EffectScope
  const signIn = vi.fn<(username: string, password: string) => Promise<void>>()

  beforeEach(() => {
    vi.useFakeTimers()
    signIn.mockReset().mockResolvedValue()
    scope = effectScope()
  })

  afterEach(() => {
    scope.stop()
    vi.useRealTimers()
  })

  const start = () => scope.run(() => useSignIn(signIn)) as ReturnType<typeof useSignIn>

  it('takes blanks around a name for a slip, and never around a password', async () => {
    expect(await start().submit(' dispatcher ', ' secret ')).toBe(true)
    expect(signIn).toHaveBeenCalledWith('dispatcher', ' secret ')
  })

  it.each([
    [401, 'wrong_credentials', 'wrong_credentials'],
    [403, 'forbidden', 'forbidden'],
    [0, 'unreachable', 'unreachable'],
    [500, 'internal_error', 'other'],
  ])('says what went wrong: %i %s', async (status, code, problem) => {
    signIn.mockRejectedValue(refused(status, code))
    const form = start()
    expect(await form.submit('a', 'b')).toBe(false)
    expect(form.problem.value).toBe(problem)
    expect(form.mayTry.value).toBe(true)
  })

  it('counts the seconds down before the next try', async () => {
    signIn.mockRejectedValue(refused(429, 'rate_limited', 3))
    const form = start()
    await form.submit('a', 'b')
    expect(form.waitSeconds.value).toBe(3)
    expect(await form.submit('a', 'b')).toBe(false)
    expect(signIn).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(2000)
    expect(form.waitSeconds.value).toBe(1)
    vi.advanceTimersByTime(1000)
    expect(form.mayTry.value).toBe(true)
    expect(form.problem.value).toBeUndefined()
  })
})
