import type { TriageCardContent, TriageQuestion } from '@/contract'
import { formatTime } from '@/shared/time'

type Translate = (key: string, named?: Record<string, unknown>) => string
interface Both {
  zh: string
  en: string
}

/** A text of a card in the language of the console. */
export function inWords(words: Both | undefined, locale: string): string {
  return words ? (locale === 'en' ? words.en : words.zh) : ''
}

export interface Option {
  value: string
  label: string
}

/** What can be answered by a digit, in the order of the digits; "not known" comes last. */
export function optionsOf(question: TriageQuestion, t: Translate, locale: string, now: number): Option[] {
  const unknown = { value: 'unknown', label: t('triage.unknown') }
  switch (question.type) {
    case 'yes_no_unknown':
      return [{ value: 'yes', label: t('triage.yes') }, { value: 'no', label: t('triage.no') }, unknown]
    case 'choice':
      return [
        ...question.choices.map(({ id, text }) => ({ value: id, label: inWords(text, locale) })),
        unknown,
      ]
    case 'time':
      return [...AGO.map((minutes) => agoOption(minutes, now, t)), unknown]
    case 'number':
      return [unknown]
  }
}

/** What people say most often. */
const AGO = [0, 10, 30, 60, 180]

function agoOption(minutes: number, now: number, t: Translate): Option {
  const label =
    minutes === 0
      ? t('triage.justNow')
      : minutes < 60
        ? t('triage.minutesAgo', { minutes })
        : t('triage.hoursAgo', { hours: minutes / 60 })
  const at = Math.floor(now / 60_000) * 60_000 - minutes * 60_000
  return { value: new Date(at).toISOString().replace('.000Z', 'Z'), label }
}

/** An answer as it is shown when it has been given. */
export function tellAnswer(
  question: TriageQuestion,
  value: string,
  t: Translate,
  locale: string,
  zone: string,
): string {
  if (value === 'unknown') return t('triage.unknown')
  if (question.type === 'time') return formatTime(value, zone, false)
  if (question.type === 'number') return `${value} ${inWords(question.range?.unit, locale)}`
  if (question.type === 'yes_no_unknown') return t(`triage.${value}`)
  return inWords(question.choices.find(({ id }) => id === value)?.text, locale) || value
}

export function titleOf(card: TriageCardContent, locale: string): string {
  return inWords(card.title, locale)
}
