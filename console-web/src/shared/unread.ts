import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import type { Incident } from '@/contract'

/** Which of the caller's messages nobody has answered, and this dispatcher has not yet looked at. */
export const useUnread = defineStore('unread', () => {
  const readUpTo = shallowReactive(new Map<string, number>())

  function countOf(incident: Incident): number {
    return unanswered(incident, readUpTo.get(incident.id) ?? 0)
  }

  function markRead(incident: Incident) {
    if ((readUpTo.get(incident.id) ?? 0) < incident.messages.length) {
      readUpTo.set(incident.id, incident.messages.length)
    }
  }

  return { countOf, markRead }
})

/** Messages of the caller after the first `read`, and after the dispatcher's last. */
export function unanswered(incident: Pick<Incident, 'messages'>, read: number): number {
  const answered = incident.messages.findLastIndex((message) => message.from === 'dispatcher') + 1
  return incident.messages.slice(Math.max(answered, read)).filter((message) => message.from === 'caller')
    .length
}
