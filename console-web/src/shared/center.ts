import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { operations } from '@/contract'
import { get, RequestFailed } from './api'

export type Center = operations['getCenter']['responses']['200']['content']['application/json']
export type Hospital = Center['hospitals'][number]
export type Station = Center['stations'][number]

const RETRY_MILLIS = 2000

/** The center this console works for: names, zone, area, stations and hospitals. */
export const useCenter = defineStore('center', () => {
  const info = shallowRef<Center>()

  async function load() {
    info.value = await get<Center>('/center')
  }

  /** The console works without it, with fewer names; so nobody waits for it. */
  async function loadUntilThere(): Promise<void> {
    try {
      await load()
    } catch (error) {
      const signedOut = error instanceof RequestFailed && error.status === 401
      if (!signedOut) setTimeout(loadUntilThere, RETRY_MILLIS)
    }
  }

  return { info, load, loadUntilThere }
})
