import type { Alert } from '@/contract'

/** What happens to one unit on one incident, shown and owned as one. Alerts of anything else have a card each. */
export interface AlertCard {
  /** Stays the same while alerts come and go, so that a card keeps its place and its state. */
  key: string
  /** Worst first, of those the oldest; never empty. */
  alerts: readonly [Alert, ...Alert[]]
}

/** Cards in the order in which their first alert comes. */
export function cardsOf(alerts: readonly Alert[]): AlertCard[] {
  const byKey = new Map<string, [Alert, ...Alert[]]>()
  for (const alert of alerts) {
    const together = byKey.get(keyOf(alert))
    if (together) together.push(alert)
    else byKey.set(keyOf(alert), [alert])
  }
  return [...byKey].map(([key, together]) => ({ key, alerts: together.sort(byGravity) }))
}

function keyOf({ id, unitId, incidentId }: Alert): string {
  return unitId && incidentId ? `${unitId} ${incidentId}` : id
}

function byGravity(a: Alert, b: Alert): number {
  return a.tier - b.tier || a.raisedAt.localeCompare(b.raisedAt) || a.id.localeCompare(b.id)
}
