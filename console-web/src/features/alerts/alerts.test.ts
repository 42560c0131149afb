import { describe, expect, it } from 'vitest'
import type { Alert } from '@/contract'
import { groupAlerts } from './alert-groups'
import { MUTE_MILLIS, muteSecondsLeft } from './mute'

const NOW = Date.parse('2026-11-22T06:10:00Z')

const alert = (id: string, tier: number, more: Partial<Alert> = {}): Alert => ({
  id,
  kind: 'incident_waiting',
  tier,
  level: 1,
  audience: 'dispatch',
  raisedAt: '2026-11-22T06:00:00Z',
  ...more,
})

function grouped(...alerts: Alert[]) {
  const { loud, shown, listed } = groupAlerts(alerts, 'wang', NOW)
  const ids = (group: Alert[]) => group.map((each) => each.id).join(' ')
  return { loud: ids(loud), shown: ids(shown), listed: ids(listed) }
}

describe('an alert', () => {
  it('of tier 1 is loud until somebody owns it', () => {
    expect(grouped(alert('a', 1))).toEqual({ loud: 'a', shown: '', listed: '' })
    expect(grouped(alert('a', 1, { owner: 'wang' }))).toEqual({ loud: '', shown: 'a', listed: '' })
    expect(grouped(alert('a', 1, { owner: 'li' }))).toEqual({ loud: '', shown: '', listed: 'a' })
  })

  it('of tier 2 is shown, of tier 3 listed', () => {
    expect(grouped(alert('a', 2), alert('b', 3))).toEqual({ loud: '', shown: 'a', listed: 'b' })
  })

  it('waits in the list while it is snoozed, and not longer', () => {
    expect(grouped(alert('a', 1, { snoozedUntil: '2026-11-22T06:10:01Z' })).listed).toBe('a')
    expect(grouped(alert('a', 1, { snoozedUntil: '2026-11-22T06:09:59Z' })).loud).toBe('a')
  })

  it('comes after older ones of its group, so that nothing moves', () => {
    const newer = alert('new', 1, { raisedAt: '2026-11-22T06:05:00Z' })
    expect(grouped(newer, alert('old', 1)).loud).toBe('old new')
  })
})

describe('muting', () => {
  it('ends by itself after five minutes', () => {
    expect(muteSecondsLeft(undefined, NOW)).toBe(0)
    expect(muteSecondsLeft(NOW + MUTE_MILLIS, NOW)).toBe(300)
    expect(muteSecondsLeft(NOW + MUTE_MILLIS, NOW + MUTE_MILLIS)).toBe(0)
  })
})
