import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { operations } from '@/contract'
import { get } from './api'

export type Center = operations['getCenter']['responses']['200']['content']['application/json']
export type Hospital = Center['hospitals'][number]
export type Station = Center['stations'][number]

/** The center this console works for: names, zone, area, stations and hospitals. */
export const useCenter = defineStore('center', () => {
  const info = shallowRef<Center>()

  async function load() {
    info.value = await get<Center>('/center')
  }

  return { info, load }
})
