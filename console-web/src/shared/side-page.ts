import { defineStore } from 'pinia'
import { ref } from 'vue'

/** What the left region shows below the alerts. Nothing ever opens over the map or the incident. */
export type SidePage = 'queue' | 'search' | 'help' | 'closures' | 'leaving'

export const useSidePage = defineStore('sidePage', () => {
  const page = ref<SidePage>('queue')

  function open(next: SidePage) {
    page.value = next
  }

  function close() {
    page.value = 'queue'
  }

  return { page, open, close }
})
