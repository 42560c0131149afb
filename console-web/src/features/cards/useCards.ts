import { computed, onScopeDispose, ref } from 'vue'
import type { TriageCard } from '@/contract'
import { useBoard } from '@/live'
import { useAction } from '@/shared/action'
import { get } from '@/shared/api'
import { keyOf } from './cards'

/**
 * Every version that is installed. Read again when somebody else has taken a step: by the stream where there is one,
 * and when the window is looked at again.
 */
export function useCards() {
  const cards = ref<TriageCard[]>()
  const chosen = ref<string>()
  const loading = useAction()
  const card = computed(() => cards.value?.find((one) => keyOf(one) === chosen.value) ?? cards.value?.[0])

  let again = false

  /** What is asked for while an answer is on its way may already be older than what has changed: it is asked again. */
  async function load() {
    again = loading.busy.value
    if (again) return
    await loading.run('cards', async () => {
      cards.value = (await get<{ items: TriageCard[] }>('/triage-cards')).items
    })
    if (again) await load()
  }

  const stop = useBoard().onEvent((event) => {
    if (event.type.startsWith('triage_card_')) void load()
  })
  window.addEventListener('focus', load)
  onScopeDispose(() => {
    stop()
    window.removeEventListener('focus', load)
  })

  return { cards, card, chosen, problem: loading.problem, load }
}
