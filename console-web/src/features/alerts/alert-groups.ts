import type { Alert } from '@/contract'

/** Where each alert is shown. Within a group the oldest comes first, so that a new one moves nothing. */
export interface AlertGroups {
  /** Tier 1 without an owner: on top, with sound, until somebody owns it. */
  loud: Alert[]
  /** What this dispatcher is to deal with: tier 2, and tier 1 that is theirs. */
  shown: Alert[]
  /** Tier 3, what waits for later, and what others deal with. */
  listed: Alert[]
}

export function groupAlerts(
  alerts: readonly Alert[],
  username: string | undefined,
  nowMillis: number,
): AlertGroups {
  const groups: AlertGroups = { loud: [], shown: [], listed: [] }
  const sorted = [...alerts].sort((a, b) => a.raisedAt.localeCompare(b.raisedAt) || a.id.localeCompare(b.id))
  for (const alert of sorted) groups[groupOf(alert, username, nowMillis)].push(alert)
  return groups
}

function groupOf(alert: Alert, username: string | undefined, nowMillis: number): keyof AlertGroups {
  // For a hospital to act on: dispatchers can look it up, and hear nothing of it.
  if (alert.tier >= 3 || alert.audience === 'hospital' || isSnoozed(alert, nowMillis)) return 'listed'
  if (!alert.owner) return alert.tier === 1 ? 'loud' : 'shown'
  return alert.owner === username ? 'shown' : 'listed'
}

export function isSnoozed(alert: Alert, nowMillis: number): boolean {
  return alert.snoozedUntil !== undefined && Date.parse(alert.snoozedUntil) > nowMillis
}
