import { onScopeDispose, watch, type Ref, type ShallowRef } from 'vue'
import { useBoard } from '@/live'
import { boundsOf, moveForFollowing, moveForSelection, type LngLat, type MapView, type Watched } from '@/map'
import { useCenter } from '@/shared/center'
import { useWorkplace } from '@/shared/workplace'
import type { Scene } from './useScene'

const FOLLOW_MILLIS = 1_000
const LOOK_ZOOM = 15

/** Moves the camera to what the dispatcher works on, without ever taking it out of his hands. */
export function useCamera(
  view: Readonly<ShallowRef<MapView | undefined>>,
  { selected, focus, findUnitPlace }: Scene,
  following: Readonly<Ref<boolean>>,
) {
  const board = useBoard()
  const center = useCenter()
  const workplace = useWorkplace()

  function watched(): Watched | undefined {
    const incident = selected.value?.position
    const unit = focus.value[0]
    return incident && { incident, unit: unit === undefined ? undefined : findUnitPlace(unit) }
  }

  function showSelected() {
    const map = view.value
    const target = watched()
    if (!map || !target) return
    const move = moveForSelection(target, map.readCamera(), map.isInHand)
    if (move) map.move(move)
  }

  function follow() {
    const map = view.value
    const target = watched()
    if (!map || !target || !following.value || map.isInHand || workplace.placeRequest) return
    const move = moveForFollowing(target, map.readCamera(), map.millisSinceHand)
    if (move) map.move(move)
  }

  /** Every open incident and the units that belong to it; without any, the whole fleet. */
  function showAll() {
    const incidents = board.openIncidents.flatMap(({ position }) => (position ? [position] : []))
    const units = [...board.positions.values()]
    const places: LngLat[] = [...incidents, ...units]
    const bounds = boundsOf(places.length > 0 ? places : center.info ? [center.info.mapCenter] : [])
    if (bounds) view.value?.fit(bounds, 14)
  }

  // Also when its position becomes known while it is being worked on.
  watch([() => workplace.selectedIncidentId, () => selected.value?.position !== undefined], showSelected, {
    flush: 'post',
  })
  watch(
    () => workplace.lookAt,
    (place) => place && view.value?.move({ kind: 'fly', to: place, zoom: place.zoom ?? LOOK_ZOOM }),
  )
  const timer = setInterval(follow, FOLLOW_MILLIS)
  onScopeDispose(() => clearInterval(timer))

  return { showAll, showSelected }
}
