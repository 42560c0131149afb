import { ref } from 'vue'
import type { Checklist } from '@/contract'
import { useAction } from '@/shared/action'
import { get } from '@/shared/api'

export const THROMBOLYSIS = 'thrombolysis'

/** The checklist of thrombolysis as the server asks it: its questions are data, and a center puts versions in force. */
export function useChecklist() {
  const checklist = ref<Checklist>()
  const loading = useAction()

  async function load() {
    await loading.run('checklist', async () => {
      checklist.value = await get<Checklist>(`/checklists/${THROMBOLYSIS}`)
    })
  }

  return { checklist, problem: loading.problem, load }
}
