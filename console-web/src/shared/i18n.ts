import { createI18n } from 'vue-i18n'
import { recall, remember } from './preferences'

export type Locale = 'zh-CN' | 'en'

/** A feature's words. Both languages hold the same keys; a test compares them. */
export interface Words {
  'zh-CN': Record<string, unknown>
  en: Record<string, unknown>
}

const files = import.meta.glob<Words>(
  ['../features/*/words.ts', './words.ts', '../app/words.ts', '../map/words.ts'],
  {
    eager: true,
    import: 'words',
  },
)

/** All words under the name of their folder: `queue.title` is `title` of features/queue/words.ts. */
export function gather(locale: Locale): Record<string, unknown> {
  return Object.fromEntries(Object.entries(files).map(([path, words]) => [nameOf(path), words[locale]]))
}

function nameOf(path: string): string {
  return path.split('/').at(-2)?.replace(/^\.$/, 'shared') ?? path
}

export const i18n = createI18n<false>({
  legacy: false,
  locale: recall('locale', ['zh-CN', 'en'], 'zh-CN'),
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': gather('zh-CN'), en: gather('en') } as never,
})

export function setLocale(locale: Locale): void {
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
  remember('locale', locale)
}
