import { defineStore } from 'pinia'
import { reactive } from 'vue'
import type { ReceivedCall } from '@/contract'

export type PossibleDuplicate = ReceivedCall['possibleDuplicates'][number]

export interface DuplicateQuestion {
  callId: string
  candidates: PossibleDuplicate[]
}

const STORED = 'd120.duplicates'

/** Which calls may be about an incident that is open already, until a person has said so or not. */
export const useDuplicates = defineStore('duplicates', () => {
  const questions = reactive(new Map<string, DuplicateQuestion>(read()))

  /** @param incidentId the incident that the call opened */
  function ask(incidentId: string, callId: string, candidates: PossibleDuplicate[]) {
    if (candidates.length === 0) return
    questions.set(incidentId, { callId, candidates })
    keep()
  }

  function find(incidentId: string): DuplicateQuestion | undefined {
    return questions.get(incidentId)
  }

  /** It is not that one; without a candidate the whole question is answered. */
  function dismiss(incidentId: string, candidateId?: string) {
    const question = questions.get(incidentId)
    const left = question?.candidates.filter(
      (candidate) => candidateId && candidate.incidentId !== candidateId,
    )
    if (question && left && left.length > 0) questions.set(incidentId, { ...question, candidates: left })
    else questions.delete(incidentId)
    keep()
  }

  function keep() {
    sessionStorage.setItem(STORED, JSON.stringify([...questions]))
  }

  return { ask, find, dismiss }
})

function read(): [string, DuplicateQuestion][] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(STORED) ?? '[]')
    return Array.isArray(kept) ? (kept as [string, DuplicateQuestion][]) : []
  } catch {
    return []
  }
}
