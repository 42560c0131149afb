import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { Incident, JournalEntry } from '@/contract'
import { useBoard } from '@/live'
import { get, type Problem } from '@/shared/api'
import { problemOf } from '@/shared/refusals'
import { pathOf } from './action'

type Data = Record<string, unknown>

/** An event and what it goes back to: for an edit the details before it, for an alert how it was raised. */
export interface TimelineEntry {
  event: JournalEntry
  earlier?: Data
}

/** How long a gap may be filled by the socket before it is asked for. */
const PATIENCE_MILLIS = 1_500

/** Every journal entry of one incident, in order: asked for once, then as they come. */
export function useTimeline(incident: () => Incident) {
  const board = useBoard()
  const entries = shallowRef<TimelineEntry[]>([])
  const problem = ref<Problem>()
  const bySeq = new Map<number, JournalEntry>()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function load() {
    const { id } = incident()
    try {
      const { items } = await get<{ items: JournalEntry[] }>(pathOf('incidents', id, 'timeline'))
      if (incident().id !== id) return
      problem.value = undefined
      take(items)
    } catch (error) {
      if (incident().id === id) problem.value = problemOf(error)
    }
  }

  function take(events: JournalEntry[]) {
    events.forEach((event) => bySeq.set(event.seq, event))
    entries.value = withEarlier([...bySeq.values()].sort((a, b) => a.seq - b.seq))
  }

  watch(
    () => incident().id,
    () => {
      bySeq.clear()
      entries.value = []
      void load()
    },
    { immediate: true },
  )
  // A snapshot brings the incident without its events: what is missing then is asked for.
  watch(
    () => incident().seq,
    (seq) => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        if (!bySeq.has(seq)) void load()
      }, PATIENCE_MILLIS)
    },
  )
  onScopeDispose(
    board.onEvent((event) => {
      if (event.incidentId === incident().id) take([event as JournalEntry])
    }),
  )
  onScopeDispose(() => clearTimeout(timer))

  return { entries, problem, load }
}

/** Visible for tests. */
export function withEarlier(events: JournalEntry[]): TimelineEntry[] {
  let details: Data | undefined
  const raised = new Map<unknown, Data>()
  return events.map((event) => {
    const data = event.data as Data
    if (event.type === 'alert_raised') raised.set(data['id'], data)
    const earlier = event.type === 'incident_details_changed' ? details : raised.get(data['alertId'])
    if (event.type === 'incident_details_changed') details = data
    return earlier ? { event, earlier } : { event }
  })
}
