import { describe, expect, it } from 'vitest'
import { NOON, milestoneTap, over, workAt } from '../samples.test-support'
import { withdrawableIn } from './withdrawal'

const EN_ROUTE_AT = NOON + 2 * 60_000
const work = workAt(['acknowledged', 'en_route'])

describe('withdrawableIn', () => {
  it('counts ten seconds down by the clock of the server', () => {
    expect(withdrawableIn(work, [], EN_ROUTE_AT)).toEqual({
      assignmentId: 'as-1',
      milestone: 'en_route',
      seconds: 10,
    })
    expect(withdrawableIn(work, [], EN_ROUTE_AT + 2_100)?.seconds).toBe(8)
    expect(withdrawableIn(work, [], EN_ROUTE_AT + 10_000)).toBeUndefined()
  })
  it('never shows more than ten seconds, whatever the clocks', () => {
    expect(withdrawableIn(work, [], EN_ROUTE_AT - 60_000)?.seconds).toBe(10)
  })
  it('offers a tap that waits for as long as it waits', () => {
    const tap = milestoneTap('on_scene')
    const found = withdrawableIn(work, [tap], EN_ROUTE_AT + 3_600_000)
    expect(found).toEqual({ assignmentId: 'as-1', milestone: 'on_scene', tapId: tap.id })
  })
  it('leaves alone what the dispatcher recorded, and being assigned', () => {
    const told = workAt(['acknowledged'])
    const acknowledged = told.assignment.milestones.acknowledged
    if (acknowledged) acknowledged.source = 'voice'
    expect(withdrawableIn(told, [], NOON + 60_000)).toBeUndefined()
    expect(withdrawableIn(workAt(), [], NOON)).toBeUndefined()
  })
  it('brings cleared work back, but not what was cancelled', () => {
    const cleared = workAt(['acknowledged', 'cleared'])
    expect(withdrawableIn(over(cleared, 'cleared', 20), [], EN_ROUTE_AT)?.milestone).toBe('cleared')
    expect(withdrawableIn(over(work, 'cancelled', 20), [], EN_ROUTE_AT)).toBeUndefined()
  })
})
