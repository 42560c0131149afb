import { beforeEach, describe, expect, it } from 'vitest'
import type { Triage } from '@/contract'
import { cardiacArrest } from '@/mock/card-cardiac-arrest'
import { chestPain } from '@/mock/card-chest-pain'
import { RequestFailed } from '@/shared/api'
import { createTriage, emptyDraft, type TriageSeams } from './triage'

type Sent = Parameters<TriageSeams['send']>[0] & { key: string }

let sent: Sent[]
let outcome: () => unknown
let pause: (() => void) | undefined
let reloads: number

function work() {
  let keys = 0
  return createTriage(emptyDraft(), {
    async send(body, key) {
      sent.push({ ...body, key })
      const failure = outcome()
      if (failure) throw failure
      return {} as Triage
    },
    newKey: () => `key-${++keys}`,
    now: () => Date.parse('2026-11-22T04:00:00Z'),
    afterPause: (act) => (pause = act),
    cardsChanged: () => void reloads++,
  })
}

const refused = (code: string, status: number) =>
  new RequestFailed({ type: '', title: code, status, detail: code, code })

const settled = () => new Promise((done) => setTimeout(done))

beforeEach(() => {
  sent = []
  outcome = () => undefined
  pause = undefined
  reloads = 0
})

describe('the triage of an incident', () => {
  it('waits a moment between answers, and not at all for an arrest', async () => {
    const triage = work()
    triage.choose(cardiacArrest)
    triage.answer(cardiacArrest, 'conscious', 'no')
    expect(sent).toEqual([])
    expect(pause).toBeDefined()
    triage.answer(cardiacArrest, 'breathing', 'no')
    await settled()
    expect(sent.map(({ answers }) => answers)).toEqual([{ conscious: 'no', breathing: 'no' }])
    expect(triage.draft.unsent).toBe(false)
  })

  it('sends what is complete at once, and after a pause what is not', async () => {
    const triage = work()
    triage.choose(cardiacArrest)
    triage.answer(cardiacArrest, 'conscious', 'yes')
    await settled()
    expect(sent).toHaveLength(1)
    triage.choose(chestPain)
    triage.answer(chestPain, 'conscious', 'yes')
    pause?.()
    await settled()
    expect(sent[1]).toMatchObject({ card: 'chest_pain', version: 1, answers: { conscious: 'yes' } })
  })

  it('keeps every answer when it is refused, and repeats an unknown outcome with the same key', async () => {
    const triage = work()
    triage.choose(cardiacArrest)
    outcome = () => refused('outcome_unknown', 503)
    triage.answer(cardiacArrest, 'conscious', 'yes')
    await settled()
    expect(triage.draft.unsent).toBe(true)
    expect(triage.flow.problem?.code).toBe('outcome_unknown')
    outcome = () => undefined
    await triage.send(cardiacArrest)
    expect(sent[1]?.key).toBe(sent[0]?.key)
    expect(triage.draft.answers).toEqual({ conscious: 'yes' })
    expect(triage.draft.unsent).toBe(false)
  })

  it('looks again which card counts when its own does not any more', async () => {
    const triage = work()
    triage.choose(cardiacArrest)
    outcome = () => refused('card_version', 409)
    triage.answer(cardiacArrest, 'conscious', 'yes')
    await settled()
    expect(reloads).toBe(1)
    expect(triage.draft.answers).toEqual({ conscious: 'yes' })
    triage.choose({ ...cardiacArrest, version: 2 })
    expect(triage.draft.answers).toEqual({ conscious: 'yes' })
  })

  it('goes back and on, and takes a corrected answer without asking all again', () => {
    const triage = work()
    triage.choose(chestPain)
    triage.answer(chestPain, 'conscious', 'yes')
    triage.answer(chestPain, 'pain_now', 'yes')
    expect(triage.current(chestPain)?.id).toBe('onset')
    triage.back(chestPain)
    triage.back(chestPain)
    expect(triage.current(chestPain)?.id).toBe('conscious')
    expect(triage.back(chestPain)).toBe(false)
    triage.forward(chestPain)
    expect(triage.current(chestPain)?.id).toBe('pain_now')
    triage.answer(chestPain, 'pain_now', 'no')
    expect(triage.current(chestPain)?.id).toBe('onset')
  })

  it('takes what another desk found, but never over answers that are not recorded', () => {
    const triage = work()
    const found = { card: 'chest_pain', version: 1, answers: { conscious: 'yes' } } as unknown as Triage
    triage.take(found)
    expect(triage.draft.answers).toEqual({ conscious: 'yes' })
    triage.choose(chestPain)
    triage.answer(chestPain, 'pain_now', 'no')
    triage.take({ ...found, answers: { conscious: 'no' } })
    expect(triage.draft.answers).toEqual({ conscious: 'yes', pain_now: 'no' })
  })
})
