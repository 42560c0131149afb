import { describe, expect, it, vi } from 'vitest'
import { languageOf, otherLanguage } from './language'
import { addMissing } from './old-browsers'

describe('the language', () => {
  it.each([
    [['zh-CN', 'en'], 'zh-CN'],
    [['zh-TW'], 'zh-CN'],
    [['en-US', 'zh'], 'en'],
    [['fr'], 'en'],
    [[], 'zh-CN'],
  ] as const)('of a browser that prefers %j is %s', (languages, language) => {
    expect(languageOf(languages)).toBe(language)
  })

  it('can be switched to and fro', () => {
    expect(otherLanguage(otherLanguage('en'))).toBe('en')
  })
})

describe('an old browser', () => {
  it('gets the time limit of requests that it lacks', () => {
    vi.useFakeTimers()
    const signals: { timeout?: (millis: number) => AbortSignal } = {}
    addMissing(signals)
    const signal = signals.timeout?.(1000)
    expect(signal?.aborted).toBe(false)
    vi.advanceTimersByTime(1000)
    expect(signal?.aborted).toBe(true)
    vi.useRealTimers()
  })
})
