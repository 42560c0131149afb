import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import type { Aed } from '@/contract'
import { get } from '@/shared/api'

interface Page {
  items: Aed[]
  nextCursor: string | null
}

const PAGE = 500
/** 500 pages of 500: no catalogue is larger, and a cursor that goes in circles must end. */
const MOST_PAGES = 500
/** Whether one is open changes with the time of day. */
const REFRESH_MILLIS = 300_000
const RETRY_MILLIS = 30_000

/** Every AED of the center, page by page. */
export async function listAeds(read: (path: string) => Promise<Page> = get): Promise<Aed[]> {
  const aeds: Aed[] = []
  let cursor: string | null = null
  for (let page = 0; page < MOST_PAGES; page++) {
    const query: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''
    const answer: Page = await read(`/aeds?limit=${PAGE}${query}`)
    aeds.push(...answer.items)
    cursor = answer.nextCursor
    if (!cursor) break
  }
  return aeds
}

/**
 * All AEDs, asked for again every five minutes while the caller lives. What was read stays when an answer fails.
 *
 * @param asks false for who may not ask: none then
 */
export function useAeds(asks: boolean): Readonly<ShallowRef<Aed[]>> {
  const aeds = shallowRef<Aed[]>([])
  if (!asks) return aeds
  let timer: ReturnType<typeof setTimeout> | undefined
  let disposed = false

  async function refresh() {
    let pause = REFRESH_MILLIS
    try {
      aeds.value = await listAeds()
    } catch {
      // The top bar says that the server is away; here it is only tried again sooner.
      pause = RETRY_MILLIS
    }
    if (!disposed) timer = setTimeout(() => void refresh(), pause)
  }

  void refresh()
  onScopeDispose(() => {
    disposed = true
    clearTimeout(timer)
  })
  return aeds
}
