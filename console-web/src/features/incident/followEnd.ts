import { nextTick, ref, watch, type Ref } from 'vue'

/** Within so many pixels of the end somebody counts as being at it. */
const NEAR_END = 24

/**
 * Keeps a growing list at its newest, lowest entry, unless somebody reads older ones: then nothing moves and the
 * entries they have not seen are counted.
 */
export function useFollowEnd(
  box: Readonly<Ref<HTMLElement | null>>,
  length: () => number,
  subject: () => string,
) {
  const unseen = ref(0)
  let atEnd = true

  function onScroll() {
    const element = box.value
    if (!element) return
    atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END
    if (atEnd) unseen.value = 0
  }

  function toEnd() {
    atEnd = true
    unseen.value = 0
    if (box.value) box.value.scrollTop = box.value.scrollHeight
  }

  watch(
    [length, subject],
    async ([now, what], [before, earlier]) => {
      if (what !== earlier) atEnd = true
      if (atEnd) {
        await nextTick()
        toEnd()
      } else unseen.value += Math.max(0, now - (before ?? 0))
    },
    { immediate: true },
  )

  return { unseen, onScroll, toEnd }
}
