import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import type { Incident, Triage, TriageCard, TriageCardContent } from '@/contract'
import { useSession } from '@/features/session'
import { useBoard } from '@/live'
import { get, newKey, post, RequestFailed } from '@/shared/api'
import { createTriage, emptyDraft, type TriageDraft, type TriageWork } from './triage'

const STORED = 'd120.triage'
/** Long enough to answer the next question, short enough that other desks see it. */
const PAUSE_MILLIS = 1500
/** Incidents whose unfinished triage is kept in this browser. */
const KEPT = 30

/** Triage at this place: the cards in force, and the unfinished work of each incident. */
export const useTriage = defineStore('triage', () => {
  const board = useBoard()
  const session = useSession()
  const cards = ref<TriageCardContent[]>([])
  const state = ref<'unknown' | 'loading' | 'known' | 'failed'>('unknown')
  const drafts = ref<Record<string, TriageDraft>>(read())
  const works = new Map<string, TriageWork>()
  const pauses = new Map<string, ReturnType<typeof setTimeout>>()

  async function load() {
    if (state.value === 'loading') return
    state.value = 'loading'
    try {
      const { items } = await get<{ items: TriageCard[] }>('/triage-cards')
      cards.value = items.filter((card) => card.state === 'in_force').map((card) => card.content)
      state.value = 'known'
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error
      state.value = 'failed'
    }
  }

  function workOf(incidentId: string): TriageWork {
    const known = works.get(incidentId)
    if (known) return known
    drafts.value[incidentId] ??= emptyDraft()
    const work = createTriage(drafts.value[incidentId], {
      send: (body, key) =>
        post<Triage>(`/incidents/${encodeURIComponent(incidentId)}/triage`, body, key).then((triage) =>
          show(incidentId, triage),
        ),
      newKey,
      now: () => board.serverNow(),
      afterPause: (act) => {
        clearTimeout(pauses.get(incidentId))
        pauses.set(incidentId, setTimeout(act, PAUSE_MILLIS))
      },
      cardsChanged: () => void load(),
    })
    works.set(incidentId, work)
    return work
  }

  /** The socket brings the whole incident too; whoever asked must not wait for that. */
  function show(incidentId: string, triage: Triage): Triage {
    const incident = board.findIncident(incidentId)
    if (incident) board.takeIncident({ ...incident, triage })
    return triage
  }

  /** The card to begin with: the one in work, the one that was used, the one for the complaint. */
  function cardOf(incident: Incident): TriageCardContent | undefined {
    const { draft } = workOf(incident.id)
    const wanted = draft.card ?? incident.triage?.card
    return (
      cards.value.find((card) => card.card === wanted) ??
      cards.value.find((card) => card.complaint === incident.complaint)
    )
  }

  board.onEvent((event) => {
    if (event.type.startsWith('triage_card_') && state.value !== 'unknown') void load()
  })
  watch(drafts, (kept) => sessionStorage.setItem(STORED, JSON.stringify(unfinished(kept))), { deep: true })
  watch(
    () => session.user?.username,
    (now, before) => {
      if (before === undefined || now === before) return
      pauses.forEach((pause) => clearTimeout(pause))
      works.clear()
      drafts.value = {}
    },
  )

  return { cards, state, load, workOf, cardOf }
})

/** Answers the server has need no keeping. */
function unfinished(drafts: Record<string, TriageDraft>): Record<string, TriageDraft> {
  return Object.fromEntries(
    Object.entries(drafts)
      .filter(([, draft]) => draft.unsent || draft.typed !== '')
      .slice(-KEPT),
  )
}

function read(): Record<string, TriageDraft> {
  try {
    return JSON.parse(sessionStorage.getItem(STORED) ?? '{}') as Record<string, TriageDraft>
  } catch {
    return {}
  }
}
