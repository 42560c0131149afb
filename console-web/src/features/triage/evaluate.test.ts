import { describe, expect, it } from 'vitest'
import { cardiacArrest } from '@/mock/card-cardiac-arrest'
import { chestPain } from '@/mock/card-chest-pain'
import { evaluate, type Answers } from './evaluate'

const NOW = Date.parse('2026-11-22T04:00:00Z')

const of = (given: string): Answers =>
  Object.fromEntries(
    given
      .split(' ')
      .filter(Boolean)
      .map((one) => one.split('=') as [string, string]),
  )

describe('a triage card', () => {
  // The same cells as ShippedTriageCardsTest; what differs is said.
  it.each([
    [chestPain, '', 'possible_acs', 'p1'],
    [chestPain, 'conscious=no breathing=no', 'arrest', 'p1'],
    [chestPain, 'conscious=no breathing=unknown', 'arrest', 'p1'],
    [chestPain, 'conscious=no breathing=yes', 'not_awake', 'p1'],
    [chestPain, 'conscious=yes character=tearing', 'possible_dissection', 'p1'],
    [chestPain, 'conscious=yes severe_signs=yes', 'severe', 'p1'],
    [chestPain, 'conscious=yes pain_now=yes character=pressing', 'typical', 'p1'],
    [chestPain, 'conscious=yes pain_now=yes age=35', 'at_risk', 'p1'],
    [
      chestPain,
      'conscious=yes severe_signs=no character=with_movement spread=no history=no age=34 pain_now=yes',
      'unlikely_cardiac',
      'p3',
    ],
    [
      chestPain,
      'conscious=yes severe_signs=no character=with_movement spread=no history=no pain_now=yes',
      'possible_acs',
      'p1',
    ],
    [
      chestPain,
      'conscious=yes pain_now=no severe_signs=no character=pressing spread=yes history=yes age=70',
      'possible_acs',
      'p2',
    ],
    [cardiacArrest, 'conscious=no breathing=no', 'arrest', 'p1'],
    [cardiacArrest, 'conscious=no breathing=no age_group=infant', 'arrest_infant', 'p1'],
    [cardiacArrest, 'conscious=yes breathing=no', 'awake', 'p2'],
    // The server takes "not asked" for "unknown"; whoever is still asking is not told to start compressions.
    [cardiacArrest, 'conscious=no', 'not_awake', 'p1'],
  ])('%# %s means %s', (card, given, rule, priority) => {
    const finding = evaluate(card, of(given), NOW)
    expect([finding.rule.id, finding.priority]).toEqual([rule, priority])
  })

  it('asks only what can matter, one after the other', () => {
    expect(evaluate(cardiacArrest, {}, NOW).next?.id).toBe('conscious')
    expect(evaluate(cardiacArrest, of('conscious=yes'), NOW).next).toBeUndefined()
    expect(evaluate(cardiacArrest, of('conscious=unknown'), NOW).next?.id).toBe('breathing')
  })
})
