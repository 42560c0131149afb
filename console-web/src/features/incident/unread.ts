import { defineStore } from 'pinia'
import { reactive } from 'vue'
import type { Incident } from '@/contract'

const STORED = 'd120.read'
/** More incidents than a busy week has; older marks are dropped. */
const KEPT = 500

/** Which caller messages this browser has not shown yet. */
export const useUnread = defineStore('unread', () => {
  /** Incident id to the time of the last message that was seen. */
  const seen = reactive(new Map<string, string>(read()))

  function count(incident: Incident): number {
    const last = seen.get(incident.id) ?? ''
    return incident.messages.filter((message) => message.from === 'caller' && message.at > last).length
  }

  /** The thread of this incident is open in front of somebody. */
  function markRead(incident: Incident) {
    const last = incident.messages.at(-1)?.at
    if (!last || last <= (seen.get(incident.id) ?? '')) return
    seen.delete(incident.id)
    seen.set(incident.id, last)
    while (seen.size > KEPT) seen.delete(seen.keys().next().value ?? '')
    localStorage.setItem(STORED, JSON.stringify([...seen]))
  }

  return { count, markRead }
})

function read(): [string, string][] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORED) ?? '[]')
    return Array.isArray(kept) ? (kept as [string, string][]) : []
  } catch {
    return []
  }
}
