import { describe, expect, it } from 'vitest'
import { languageOf, otherLanguage } from './language'

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
