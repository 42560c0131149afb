import { describe, expect, it } from 'vitest'
import { followPage } from './follow-page'

function fakePage() {
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  return Object.assign(new EventTarget(), { document })
}

describe('followPage', () => {
  it('wakes the stream when the page comes back, doubts it when the network goes, until let go', () => {
    const page = fakePage()
    const told: string[] = []
    const live = { wake: () => void told.push('wake'), doubt: () => void told.push('doubt') }
    const letGo = followPage(live, page as unknown as Window)
    page.dispatchEvent(new Event('offline'))
    page.dispatchEvent(new Event('online'))
    page.dispatchEvent(new Event('pageshow'))
    page.document.dispatchEvent(new Event('visibilitychange'))
    page.document.visibilityState = 'hidden'
    page.document.dispatchEvent(new Event('visibilitychange'))
    expect(told).toEqual(['doubt', 'wake', 'wake', 'wake'])
    letGo()
    page.dispatchEvent(new Event('online'))
    expect(told).toHaveLength(4)
  })
})
