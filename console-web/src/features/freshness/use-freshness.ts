import { computed, ref, watch } from 'vue'
import { useBoard } from '@/live'
import { useNow } from '@/shared/time'
import { ageSeconds, BANNER_AFTER_MILLIS, clockErrorSeconds, freshnessOf } from './freshness'

/** How far what is shown can be trusted. */
export function useFreshness() {
  const board = useBoard()
  const now = useNow()
  const freshness = computed(() => freshnessOf(board.status, board.ready))
  const clockError = computed(() => clockErrorSeconds(board.status))
  const age = computed(() => {
    void now.value // once a second
    return ageSeconds(board.status, performance.now())
  })

  const apartLong = ref(false)
  watch(
    freshness,
    (state, _before, onCleanup) => {
      apartLong.value = false
      if (state !== 'apart') return
      const timer = setTimeout(() => (apartLong.value = true), BANNER_AFTER_MILLIS)
      onCleanup(() => clearTimeout(timer))
    },
    { immediate: true },
  )

  /** Server time at which the database went away: what is shown stands still from there. */
  const storageLostAt = ref<number>()
  watch(
    () => board.status.storage,
    (storage) => (storageLostAt.value = storage === 'unavailable' ? board.serverNow() : undefined),
    { immediate: true },
  )

  /** What the top bar says instead of its counts: those are then not to be trusted. */
  const trouble = computed<'apart' | 'storage' | undefined>(() => {
    if (freshness.value === 'apart' && apartLong.value) return 'apart'
    return storageLostAt.value === undefined ? undefined : 'storage'
  })

  return { freshness, age, trouble, storageLostAt, clockError }
}
