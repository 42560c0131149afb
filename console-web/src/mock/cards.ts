import type { TriageCard } from '@/contract'
import { listCards } from './triage'

type Steps = Pick<TriageCard, 'state' | 'proposals' | 'withdrawn'>

/** Why a step was not taken: a code of the server's. */
export class Refused extends Error {}

/** The cards of the mocked center and the steps taken with them, as the server would: two persons for each. */
export class MockCards {
  readonly #steps = new Map<string, Steps>()
  #count = 0

  list(now: Date): TriageCard[] {
    return listCards(now).map((card) => ({ ...card, ...this.#steps.get(card.card) }))
  }

  propose(name: string, body: Record<string, unknown>, by: string, now: Date) {
    const card = this.#find(name, now)
    const proposal = {
      id: `proposal-${++this.#count}`,
      card: name,
      version: card.version,
      sha256: card.sha256,
      physician: String(body['physician']),
      effectiveFrom: String(body['effectiveFrom'] ?? now.toISOString()),
      proposedBy: by,
      proposedAt: now.toISOString(),
    }
    const kept = card.proposals.filter((one) => one.approvedAt)
    this.#steps.set(name, {
      state: card.state === 'in_force' ? 'in_force' : 'proposed',
      proposals: [...kept, proposal],
    })
    return proposal
  }

  approve(name: string, id: string, by: string, now: Date) {
    const card = this.#find(name, now)
    const proposal = card.proposals.find((one) => one.id === id)
    if (!proposal) throw new Refused('not_found')
    if (proposal.proposedBy === by) throw new Refused('same_person')
    const approved = { ...proposal, approvedBy: by, approvedAt: now.toISOString() }
    const others = card.proposals.filter((one) => one !== proposal)
    const counts = Date.parse(proposal.effectiveFrom) <= now.getTime() || card.state === 'in_force'
    this.#steps.set(name, { state: counts ? 'in_force' : 'proposed', proposals: [...others, approved] })
    return approved
  }

  withdraw(name: string, reason: string, by: string, now: Date) {
    if (this.#find(name, now).proposals.length === 0) throw new Refused('card_not_in_force')
    const withdrawn = { card: name, by, at: now.toISOString(), reason }
    this.#steps.set(name, { state: 'draft', proposals: [], withdrawn })
  }

  #find(name: string, now: Date): TriageCard {
    const card = this.list(now).find((one) => one.card === name)
    if (!card) throw new Refused('not_found')
    return card
  }
}
