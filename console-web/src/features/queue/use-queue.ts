import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { Incident } from '@/contract'
import { useBoard } from '@/live'
import { heldOrder, orderOf, type QueueOrder } from './queue-order'

/** So long after the last touch the list may sort itself again. */
export const HOLD_MILLIS = 3000
/** So long a new incident is highlighted. */
const FRESH_MILLIS = 6000

/** The queue's rows in an order that does not jump under the eye. */
export function useQueue() {
  const board = useBoard()
  const order = shallowRef<QueueOrder>({ open: [], closing: [] })
  const held = ref(false)
  const fresh = shallowRef(new Set<string>())
  let timer: ReturnType<typeof setTimeout> | undefined
  let known: Set<string> | undefined
  onScopeDispose(() => clearTimeout(timer))

  watch(
    () => board.openIncidents,
    (incidents) => {
      const next = held.value ? heldOrder(order.value, incidents) : orderOf(incidents)
      if (!isSame(next, order.value)) order.value = next
      highlightNew(incidents)
    },
    { immediate: true },
  )
  watch(held, (holding) => {
    if (!holding) order.value = orderOf(board.openIncidents)
  })

  /** Somebody is using the list: it stands still for a while. */
  function hold() {
    held.value = true
    clearTimeout(timer)
    timer = setTimeout(() => (held.value = false), HOLD_MILLIS)
  }

  function highlightNew(incidents: readonly Incident[]) {
    if (!board.ready) return
    const ids = incidents.map((incident) => incident.id)
    const added = known ? ids.filter((id) => !known?.has(id)) : []
    known = new Set(ids)
    if (added.length === 0) return
    fresh.value = new Set([...fresh.value, ...added])
    setTimeout(
      () => (fresh.value = new Set([...fresh.value].filter((id) => !added.includes(id)))),
      FRESH_MILLIS,
    )
  }

  const rows = (ids: string[]) =>
    ids.flatMap((id) => {
      const incident = board.findIncident(id)
      return incident ? [incident] : []
    })
  const open = computed(() => rows(order.value.open))
  const closing = computed(() => rows(order.value.closing))

  return { open, closing, fresh, hold }
}

function isSame(a: QueueOrder, b: QueueOrder): boolean {
  return a.open.join() === b.open.join() && a.closing.join() === b.closing.join()
}
