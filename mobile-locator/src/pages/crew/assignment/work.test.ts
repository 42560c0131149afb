import { describe, expect, it } from 'vitest'
import type { CrewAssignment } from '../contract'
import { over, withNotice, workAt } from '../samples.test-support'
import { type Work, NO_WORK, changeSeen, confirmable, endingSeen, takeAnswer, takeIn } from './work'

const NOW = '2026-03-01T05:00:00Z'
const take = (work: Work, given: CrewAssignment | undefined, seq: number, ended: string[] = []) =>
  takeIn(work, given, seq, NOW, (id) => ended.includes(id))
const enRoute = workAt(['acknowledged', 'en_route'])
const held = take(NO_WORK, enRoute, 12)

describe('takeIn', () => {
  it('holds the assignment and confirms it', () => {
    expect(held.assignment).toEqual(enRoute)
    expect(confirmable(held)).toBe(12)
  })
  it('says loudly that an assignment was cancelled, and confirms only after somebody has seen it', () => {
    const work = take(held, withNotice(over(enRoute, 'cancelled', 20), 'cancelled', 20), 20)
    expect(work.assignment).toBeUndefined()
    expect(work.endings).toMatchObject([
      { assignmentId: 'as-1', kind: 'cancelled', reason: '不需要了', address: '望城坡地铁站 2 号口' },
    ])
    expect(confirmable(work)).toBe(19)
    expect(confirmable(endingSeen(work, 'as-1'))).toBe(20)
  })
  it('keeps the cancel on the screen when the next assignment is there already', () => {
    const cancelled = take(held, withNotice(over(enRoute, 'cancelled', 20), 'cancelled', 20), 20)
    const next = workAt([], { number: 'XJ-2' })
    const work = take(cancelled, { ...next, assignment: { ...next.assignment, id: 'as-2' } }, 21)
    expect(work.endings).toHaveLength(1)
    expect(work.assignment?.number).toBe('XJ-2')
  })
  it('does not ring again for a cancel that was seen', () => {
    const cancelled = withNotice(over(enRoute, 'cancelled', 20), 'cancelled', 20)
    const seen = endingSeen(take(held, cancelled, 20), 'as-1')
    const confirmed = { ...cancelled, seq: 21, assignment: { ...cancelled.assignment } }
    expect(take(seen, confirmed, 21).endings).toEqual([])
  })
  it('tells of a cancel it hears of for the first time', () => {
    expect(
      take(NO_WORK, withNotice(over(enRoute, 'cancelled', 20), 'cancelled', 20), 20).endings,
    ).toHaveLength(1)
  })
  it('says that work is gone which ended while there was no connection', () => {
    const work = take(held, undefined, 30)
    expect(work.endings).toMatchObject([{ kind: 'gone', assignmentId: 'as-1', at: NOW }])
    expect(confirmable(work)).toBe(12)
  })
  it('makes no noise about work the crew ended itself', () => {
    expect(take(held, undefined, 30, ['as-1']).endings).toEqual([])
    const cleared = take(held, over(workAt(['acknowledged', 'cleared']), 'cleared', 30), 30)
    expect(cleared.endings).toEqual([])
    expect(cleared.last?.assignment.status).toBe('cleared')
  })
  it('does not go back to an older state of the same work', () => {
    const work = take(held, workAt(['acknowledged']), 13)
    expect(work.assignment).toEqual(enRoute)
    expect(work.seq).toBe(13)
  })
})

describe('a changed address', () => {
  const moved = { ...withNotice(enRoute, 'address_changed', 20), address: '枫林一路 88 号' }
  it('shows the old place beside the new and waits to be seen', () => {
    const work = take(held, moved, 20)
    expect(work.change).toMatchObject({ noticeSeq: 20, address: '望城坡地铁站 2 号口' })
    expect(confirmable(work)).toBe(19)
    expect(confirmable(changeSeen(work))).toBe(20)
  })
  it('does not come back after it was seen, although the receipt was lost', () => {
    const seen = changeSeen(take(held, moved, 20))
    expect(take(seen, { ...moved, seq: 21 }, 21).change).toBeUndefined()
  })
  it('keeps the first place when it changes again before anybody looked', () => {
    const again = { ...withNotice(moved, 'address_changed', 25), address: '岳麓大道' }
    expect(take(take(held, moved, 20), again, 25).change).toMatchObject({
      noticeSeq: 25,
      address: '望城坡地铁站 2 号口',
    })
  })
  it('is noticed in an answer that is quicker than the socket, once', () => {
    const answered = takeAnswer(held, moved)
    expect(answered.change?.address).toBe('望城坡地铁站 2 号口')
    expect(take(changeSeen(answered), moved, 20).change).toBeUndefined()
  })
  it('is shown by a device that has forgotten everything but is on its way', () => {
    expect(take(NO_WORK, moved, 20).change).toEqual({ noticeSeq: 20 })
    const ringing = withNotice(workAt(), 'address_changed', 20)
    expect(take(NO_WORK, ringing, 20).change).toBeUndefined()
  })
})

describe('takeAnswer', () => {
  it('takes a newer state and leaves an older one', () => {
    const onScene = workAt(['acknowledged', 'en_route', 'on_scene'])
    expect(takeAnswer(held, onScene).assignment).toEqual(onScene)
    expect(takeAnswer(held, workAt(['acknowledged'])).assignment).toEqual(enRoute)
  })
  it('brings cleared work back to life when the step was taken back', () => {
    const cleared = takeAnswer(held, over(workAt(['acknowledged', 'cleared']), 'cleared', 30))
    expect(cleared.assignment).toBeUndefined()
    expect(takeAnswer(cleared, { ...enRoute, seq: 31 }).assignment?.seq).toBe(31)
  })
  it('leaves an answer about other work alone', () => {
    const other = { ...enRoute, assignment: { ...enRoute.assignment, id: 'as-9' }, seq: 99 }
    expect(takeAnswer(held, other)).toBe(held)
  })
})
