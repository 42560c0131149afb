import { describe, expect, it } from 'vitest'
import type { Incident } from '@/contract'
import { heldOrder, nextNeeding, orderOf } from './queue-order'
import { liveAlerts, liveAssignments, needsAction } from './queue-row'

function incident(id: string, more: Partial<Incident> = {}): Incident {
  const position = { lng: 112.9, lat: 28.2, radiusMeters: 10, source: 'link', at: '2026-11-22T06:00:00Z' }
  const base = { id, priority: 'p2', status: 'en_route', openedAt: '2026-11-22T06:00:00Z', position }
  return { ...base, alerts: [], assignments: [], messages: [], ...more } as unknown as Incident
}

describe('the queue', () => {
  it('has the most urgent first, and of those the one that has waited longest', () => {
    const order = orderOf([
      incident('young', { openedAt: '2026-11-22T06:09:00Z' }),
      incident('critical', { priority: 'p1', openedAt: '2026-11-22T06:10:00Z' }),
      incident('old', { openedAt: '2026-11-22T05:00:00Z' }),
    ])
    expect(order.open).toEqual(['critical', 'old', 'young'])
  })

  it('does not move when only a status changes', () => {
    const before = orderOf([incident('a', { status: 'waiting' }), incident('b')])
    expect(orderOf([incident('a', { status: 'on_scene' }), incident('b', { status: 'waiting' })])).toEqual(
      before,
    )
  })

  it('puts what only has to be closed into a group of its own', () => {
    expect(orderOf([incident('a', { status: 'awaiting_closure' }), incident('b')])).toEqual({
      open: ['b'],
      closing: ['a'],
    })
  })

  it('stands still while it is in use: new ones come last, gone ones stay', () => {
    const shown = { open: ['b', 'gone'], closing: ['c'] }
    const held = heldOrder(shown, [
      incident('new', { priority: 'p1' }),
      incident('b', { status: 'awaiting_closure' }),
      incident('c', { status: 'en_route' }),
    ])
    expect(held).toEqual({ open: ['b', 'gone', 'new'], closing: ['c'] })
  })

  it('finds the next that needs something, around the end', () => {
    const needs = (id: string) => id !== 'b'
    expect(nextNeeding(['a', 'b', 'c'], 'a', needs)).toBe('c')
    expect(nextNeeding(['a', 'b', 'c'], 'c', needs)).toBe('a')
    expect(nextNeeding(['a', 'b', 'c'], undefined, needs)).toBe('a')
    expect(nextNeeding(['a'], 'a', needs)).toBeUndefined()
    expect(nextNeeding(['a', 'b'], 'left-the-list', needs)).toBe('a')
  })
})

describe('an incident needs action', () => {
  const alert = {
    id: '1',
    kind: 'unit_stationary',
    tier: 2,
    audience: 'dispatch',
    level: 1,
    raisedAt: '2026-11-22T06:00:00Z',
  } as const

  it.each<[string, Partial<Incident>, number, boolean]>([
    ['while it waits', { status: 'waiting' }, 0, true],
    ['when a message is unread', {}, 1, true],
    ['when an alert has no owner', { alerts: [alert] }, 0, true],
    ['not when the alert has one', { alerts: [{ ...alert, owner: 'li' }] }, 0, false],
    ['not for a listed alert', { alerts: [{ ...alert, tier: 3 }] }, 0, false],
    ['not while all goes well', {}, 0, false],
    ['not when it only has to be closed', { status: 'awaiting_closure' }, 1, false],
  ])('%s', (_, more, unread, expected) => {
    expect(needsAction(incident('a', more), unread)).toBe(expected)
  })

  it('when nobody knows where it is', () => {
    const lost = incident('a')
    delete lost.position
    expect(needsAction(lost, 0)).toBe(true)
  })

  it('by live alerts only, loudest first', () => {
    const alerts = [
      alert,
      { ...alert, id: '2', clearedAt: '2026-11-22T06:01:00Z' },
      { ...alert, id: '3', tier: 1 },
    ]
    expect(liveAlerts(incident('a', { alerts })).map((each) => each.id)).toEqual(['3', '1'])
  })

  it('and ended assignments are not under way', () => {
    const assignments = [{ id: '1', endedAt: '2026-11-22T06:00:00Z' }, { id: '2' }]
    expect(
      liveAssignments(incident('a', { assignments: assignments as never })).map((each) => each.id),
    ).toEqual(['2'])
  })
})
