import { reactive } from 'vue'
import type { Triage, TriageCardContent } from '@/contract'
import { RequestFailed, type Problem } from '@/shared/api'
import { evaluate, type Answers, type Finding } from './evaluate'

/** How a dispatcher works on the triage of one incident; stays when they turn to something else. */
export interface TriageDraft {
  card: string | undefined
  version: number
  answers: Answers
  /** The question in front, when somebody went back to it; else the next one without an answer. */
  at: string | undefined
  /** What is typed into the question in front and not taken yet. */
  typed: string
  /** Answers the server does not have yet. */
  unsent: boolean
}

export interface TriageSeams {
  send(body: { card: string; version: number; answers: Answers }, key: string): Promise<Triage>
  newKey(): string
  now(): number
  /** Calls back when nothing was answered for a moment; a later call takes the place of an earlier one. */
  afterPause(act: () => void): void
  /** Another version counts, or none: look again which. */
  cardsChanged(): void
}

export function emptyDraft(): TriageDraft {
  return { card: undefined, version: 0, answers: {}, at: undefined, typed: '', unsent: false }
}

/** One incident's triage: questions one by one, sent as soon as they matter. */
export function createTriage(draft: TriageDraft, seams: TriageSeams) {
  const flow = reactive({
    sending: false,
    problem: undefined as Problem | undefined,
    pending: undefined as { body: string; key: string } | undefined,
  })

  function choose(card: TriageCardContent) {
    if (draft.card !== card.card || draft.version !== card.version) {
      draft.answers = draft.card === card.card ? keep(draft.answers, card) : {}
      draft.at = undefined
      draft.typed = ''
    }
    draft.card = card.card
    draft.version = card.version
  }

  function find(card: TriageCardContent): Finding {
    return evaluate(card, draft.answers, seams.now())
  }

  /** The question in front; nothing when all are answered. */
  function current(card: TriageCardContent) {
    const { asked, next } = find(card)
    return asked.find(({ id }) => id === draft.at) ?? next
  }

  function answer(card: TriageCardContent, question: string, value: string) {
    draft.answers = { ...draft.answers, [question]: value }
    draft.at = undefined
    draft.typed = ''
    draft.unsent = true
    const { rule, next } = find(card)
    // What cannot wait, and what is complete, goes at once.
    if (rule.arrestRecognised || !next) void send(card)
    else seams.afterPause(() => void send(card))
  }

  /** To the question before the one in front. */
  function back(card: TriageCardContent): boolean {
    const { asked } = find(card)
    const front = current(card)
    const index = front ? asked.indexOf(front) : asked.length
    const before = asked[index - 1]
    if (!before) return false
    return goTo(before.id)
  }

  /** To the one after it, as far as there are answers. */
  function forward(card: TriageCardContent): boolean {
    const { asked } = find(card)
    const front = current(card)
    if (!front || draft.answers[front.id] === undefined) return false
    return goTo(asked[asked.indexOf(front) + 1]?.id)
  }

  function goTo(question: string | undefined): boolean {
    draft.at = question
    draft.typed = ''
    return true
  }

  async function send(card: TriageCardContent): Promise<boolean> {
    if (flow.sending || !draft.unsent || draft.card !== card.card) return false
    const answers = draft.answers
    const content = { card: card.card, version: card.version, answers }
    const body = JSON.stringify(content)
    // Nobody knows whether the last one arrived: the same goes with the same key.
    const key = flow.pending?.body === body ? flow.pending.key : seams.newKey()
    flow.pending = { body, key }
    flow.sending = true
    flow.problem = undefined
    try {
      await seams.send(content, key)
      if (draft.answers === answers) draft.unsent = false
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error
      flow.problem = error.problem
      if (!error.repeatable) flow.pending = undefined
      if (error.code === 'card_version' || error.code === 'card_not_in_force') seams.cardsChanged()
      return false
    } finally {
      flow.sending = false
    }
    // Something was answered meanwhile.
    return draft.unsent ? send(card) : true
  }

  /** What another desk has found, unless somebody here is in the middle of it. */
  function take(triage: Triage | undefined) {
    if (!triage || draft.unsent || flow.sending) return
    if (draft.card !== undefined && draft.card !== triage.card) return
    draft.card = triage.card
    draft.version = triage.version
    if (JSON.stringify(draft.answers) !== JSON.stringify(triage.answers))
      draft.answers = { ...triage.answers }
  }

  return { draft, flow, choose, find, current, answer, back, forward, goTo, send, take }
}

export type TriageWork = ReturnType<typeof createTriage>

/** What a new version of a card still asks. */
function keep(answers: Answers, card: TriageCardContent): Answers {
  return Object.fromEntries(
    Object.entries(answers).filter(([id]) => card.questions.some((question) => question.id === id)),
  )
}
