import { onScopeDispose, ref, watch, type Ref } from 'vue'
import type { SafeAssigning } from './safeAssigning'

const TICK_MILLIS = 200

/** Seconds in which the last assignment can still be taken back, counting down. */
export function useRecallSeconds(assigning: () => SafeAssigning): Readonly<Ref<number>> {
  const seconds = ref(0)
  let timer: ReturnType<typeof setInterval> | undefined

  function tick() {
    seconds.value = assigning().recallSeconds(Date.now())
    if (seconds.value === 0) clearInterval(timer)
  }

  watch(
    () => [assigning(), assigning().flow.recall?.untilMillis, assigning().flow.recall?.state],
    () => {
      clearInterval(timer)
      timer = setInterval(tick, TICK_MILLIS)
      tick()
    },
    { immediate: true },
  )
  onScopeDispose(() => clearInterval(timer))
  return seconds
}
