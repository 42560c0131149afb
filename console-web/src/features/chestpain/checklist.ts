import type { Checklist, ChestPainCase } from '@/contract'

export const ANSWERS = ['yes', 'no', 'unknown'] as const
export type Answer = (typeof ANSWERS)[number]

/**
 * What is known of each question: what is being answered here, else what was recorded. Answers to another version are
 * answers to other questions.
 */
export function answersOf(
  checklist: Checklist,
  recorded: ChestPainCase['checklist'],
  given: Readonly<Record<string, Answer>>,
): Record<string, Answer> {
  const same = recorded?.checklist === checklist.checklist && recorded.version === checklist.version
  const answers: Record<string, Answer> = {}
  for (const { id } of checklist.questions) {
    const answer = given[id] ?? (same ? recorded.answers[id] : undefined)
    if (isAnswer(answer)) answers[id] = answer
  }
  return answers
}

/** How many of each there are. */
export function countAnswers(answers: Readonly<Record<string, string>>): Record<Answer, number> {
  const counts = { yes: 0, no: 0, unknown: 0 }
  for (const answer of Object.values(answers)) if (isAnswer(answer)) counts[answer] += 1
  return counts
}

/** Where an arrow leads in a list of questions; undefined for another key. */
export function moved(key: string, index: number, count: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(index + 1, count - 1)
  if (key === 'ArrowUp') return Math.max(index - 1, 0)
  return undefined
}

function isAnswer(answer: string | undefined): answer is Answer {
  return answer === 'yes' || answer === 'no' || answer === 'unknown'
}
