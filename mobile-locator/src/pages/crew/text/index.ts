import { type Language, languageOf, otherLanguage } from '../../shared/language'
import { en } from './en'
import { type Words, zh } from './zh-CN'

const KEPT = 'crew-language'

let language: Language = languageOf(['zh-CN'])

/** The words of the language in use. Read anew at every use, so that a switch shows at once. */
export function words(): Words {
  return language === 'en' ? en : zh
}

export function languageInUse(): Language {
  return language
}

export function useLanguage(next: Language): void {
  language = next
  document.documentElement.lang = next
  document.title = words().title
}

/** Chinese until somebody chose otherwise on this device. */
export function useKeptLanguage(): void {
  useLanguage(read() === 'en' ? 'en' : 'zh-CN')
}

export function switchLanguage(): void {
  useLanguage(otherLanguage(language))
  try {
    localStorage.setItem(KEPT, language)
  } catch {
    // Kept for this page only.
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(KEPT)
  } catch {
    return null
  }
}
