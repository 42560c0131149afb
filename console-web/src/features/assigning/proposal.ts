import { onScopeDispose, ref, watch, type Ref } from 'vue'
import type { Incident, ProposedUnit, Recommendation, Unit } from '@/contract'
import { useBoard } from '@/live'
import { get, type Problem } from '@/shared/api'
import { problemOf } from '@/shared/refusals'

/** The server pushes proposals for waiting incidents; for the others, while somebody looks, they are asked for. */
const ASK_EVERY_MILLIS = 5_000

/**
 * The newest recommendation for one incident, as pushed or as asked for.
 *
 * @param wanted whether somebody looks at it now
 */
export function useProposal(incident: Ref<Incident>, wanted: Ref<boolean>) {
  const board = useBoard()
  const problem = ref<Problem>()
  const loading = ref(false)
  let timer: ReturnType<typeof setInterval> | undefined

  async function ask() {
    const { id } = incident.value
    loading.value = true
    try {
      board.takeRecommendation(
        await get<Recommendation>(`/incidents/${encodeURIComponent(id)}/recommendation`),
      )
      if (incident.value.id === id) problem.value = undefined
    } catch (error) {
      if (incident.value.id === id) problem.value = problemOf(error)
    } finally {
      loading.value = false
    }
  }

  const place = () =>
    incident.value.position && `${incident.value.position.lng},${incident.value.position.lat}`

  watch(
    [() => incident.value.id, wanted, place, () => incident.value.status === 'waiting'],
    () => {
      clearInterval(timer)
      problem.value = undefined
      // Without a place there is nothing to compute, which needs no asking.
      if (!wanted.value || !incident.value.position) return
      void ask()
      if (incident.value.status !== 'waiting') timer = setInterval(() => void ask(), ASK_EVERY_MILLIS)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearInterval(timer))

  return { problem, loading, ask }
}

/** Who could be sent although nobody knows how far they are: in no order of merit. */
export function listWithoutPlace(units: Unit[]): ProposedUnit[] {
  return units
    .filter((unit) => unit.availability === 'available' || unit.availability === 'available_mobile')
    .map((unit) => ({
      unitId: unit.id,
      callsign: unit.callsign,
      etaSeconds: Number.NaN,
      distanceMeters: Number.NaN,
      method: 'straight_line',
      availability: unit.availability,
      capabilities: unit.capabilities,
      stale: unit.stale,
      crewLink: unit.crewLink,
      reasons: [
        unit.availability === 'available' ? 'at_station' : 'returning',
        ...unit.capabilities.map((capability) => `has_${capability}`),
        ...(unit.crewLink === 'connected' ? [] : ['crew_not_connected']),
      ],
    }))
}
