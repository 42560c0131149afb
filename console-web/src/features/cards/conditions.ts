import type { TriageCardContent, TriageQuestion, TriageRule } from '@/contract'
import { inWords } from '@/features/triage'

type Translate = (key: string, named?: Record<string, unknown>) => string
type Condition = TriageRule['when']
type Accepted = Condition['anyOf'][number][string]

/** When a question is asked or a rule holds, each way a line: `Awake? No or not known · …`. None for always. */
export function waysOf(
  condition: Condition,
  card: TriageCardContent,
  t: Translate,
  locale: string,
): string[] {
  return condition.anyOf.map((all) =>
    Object.entries(all)
      .map(([id, accepted]) => {
        const question = card.questions.find((one) => one.id === id)
        const asked = question ? inWords(question.text, locale) : id
        return `${asked} ${acceptedIn(accepted, question, t, locale)}`
      })
      .join(' · '),
  )
}

function acceptedIn(
  accepted: Accepted,
  question: TriageQuestion | undefined,
  t: Translate,
  locale: string,
): string {
  const words = accepted.words.map((word) => wordOf(word, question, t, locale))
  const unit = question?.type === 'time' ? t('cards.minutesAgo') : inWords(question?.range?.unit, locale)
  if (accepted.atLeast !== undefined) words.push(t('cards.atLeast', { value: accepted.atLeast, unit }))
  if (accepted.below !== undefined) words.push(t('cards.below', { value: accepted.below, unit }))
  return words.join(t('cards.or'))
}

function wordOf(word: string, question: TriageQuestion | undefined, t: Translate, locale: string): string {
  if (word === 'yes' || word === 'no' || word === 'unknown') return t(`triage.${word}`)
  const choice = question?.choices.find(({ id }) => id === word)
  return choice ? inWords(choice.text, locale) : word
}
