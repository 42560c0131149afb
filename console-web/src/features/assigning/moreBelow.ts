import { nextTick, ref, watch, type Ref } from 'vue'

/** A row that shows by less than this is not to be read yet. */
const TOLERANCE_PIXELS = 8

/** How many rows of a scrolling list lie below what is seen. */
export function useMoreBelow(list: Readonly<Ref<HTMLElement | null>>, rowCount: () => number) {
  const below = ref(0)

  function measure() {
    const box = list.value
    if (!box) return
    const bottom = box.scrollTop + box.clientHeight + TOLERANCE_PIXELS
    const first = box.firstElementChild
    const top = first instanceof HTMLElement ? first.offsetTop : 0
    below.value = [...box.children].filter(
      (row) => row instanceof HTMLElement && row.offsetTop - top + row.offsetHeight > bottom,
    ).length
  }

  watch(rowCount, () => void nextTick(measure), { immediate: true })
  return { below, measure }
}
