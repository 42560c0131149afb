import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { IncidentChange, KeptCall, NewLocation, ReceivedCall } from '@/contract'
import { useDuplicates, useEditing, useLinks, type EditableField } from '@/features/incident'
import { useBoard } from '@/live'
import { newKey, post } from '@/shared/api'
import { useWorkplace } from '@/shared/workplace'
import { findPlace, isEmpty, newDraft, type Draft } from './draft'
import { openKept, saveDraft, type SavingSeams } from './draftSaving'

const STORED = 'd120.drafts'

/** The calls being taken at this place: several at once, safe from reload and from the end of a session. */
export const useDrafts = defineStore('drafts', () => {
  const board = useBoard()
  const workplace = useWorkplace()
  const drafts = ref<Draft[]>(read())
  const activeId = ref(drafts.value.at(-1)?.id)
  const active = computed(() => drafts.value.find((draft) => draft.id === activeId.value))
  const problems = ref<Record<string, string>>({})

  const seams: SavingSeams = {
    send: (call, key) => post<ReceivedCall | KeptCall>('/calls', call, key),
    opened(received) {
      board.takeIncident(received.incident)
      useDuplicates().ask(received.incident.id, received.call.id, received.possibleDuplicates)
      if (received.locatorUrl) useLinks().urls.set(received.incident.id, received.locatorUrl)
    },
    findIncident: board.findIncident,
    change(incidentId, change: IncidentChange) {
      const editor = useEditing().editorOf(incidentId)
      for (const [field, value] of Object.entries(change))
        editor.edit(field as EditableField, String(value), true)
    },
    locate: (incidentId, place) => void locate(incidentId, place),
  }

  watch(drafts, (kept) => sessionStorage.setItem(STORED, JSON.stringify(kept)), { deep: true })
  watch(
    () => [board.incidents.size, board.seq],
    () => drafts.value.forEach((draft) => openKept(draft, seams)),
  )

  watch(
    () => drafts.value.filter((draft) => draft.state !== 'opened' && !isEmpty(draft)).length,
    (waiting) => (workplace.draftsWaiting = waiting),
    { immediate: true },
  )

  /** The phone rings: an empty form, while what is being typed stays as it is. */
  function open(): Draft {
    const empty = drafts.value.find(isEmpty)
    if (empty) {
      activeId.value = empty.id
      return empty
    }
    const draft = newDraft(newKey(), newKey(), new Date(board.serverNow()).toISOString())
    drafts.value.push(draft)
    activeId.value = draft.id
    return draft
  }

  function show(id: string) {
    activeId.value = id
    workplace.takingCall = true
  }

  /** Forgets a draft; only for those that are saved, empty, or given up by a person. */
  function drop(id: string) {
    drafts.value = drafts.value.filter((draft) => draft.id !== id)
    if (activeId.value === id) activeId.value = drafts.value.at(-1)?.id
  }

  function save(draft: Draft) {
    return saveDraft(draft, seams)
  }

  /** Coordinates typed after there is an incident go to it when they are complete. */
  function storePlace(draft: Draft) {
    const place = findPlace(draft)
    if (draft.state !== 'opened' || !draft.incidentId || !place || place === 'unreadable') return
    const text = JSON.stringify(place)
    if (text === draft.located) return
    draft.located = text
    void locate(draft.incidentId, place)
  }

  /** Posts the place; until it is there it is tried again, always as the same one. */
  async function locate(incidentId: string, place: NewLocation, key = newKey()) {
    try {
      await post(`/incidents/${encodeURIComponent(incidentId)}/locations`, place, key)
      Reflect.deleteProperty(problems.value, incidentId)
    } catch (error) {
      problems.value[incidentId] = error instanceof Error ? error.message : String(error)
      setTimeout(() => void locate(incidentId, place, key), 5_000)
    }
  }

  return { drafts, activeId, active, problems, open, show, drop, save, storePlace }
})

/** Whatever was under way when the page went away: nobody knows how it ended. */
function read(): Draft[] {
  try {
    const kept = JSON.parse(sessionStorage.getItem(STORED) ?? '[]') as Draft[]
    return kept.map((draft) => (draft.state === 'sending' ? { ...draft, state: 'uncertain' } : draft))
  } catch {
    return []
  }
}
