import { ref } from 'vue'
import { newKey, post, RequestFailed, type Problem } from './api'

/**
 * One thing a person does: once at a time, with its refusal kept for showing. When the outcome is unknown the same
 * request is repeated with the same key, so that it is never done twice.
 */
export function useAction() {
  const busy = ref(false)
  const problem = ref<Problem>()
  let pending: { what: string; key: string } | undefined

  /** @returns true when it was done */
  async function run(what: string, act: (key: string) => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    problem.value = undefined
    pending = pending?.what === what ? pending : { what, key: newKey() }
    try {
      await act(pending.key)
      pending = undefined
      return true
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error
      problem.value = error.problem
      if (!error.repeatable) pending = undefined
      return false
    } finally {
      busy.value = false
    }
  }

  /** Posts; the answer is left to the socket, which brings the same and more. */
  function send(path: string, body?: unknown): Promise<boolean> {
    return run(`${path} ${JSON.stringify(body)}`, (key) => post(path, body, key))
  }

  return { busy, problem, run, send }
}

export type Action = ReturnType<typeof useAction>

/** `/incidents/x/close`, each part made safe. */
export function pathOf(...parts: string[]): string {
  return `/${parts.map(encodeURIComponent).join('/')}`
}
