import type { Incident, Triage, TriageCard, TriageCardContent } from '@/contract'
import { cardiacArrest } from './card-cardiac-arrest'
import { chestPain } from './card-chest-pain'

const CARDS = [cardiacArrest, chestPain]

/** Both cards, in force in the mocked center. */
export function listCards(now: Date): TriageCard[] {
  const at = new Date(now.getTime() - 86_400_000).toISOString()
  return CARDS.map((content) => ({
    card: content.card,
    version: content.version,
    sha256: content.sha256,
    state: 'in_force',
    proposals: [
      {
        id: `proposal-${content.card}`,
        card: content.card,
        version: content.version,
        sha256: content.sha256,
        physician: '演示医师(仅供演示)',
        effectiveFrom: at,
        proposedBy: 'admin',
        proposedAt: at,
        approvedBy: 'supervisor',
        approvedAt: at,
      },
    ],
    content,
  }))
}

/** What the server would answer; its rules are only hinted at. */
export function triageOf(
  incident: Incident,
  body: { card: string; version: number; answers: Record<string, string> },
  now: Date,
): Triage | undefined {
  const card = CARDS.find((one) => one.card === body.card && one.version === body.version)
  const rule = card && ruleOf(card, body.answers)
  if (!card || !rule) return undefined
  return {
    card: card.card,
    version: card.version,
    patientId: incident.patients[0]?.id ?? '',
    answers: body.answers,
    priority: rule.priority,
    capabilities: rule.capabilities,
    instructions: rule.instructions.flatMap((id) => {
      const text = card.instructions[id]
      return text ? [{ id, text }] : []
    }),
    open: [],
    chestPainOpened: rule.opensChestPain,
    arrestRecognised: rule.arrestRecognised,
    at: now.toISOString(),
  }
}

/** The first whose words are all answered so; ranges are passed over. */
function ruleOf(card: TriageCardContent, answers: Record<string, string>) {
  return card.rules.find(
    ({ when }) =>
      when.anyOf.length === 0 ||
      when.anyOf.some((all) =>
        Object.entries(all).every(([id, { words }]) => words.includes(answers[id] ?? 'unknown')),
      ),
  )
}
