import type { Incident } from '@/contract'

type Placed = Pick<Incident, 'id' | 'priority' | 'openedAt' | 'status'>

/** Most urgent first, then who has waited longest. The status says nothing here: it changes all the time. */
export function byUrgency(a: Placed, b: Placed): number {
  return (
    a.priority.localeCompare(b.priority) || a.openedAt.localeCompare(b.openedAt) || a.id.localeCompare(b.id)
  )
}

/** Ids in the order they are shown: what is going on, and what only has to be closed. */
export interface QueueOrder {
  open: string[]
  closing: string[]
}

export function orderOf(incidents: readonly Placed[]): QueueOrder {
  const sorted = [...incidents].sort(byUrgency)
  const ids = (closing: boolean) =>
    sorted.filter((each) => (each.status === 'awaiting_closure') === closing).map((each) => each.id)
  return { open: ids(false), closing: ids(true) }
}

/**
 * The order while somebody is pointing at the list or going through it with keys: nothing moves, nothing vanishes
 * under the pointer, and what is new comes at the end.
 */
export function heldOrder(shown: QueueOrder, incidents: readonly Placed[]): QueueOrder {
  const there = new Set([...shown.open, ...shown.closing])
  const fresh = orderOf(incidents.filter((each) => !there.has(each.id)))
  return { open: [...shown.open, ...fresh.open], closing: [...shown.closing, ...fresh.closing] }
}

/** The next one after `from` in the order that `needs` something; around the end to the beginning. */
export function nextNeeding(
  ids: readonly string[],
  from: string | undefined,
  needs: (id: string) => boolean,
) {
  const start = from === undefined ? 0 : ids.indexOf(from) + 1
  return [...ids.slice(start), ...ids.slice(0, start)].find((id) => id !== from && needs(id))
}
