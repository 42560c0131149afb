import { describe, expect, it } from 'vitest'
import { unit } from './assigning.test-support'
import {
  choose,
  emptyList,
  findBetter,
  findTarget,
  FRESH_MILLIS,
  hold,
  isSendable,
  move,
  press,
  refresh,
  takeUnits,
  type ProposalList,
} from './proposals'

const [a, b, c] = [unit('A12', 250), unit('A08', 340), unit('A05', 365)]
const OLD = FRESH_MILLIS * 10

describe('the list while nobody reads it', () => {
  it('follows the server', () => {
    expect(ids(takeUnits(listOf(a, b), [b, a, c], OLD))).toEqual(['A08', 'A12', 'A05'])
  })

  it('means its first row', () => {
    expect(findTarget(listOf(a, b))?.unitId).toBe('A12')
  })

  it('keeps the row somebody chose, wherever it moves', () => {
    expect(findTarget(takeUnits(choose(listOf(a, b), 'A08'), [c, a, b], OLD))?.unitId).toBe('A08')
  })

  it('means the first row again when the chosen one is gone', () => {
    const list = takeUnits(choose(listOf(a, b), 'A08'), [a, c], OLD)
    expect(findTarget(list)?.unitId).toBe('A12')
    expect(press(list, OLD, false)[1].kind).toBe('again')
  })
})

describe('the list while somebody reads it', () => {
  it('keeps its order and takes the new figures', () => {
    const list = takeUnits(hold(listOf(a, b), true, OLD), [unit('A08', 120), unit('A12', 240)], OLD)
    expect(list.shown.map((row) => [row.unitId, row.etaSeconds])).toEqual([
      ['A12', 240],
      ['A08', 120],
    ])
  })

  it('announces a better unit beside it', () => {
    const list = takeUnits(hold(listOf(a, b), true, OLD), [unit('A08', 220), a], OLD)
    expect(findBetter(list)?.unitId).toBe('A08')
  })

  it('announces a better unit it has not shown yet', () => {
    expect(findBetter(takeUnits(hold(listOf(a), true, OLD), [c, a], OLD))?.unitId).toBe('A05')
  })

  it('announces nothing when only blocked units are left', () => {
    const blocked = unit('A08', 10, { blockedBy: 'unit_committed' })
    expect(findBetter(takeUnits(hold(listOf(a), true, OLD), [blocked], OLD))).toBeUndefined()
  })

  it('keeps a row that the server no longer lists', () => {
    expect(ids(takeUnits(hold(listOf(a, b), true, OLD), [b], OLD))).toEqual(['A12', 'A08'])
  })

  it('catches up when it is left', () => {
    const read = takeUnits(hold(listOf(a, b), true, OLD), [b, a], OLD)
    expect(ids(hold(read, false, OLD))).toEqual(['A08', 'A12'])
  })

  it('catches up when it is asked to, and announces nothing any more', () => {
    const list = refresh(takeUnits(hold(choose(listOf(a, b), 'A12'), true, OLD), [b, a], OLD), OLD)
    expect(ids(list)).toEqual(['A08', 'A12'])
    expect(findTarget(list)?.unitId).toBe('A08')
    expect(findBetter(list)).toBeUndefined()
  })

  it('still takes a first proposal', () => {
    expect(ids(takeUnits(hold(emptyList(0), true, 0), [a], OLD))).toEqual(['A12'])
  })
})

describe('the first ranking after a list in no order', () => {
  const blind = hold(takeUnits(emptyList(0), [a, b, c], 0, false), true, OLD)

  it('is shown at once although the list is being read', () => {
    const list = takeUnits(blind, [c, a, b], OLD)
    expect(ids(list)).toEqual(['A05', 'A12', 'A08'])
    expect(findTarget(list)?.unitId).toBe('A05')
    expect(press(list, OLD + 1, false)[1].kind).toBe('again')
  })

  it('leaves a choice made by hand, and asks why it is not the proposed one', () => {
    const list = takeUnits(choose(blind, 'A08'), [c, a, b], OLD)
    expect(ids(list)).toEqual(['A05', 'A12', 'A08'])
    expect(press(list, OLD + 1, false)[1]).toEqual({ kind: 'reason', unit: b })
  })

  it('proposes nobody any more when the place is lost again', () => {
    const list = takeUnits(hold(listOf(a, b), true, OLD), [b, a], OLD, false)
    expect(ids(list)).toEqual(['A08', 'A12'])
    expect(findTarget(list)).toBeUndefined()
  })
})

describe('a press', () => {
  it.each([
    [0, 'again'],
    [FRESH_MILLIS - 1, 'again'],
    [FRESH_MILLIS, 'send'],
  ])('%i ms after the proposal changed means %s', (after, kind) => {
    const list = takeUnits(listOf(a, b), [b, a], OLD)
    expect(press(list, OLD + after, false)[1].kind).toBe(kind)
  })

  it('is a confirmation when it is the second one', () => {
    const [warned] = press(takeUnits(listOf(a, b), [b, a], OLD), OLD + 10, false)
    expect(press(warned, OLD + 20, false)[1]).toEqual({ kind: 'send', unit: b })
  })

  it('is a first one again when the proposal changed once more between the two', () => {
    const [warned] = press(takeUnits(listOf(a, b), [b, a], OLD), OLD + 10, false)
    expect(press(takeUnits(warned, [a, b], OLD + 15), OLD + 20, false)[1]).toEqual({ kind: 'again', unit: a })
  })

  it('sends what somebody chose, not what is better meanwhile', () => {
    const list = takeUnits(hold(choose(listOf(a, b), 'A12'), true, OLD), [b, a], OLD)
    expect(press(list, OLD + 1, false)[1]).toEqual({ kind: 'send', unit: a })
  })

  it('never sends a first row that nobody chose and that is no longer proposed', () => {
    const list = takeUnits(hold(listOf(a, b), true, OLD), [b, a], OLD)
    expect(ids(list)).toEqual(['A12', 'A08'])
    expect(press(list, OLD + 1, false)[1]).toEqual({ kind: 'again', unit: b })
    expect(press(list, OLD + FRESH_MILLIS, false)[1]).toEqual({ kind: 'send', unit: b })
  })

  it('asks to choose while the newest proposal is not on the screen', () => {
    const list = takeUnits(hold(listOf(a, b), true, OLD), [c, a, b], OLD)
    expect(press(list, OLD * 2, false)[1].kind).toBe('choose')
  })

  it('is not delayed by new figures of the same unit', () => {
    const list = takeUnits(listOf(a, b), [unit('A12', 245), b], OLD)
    expect(press(list, OLD + 1, false)[1].kind).toBe('send')
  })

  it('is delayed when the same unit is suddenly minutes farther', () => {
    const list = takeUnits(listOf(a, b), [unit('A12', 330), b], OLD)
    expect(press(list, OLD + 1, false)[1].kind).toBe('again')
  })

  it('asks a reason for another unit than the proposed one', () => {
    expect(press(choose(listOf(a, b), 'A08'), OLD, false)[1]).toEqual({ kind: 'reason', unit: b })
  })

  it('asks a reason for a unit that lacks a capability, although it stands first', () => {
    const lacking = unit('A03', 100, { blockedBy: 'missing_capability' })
    expect(press(listOf(lacking), OLD, false)[1].kind).toBe('reason')
  })

  it('does not delay what somebody chose by hand', () => {
    const list = choose(takeUnits(listOf(a, b), [c, a, b], OLD), 'A08')
    expect(press(list, OLD + 1, false)[1].kind).toBe('reason')
  })

  it.each(['unit_committed', 'unit_out_of_service', 'unit_off_duty'])(
    'does not send what is %s',
    (blockedBy) => {
      const list = listOf(unit('A21', 100, { blockedBy }))
      expect(press(list, OLD, true)[1].kind).toBe('blocked')
    },
  )

  it('is nothing while there is no list', () => {
    expect(press(emptyList(0), OLD, true)[1].kind).toBe('nothing')
  })

  it('asks to choose when nobody is proposed', () => {
    const list = takeUnits(emptyList(0), [a, b], 0, false)
    expect(press(list, OLD, false)[1].kind).toBe('choose')
    expect(press(choose(list, 'A08'), OLD, false)[1]).toEqual({ kind: 'send', unit: b })
  })
})

describe('choosing', () => {
  it('goes up and down and stops at the ends', () => {
    const list = listOf(a, b)
    expect(findTarget(move(list, 1))?.unitId).toBe('A08')
    expect(findTarget(move(move(list, 1), 1))?.unitId).toBe('A08')
    expect(findTarget(move(list, -1))?.unitId).toBe('A12')
  })

  it('begins at the ends when nobody is proposed', () => {
    const list = takeUnits(emptyList(0), [a, b], 0, false)
    expect(findTarget(move(list, 1))?.unitId).toBe('A12')
    expect(findTarget(move(list, -1))?.unitId).toBe('A08')
  })

  it('lets only a supervisor take a unit from a less urgent incident', () => {
    const busy = unit('A09', 60, {
      blockedBy: 'unit_committed',
      reasons: ['en_route_to_lower_priority'],
    })
    expect(isSendable(busy, false)).toBe(false)
    expect(isSendable(busy, true)).toBe(true)
  })
})

function listOf(...units: ReturnType<typeof unit>[]): ProposalList {
  return takeUnits(emptyList(0), units, 0)
}

function ids(list: ProposalList): string[] {
  return list.shown.map((row) => row.unitId)
}
