import type { TriageCard } from '@/contract'

export type TriageProposal = TriageCard['proposals'][number]

/** Where a version stands, finer than the server's state: what has to happen next differs. */
export type Standing = 'draft' | 'withdrawn' | 'waiting' | 'scheduled' | 'in_force' | 'superseded'

export function standingOf(card: TriageCard): Standing {
  if (card.state === 'proposed') return waitingOf(card).length > 0 ? 'waiting' : 'scheduled'
  if (card.state === 'draft') return card.withdrawn ? 'withdrawn' : 'draft'
  return card.state
}

/** For the second person. */
export function waitingOf(card: TriageCard): TriageProposal[] {
  return card.proposals.filter((one) => !one.approvedAt)
}

/** Whose word counts, or will: the approved proposal that takes effect last and has, else the one to come. */
export function countingOf(card: TriageCard, nowMillis: number): TriageProposal | undefined {
  const approved = card.proposals.filter((one) => one.approvedAt)
  approved.sort((a, b) => sinceOf(a) - sinceOf(b))
  return approved.filter((one) => sinceOf(one) <= nowMillis).at(-1) ?? approved[0]
}

/** Its date, but never before the second person agreed. */
export function sinceOf(proposal: TriageProposal): number {
  return Math.max(Date.parse(proposal.effectiveFrom), Date.parse(proposal.approvedAt ?? ''))
}

/** Proposed for a date that has not come when it was proposed; else it counts from the approval on. */
export function isScheduled(proposal: TriageProposal, nowMillis: number): boolean {
  return Date.parse(proposal.effectiveFrom) > nowMillis
}

/** Whether there is anything to withdraw: a withdrawal ends every version of the card, and what waits. */
export function canWithdraw(cards: readonly TriageCard[], card: string): boolean {
  return cards.some((one) => one.card === card && one.proposals.length > 0)
}

/** The version of the same card that counts now. */
export function inForceOf(cards: readonly TriageCard[], card: string): TriageCard | undefined {
  return cards.find((one) => one.card === card && one.state === 'in_force')
}

/** Two persons compare this, to be sure that they read the same file. */
export function fingerprintOf(card: TriageCard): string {
  return card.sha256.slice(0, 12)
}

export function keyOf(card: Pick<TriageCard, 'card' | 'version'>): string {
  return `${card.card} ${card.version}`
}
