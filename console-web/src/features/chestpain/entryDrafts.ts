import { reactive } from 'vue'

/** Half-heard values of so many patients are kept; the oldest give way. */
const KEPT = 40

const drafts = new Map<string, object>()

/** What is typed for a patient stays while somebody turns to another incident, until it is saved. In this tab only. */
export function draftOf<T extends object>(patientId: string, form: string, empty: Readonly<T>): T {
  const key = `${patientId} ${form}`
  const known = drafts.get(key)
  if (known) return known as T
  const fresh = reactive({ ...empty }) as T
  drafts.set(key, fresh)
  const oldest = drafts.keys().next().value
  if (drafts.size > KEPT && oldest !== undefined) drafts.delete(oldest)
  return fresh
}
