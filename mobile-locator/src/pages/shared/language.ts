export type Language = 'zh-CN' | 'en'

/** Chinese unless the browser's first language is another one. */
export function languageOf(languages: readonly string[]): Language {
  const first = languages[0]
  return first === undefined || /^zh\b/i.test(first) ? 'zh-CN' : 'en'
}

export function otherLanguage(language: Language): Language {
  return language === 'en' ? 'zh-CN' : 'en'
}
