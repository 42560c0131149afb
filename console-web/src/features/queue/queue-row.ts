import type { Alert, Assignment, Incident } from '@/contract'

/** What is still under way; ended assignments say nothing about who comes. */
export function liveAssignments(incident: Incident): Assignment[] {
  return incident.assignments.filter((assignment) => !assignment.endedAt)
}

/** Alerts that are not cleared, loudest first, then oldest. */
export function liveAlerts(incident: Incident): Alert[] {
  return incident.alerts
    .filter((alert) => !alert.clearedAt)
    .sort((a, b) => a.tier - b.tier || a.raisedAt.localeCompare(b.raisedAt))
}

/** Somebody has to do something here: send a unit, own an alert, read a message, find the place. */
export function needsAction(incident: Incident, unread: number): boolean {
  if (incident.status === 'awaiting_closure' || incident.status === 'closed') return false
  return (
    incident.status === 'waiting' ||
    unread > 0 ||
    !incident.position ||
    liveAlerts(incident).some((alert) => alert.tier <= 2 && !alert.owner)
  )
}
