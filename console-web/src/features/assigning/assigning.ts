import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import type { Assignment } from '@/contract'
import { useSession } from '@/features/session'
import { newKey, post } from '@/shared/api'
import { i18n } from '@/shared/i18n'
import { findTarget } from './proposals'
import { createSafeAssigning, type SafeAssigning } from './safeAssigning'

/** Flows of incidents looked at lately stay, so that a request under way is not forgotten by looking elsewhere. */
const KEPT = 50

/** Assigning, one flow for each incident. */
export const useAssigning = defineStore('assigning', () => {
  const flows = new Map<string, SafeAssigning>()
  /** Incidents whose list is on the screen. */
  const shown = shallowReactive(new Set<string>())

  function flowOf(incidentId: string): SafeAssigning {
    const known = flows.get(incidentId)
    if (known) return known
    const flow = createSafeAssigning(incidentId, {
      now: () => Date.now(),
      newKey,
      assign: (incident, request, key) =>
        post<Assignment>(path('incidents', incident, 'assignments'), request, key),
      cancel: (assignment, key) =>
        post(
          path('assignments', assignment, 'cancel'),
          { reason: i18n.global.t('assigning.recallReason') },
          key,
        ),
      mayPreempt: () => useSession().user?.role === 'supervisor',
    })
    flows.set(incidentId, flow)
    if (flows.size > KEPT) forgetOldest()
    return flow
  }

  function forgetOldest() {
    for (const [id, { flow }] of flows) {
      if (flow.step === 'sending' || flow.step === 'uncertain') continue
      flows.delete(id)
      return
    }
  }

  /** A list is on the screen until the returned function is called. */
  function show(incidentId: string): () => void {
    shown.add(incidentId)
    return () => shown.delete(incidentId)
  }

  /** The unit that the list on the screen would send; nothing while none is there, or nobody knows how far units are. */
  function findMeant(incidentId: string): string | undefined {
    if (!shown.has(incidentId)) return undefined
    const { list } = flowOf(incidentId).flow
    return list.ranked ? findTarget(list)?.unitId : undefined
  }

  return { flowOf, show, findMeant }
})

function path(...parts: string[]): string {
  return `/${parts.map(encodeURIComponent).join('/')}`
}
