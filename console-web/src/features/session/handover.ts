import type { Alert } from '@/contract'

/** The alerts that somebody would leave behind: owned and not cleared, oldest first. */
export function ownedBy(alerts: readonly Alert[], username: string | undefined): Alert[] {
  return alerts
    .filter((alert) => username !== undefined && alert.owner === username && !alert.clearedAt)
    .sort((a, b) => a.raisedAt.localeCompare(b.raisedAt))
}
