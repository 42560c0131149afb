import { ref } from 'vue'
import type { Alert } from '@/contract'
import { post } from '@/shared/api'

/** Does the same to several alerts at once; one that fails keeps none of the others back. */
export function useTogether() {
  const busy = ref(false)
  /** Why the first of those failed that did; it is still there to be tried again. */
  const error = ref<unknown>()

  /** @returns true when it was done to all */
  async function send(alerts: readonly Alert[], path: string, body?: unknown): Promise<boolean> {
    busy.value = true
    error.value = undefined
    const outcomes = await Promise.allSettled(alerts.map(({ id }) => post(`/alerts/${id}/${path}`, body)))
    const failed = outcomes.find((outcome) => outcome.status === 'rejected')
    error.value = failed?.reason
    busy.value = false
    return failed === undefined
  }

  return { busy, error, send }
}
