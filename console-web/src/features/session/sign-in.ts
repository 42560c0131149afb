import { computed, onScopeDispose, ref } from 'vue'
import { RequestFailed } from '@/shared/api'

/** Why signing in did not work. `other` is said in the server's words. */
export type SignInProblem = 'wrong_credentials' | 'rate_limited' | 'forbidden' | 'unreachable' | 'other'

const KNOWN: SignInProblem[] = ['wrong_credentials', 'rate_limited', 'forbidden', 'unreachable']

/** One try after the other to sign in, and what came of the last. */
export function useSignIn(signIn: (username: string, password: string) => Promise<unknown>) {
  const busy = ref(false)
  const problem = ref<SignInProblem>()
  const error = ref<unknown>()
  const waitSeconds = ref(0)
  const mayTry = computed(() => !busy.value && waitSeconds.value === 0)
  let timer: ReturnType<typeof setInterval> | undefined
  onScopeDispose(() => clearInterval(timer))

  /** @returns true when signed in */
  async function submit(username: string, password: string): Promise<boolean> {
    if (!mayTry.value) return false
    busy.value = true
    problem.value = undefined
    try {
      await signIn(username.trim(), password)
      return true
    } catch (caught) {
      error.value = caught
      problem.value = problemOf(caught)
      if (problem.value === 'rate_limited') wait((caught as RequestFailed).retryAfterSeconds ?? 5)
      return false
    } finally {
      busy.value = false
    }
  }

  function wait(seconds: number) {
    clearInterval(timer)
    waitSeconds.value = seconds
    timer = setInterval(() => {
      waitSeconds.value -= 1
      if (waitSeconds.value > 0) return
      clearInterval(timer)
      problem.value = undefined
    }, 1000)
  }

  return { busy, problem, error, waitSeconds, mayTry, submit }
}

function problemOf(caught: unknown): SignInProblem {
  const code = caught instanceof RequestFailed ? caught.code : undefined
  return KNOWN.find((known) => known === code) ?? 'other'
}
