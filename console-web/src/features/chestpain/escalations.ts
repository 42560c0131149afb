import type { Escalation, PreAlert } from '@/contract'

/** The level that an answer is given for: the one that waits, else the last that was told, for a late yes counts. */
export function answerableOf(preAlert: Pick<PreAlert, 'state' | 'escalations'>): Escalation | undefined {
  if (preAlert.state !== 'waiting' && preAlert.state !== 'exhausted') return undefined
  const { escalations } = preAlert
  return escalations.findLast((one) => one.state === 'pending') ?? escalations.at(-1)
}

/** Until the next level is told; 0 when it is due. */
export function secondsLeft(escalation: Pick<Escalation, 'dueAt'>, nowMillis: number): number {
  return Math.max(0, Math.ceil((Date.parse(escalation.dueAt) - nowMillis) / 1000))
}

/** The answer that counts, with who gave it: so that whoever comes second knows. */
export function answerLineOf(preAlert: Pick<PreAlert, 'escalations'>) {
  const answered = preAlert.escalations.find((one) => one.answer)
  if (!answered?.answer || !answered.answeredAt) return undefined
  const { answer, answeredAt, answeredBy, reason } = answered
  return { answer, at: answeredAt, by: answeredBy ?? '', reason }
}
