import type { Priority, TriageCardContent, TriageQuestion, TriageRule } from '@/contract'

export type Answers = Record<string, string>
type Condition = TriageQuestion['when']
type Accepted = Condition['anyOf'][number][string]

/**
 * How much of a condition is known to hold, as the server counts it (`Evaluation`): it cannot · it may · it does, an
 * unknown answer counting where the card names it · it surely does.
 */
const FITS = ['no', 'open', 'named', 'sure'] as const
type Fit = (typeof FITS)[number]

interface Known {
  question: TriageQuestion
  asked: Fit
  /** Nothing when it was not answered, or not known. */
  value: string | undefined
  /** Somebody was asked and did not know; not the same as not asked yet. */
  saidUnknown: boolean
}

/** What a card makes of answers, shown while the server is still being told. */
export interface Finding {
  /** The first rule that holds by what has been said; questions nobody has come to yet count for nothing. */
  rule: TriageRule
  /** The most urgent one that is still possible. */
  priority: Priority
  /** Questions that are asked, in their order. */
  asked: TriageQuestion[]
  /** The first of them without an answer. */
  next: TriageQuestion | undefined
}

/** The same as the server's, but for one thing: an arrest is not recognised before its questions were asked. */
export function evaluate(card: TriageCardContent, answers: Answers, nowMillis: number): Finding {
  const known = new Map<string, Known>()
  const fit = (condition: Condition): Fit =>
    condition.anyOf.length === 0 ? 'sure' : best(condition.anyOf.map((all) => worst(fitsOf(all))))
  const fitsOf = (all: Record<string, Accepted>) =>
    Object.entries(all).map(([id, accepted]) => fitOf(known.get(id), accepted, nowMillis))

  for (const question of card.questions) {
    const given = answers[question.id]
    known.set(question.id, {
      question,
      asked: fit(question.when),
      value: given === 'unknown' ? undefined : given,
      saidUnknown: given === 'unknown',
    })
  }
  const asked = card.questions.filter(({ id }) => known.get(id)?.asked !== 'no')
  return {
    rule: card.rules.find((rule) => FITS.indexOf(fit(rule.when)) >= 2) ?? lastOf(card.rules),
    priority: mostUrgent(card, fit),
    asked,
    next: asked.find(({ id }) => answers[id] === undefined),
  }
}

function mostUrgent(card: TriageCardContent, fit: (condition: Condition) => Fit): Priority {
  const settled = card.rules.some((rule) => rule.when.anyOf.length > 0 && fit(rule.when) === 'sure')
  const possible = card.rules.filter((rule) =>
    rule.when.anyOf.length === 0 ? !settled : fit(rule.when) !== 'no',
  )
  return possible.map((rule) => rule.priority).sort()[0] ?? 'p1'
}

function fitOf(known: Known | undefined, accepted: Accepted, nowMillis: number): Fit {
  if (!known || known.asked === 'no') return 'no'
  if (known.value === undefined)
    return known.saidUnknown && accepted.words.includes('unknown') ? 'named' : 'open'
  if (!accepts(known.question, accepted, known.value, nowMillis)) return 'no'
  return known.asked === 'sure' ? 'sure' : 'named'
}

function accepts(question: TriageQuestion, accepted: Accepted, value: string, nowMillis: number): boolean {
  if (question.type !== 'number' && question.type !== 'time') return accepted.words.includes(value)
  const number =
    question.type === 'number'
      ? Number(value)
      : Math.max(0, Math.floor((nowMillis - Date.parse(value)) / 60_000))
  if (accepted.atLeast === undefined && accepted.below === undefined) return false
  return number >= (accepted.atLeast ?? -Infinity) && number < (accepted.below ?? Infinity)
}

function best(fits: Fit[]): Fit {
  return fits.reduce((one, other) => (FITS.indexOf(other) > FITS.indexOf(one) ? other : one), 'no')
}

function worst(fits: Fit[]): Fit {
  return fits.reduce((one, other) => (FITS.indexOf(other) < FITS.indexOf(one) ? other : one), 'sure')
}

function lastOf(rules: TriageRule[]): TriageRule {
  const last = rules.at(-1)
  if (!last) throw new Error('a card without rules')
  return last
}
