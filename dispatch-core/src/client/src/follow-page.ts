import type { Live } from './live'

/**
 * Lets a stream follow its page: a device that slept, a tab that was frozen and a network that came back connect at
 * once instead of when a timer gets to it.
 *
 * @returns lets go of the page again
 */
export function followPage(live: Pick<Live, 'wake' | 'doubt'>, page: Window = window): () => void {
  const letGo = new AbortController()
  const options = { signal: letGo.signal }
  page.addEventListener('online', () => live.wake(), options)
  page.addEventListener('offline', () => live.doubt(), options)
  page.addEventListener('pageshow', () => live.wake(), options)
  page.document.addEventListener(
    'visibilitychange',
    () => {
      if (page.document.visibilityState === 'visible') live.wake()
    },
    options,
  )
  return () => letGo.abort()
}
