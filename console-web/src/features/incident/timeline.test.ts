import { expect, it } from 'vitest'
import type { JournalEntry } from '@/contract'
import { withEarlier } from './timeline'

it('knows of an edit what was written before', () => {
  const [first, second] = withEarlier([
    event('incident_details_changed', { note: 'a' }),
    event('incident_details_changed', { note: 'b' }),
  ])
  expect(first?.earlier).toBeUndefined()
  expect(second?.earlier).toEqual({ note: 'a' })
})

it('knows which alert is repeated', () => {
  const raised = { id: 'x', kind: 'not_en_route', unitId: 'A12' }
  const entries = withEarlier([
    event('alert_raised', raised),
    event('alert_raised', { id: 'y', kind: 'crew_not_connected' }),
    event('alert_repeated', { alertId: 'x', level: 2 }),
    event('unit_assigned', {}),
  ])
  expect(entries.map((entry) => entry.earlier)).toEqual([undefined, undefined, raised, undefined])
})

function event(type: string, data: Record<string, unknown>): JournalEntry {
  return { type, data } as unknown as JournalEntry
}
