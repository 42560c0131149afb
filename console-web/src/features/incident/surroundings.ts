import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import type { Aed, Incident, NearHospital, Recommendation } from '@/contract'
import { useSession } from '@/features/session'
import { useBoard } from '@/live'
import { get, RequestFailed, type Problem } from '@/shared/api'
import { pathOf } from './action'

export interface Surroundings {
  aeds: Aed[]
  hospitals: NearHospital[]
  problem?: Problem
}

/** AEDs and hospitals around an incident, asked for once, and again when the place moves or other roads are closed. */
export const useSurroundings = defineStore('surroundings', () => {
  const known = shallowReactive(new Map<string, Surroundings & { place: string }>())

  async function load(incident: Incident) {
    if (!incident.position || !useSession().mayDispatch) return
    const closures = [...useBoard().roadClosures.keys()].sort().join()
    const place = `${incident.position.lng},${incident.position.lat} ${closures}`
    const before = known.get(incident.id)
    if (before?.place === place && !before.problem) return
    try {
      const { aeds, hospitals } = await get<Recommendation>(
        pathOf('incidents', incident.id, 'recommendation'),
      )
      known.set(incident.id, { aeds, hospitals, place })
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error
      known.set(incident.id, { aeds: [], hospitals: [], place, problem: error.problem })
    }
  }

  function find(incidentId: string): Surroundings | undefined {
    return known.get(incidentId)
  }

  return { load, find }
})
