import { describe, expect, it } from 'vitest'
import { ECG_WORDS_EN, ECG_WORDS_ZH, ecgWords, fill } from './words'

describe('words', () => {
  it('have the same places to fill in both languages, and none is empty', () => {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort()
    for (const [key, text] of Object.entries(ECG_WORDS_EN)) {
      const other = ECG_WORDS_ZH[key as keyof typeof ECG_WORDS_ZH]
      expect(other, key).toBeTruthy()
      expect(places(other), key).toEqual(places(text))
    }
    expect(ecgWords('zh-CN')).toBe(ECG_WORDS_ZH)
    expect(ecgWords('en')).toBe(ECG_WORDS_EN)
  })

  it('are filled in', () => {
    expect(fill('{page} of {pages}', { page: 2, pages: 3 })).toBe('2 of 3')
  })
})
