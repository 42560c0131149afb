import { defineStore } from 'pinia'
import { reactive } from 'vue'

/** Addresses of links sent from this browser: the server tells them once, at sending. */
export const useLinks = defineStore('links', () => {
  const urls = reactive(new Map<string, string>())
  return { urls }
})
