import { describe, expect, it } from 'vitest'
import type { Alert } from '@/contract'
import { cardsOf } from './alert-cards'

const alert = (id: string, more: Partial<Alert> = {}): Alert => ({
  id,
  kind: 'not_en_route',
  tier: 2,
  audience: 'dispatch',
  level: 1,
  raisedAt: '2026-11-22T06:00:00Z',
  ...more,
})

const idsOf = (alerts: Alert[]) => cardsOf(alerts).map((card) => card.alerts.map(({ id }) => id).join(' '))

describe('an alert card', () => {
  const a10 = { unitId: 'A10', incidentId: 'i' }

  it('has all alerts of one unit on one incident, worst first, then oldest', () => {
    const younger = { ...a10, tier: 1, raisedAt: '2026-11-22T06:01:00Z' }
    expect(idsOf([alert('amber', a10), alert('young', younger), alert('old', { ...a10, tier: 1 })])).toEqual([
      'old young amber',
    ])
  })

  it('keeps apart other units, other incidents, and what is of no unit', () => {
    expect(
      idsOf([
        alert('a', a10),
        alert('b', { ...a10, unitId: 'A11' }),
        alert('c', { ...a10, incidentId: 'j' }),
        alert('d', { incidentId: 'i' }),
        alert('e', { incidentId: 'i' }),
      ]),
    ).toHaveLength(5)
  })

  it('keeps its place and its key while a worse alert comes and the first one goes', () => {
    const other = alert('other', { unitId: 'A11', incidentId: 'i' })
    const [before] = cardsOf([alert('first', a10), other])
    const after = cardsOf([alert('first', a10), other, alert('worse', { ...a10, tier: 1 })])
    expect(after[0]?.key).toBe(before?.key)
    expect(cardsOf([alert('worse', a10)])[0]?.key).toBe(before?.key)
  })
})
