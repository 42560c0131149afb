import { computed, shallowRef, watch, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Aed } from '@/contract'
import { useClosing } from '@/features/roads'
import { useBoard } from '@/live'
import type { CameraView, LngLat, MapHit, MapView } from '@/map'
import { useCenter } from '@/shared/center'
import { useKeys } from '@/shared/keys'
import { useNow } from '@/shared/time'
import { useWorkplace } from '@/shared/workplace'
import { assignmentsByUnit } from './scene'
import {
  describeAed,
  describeClosure,
  describeHospital,
  describeIncident,
  describeStation,
  describeUnit,
  type Tooltip,
} from './tooltip'
import type { Scene } from './useScene'

const CLUSTER_ZOOM_STEPS = 2

/** What the cursor does on the map: tells about things, selects incidents, answers for places. */
export function usePointer(
  view: Readonly<ShallowRef<MapView | undefined>>,
  camera: Readonly<ShallowRef<(CameraView & { center: LngLat }) | undefined>>,
  scene: Scene,
  aeds: Readonly<ShallowRef<Aed[]>>,
) {
  const board = useBoard()
  const center = useCenter()
  const workplace = useWorkplace()
  const closing = useClosing()
  const now = useNow()
  const { t } = useI18n()

  const hit = shallowRef<MapHit>()
  const at = shallowRef({ x: 0, y: 0 })

  const tooltip = computed((): Tooltip | undefined => {
    const under = hit.value
    if (!under || workplace.placeRequest || workplace.drawing) return undefined
    switch (under.kind) {
      case 'unit':
        return aboutUnit(under.id)
      case 'incident': {
        const incident = board.findIncident(under.id)
        return incident && describeIncident(incident, now.value, t)
      }
      case 'aed': {
        const aed = aeds.value.find(({ id }) => id === under.id)
        return aed && describeAed(aed, t)
      }
      case 'aeds':
        return { title: t('map.aed.many'), lines: [] }
      case 'closure': {
        const closure = board.roadClosures.get(under.id)
        return closure && describeClosure(closure, now.value, center.info?.zone ?? 'Asia/Shanghai', t)
      }
      case 'hospital': {
        const hospital = center.info?.hospitals.find(({ id }) => id === under.id)
        return hospital && describeHospital(hospital, t)
      }
      case 'station': {
        const station = center.info?.stations.find(({ id }) => id === under.id)
        return station && describeStation(station, t)
      }
      default:
        return undefined
    }
  })

  function aboutUnit(id: string): Tooltip | undefined {
    const unit = board.units.get(id)
    const assignment = assignmentsByUnit(board.openIncidents).get(id)
    return unit && describeUnit(unit, assignment, board.positions.get(id), scene.isStale(unit), now.value, t)
  }

  function hover(under: MapHit | undefined, point: { x: number; y: number }) {
    hit.value = under
    at.value = point
    showCursor()
  }

  function showCursor() {
    const { placeRequest, drawing } = workplace
    const under = hit.value?.kind
    view.value?.setCursor(
      placeRequest || drawing ? 'crosshair' : under === 'draft' ? 'grab' : under ? 'pointer' : '',
    )
  }

  function click(under: MapHit | undefined, place: LngLat) {
    if (workplace.placeRequest) workplace.placeRequest.answer(place)
    else if (workplace.drawing) closing.drawPoint(place, true)
    else if (under?.kind === 'closure') closing.showList(under.id)
    else if (under?.kind === 'incident') workplace.select(under.id)
    else if (under?.kind === 'unit') selectIncidentOf(under.id)
    else if (under?.kind === 'aeds') zoomTo(under.at)
  }

  function selectIncidentOf(unitId: string) {
    const incidentId = board.units.get(unitId)?.incidentId
    if (incidentId !== undefined) workplace.select(incidentId)
  }

  function zoomTo(to: LngLat) {
    const zoom = (camera.value?.zoom ?? 0) + CLUSTER_ZOOM_STEPS
    view.value?.move({ kind: 'fly', to, zoom })
  }

  /** With the map focused, Enter takes its center: arrow keys aim. */
  function answerCenter(event: KeyboardEvent) {
    const { placeRequest } = workplace
    const onMap = event.target instanceof HTMLCanvasElement
    if (!camera.value || !onMap) return false
    if (placeRequest) placeRequest.answer(camera.value.center)
    else if (workplace.drawing) closing.drawPoint(camera.value.center, false)
    else return false
    return true
  }

  function cancel() {
    if (!workplace.placeRequest) return false
    workplace.placeRequest.answer(undefined)
    return true
  }

  useKeys([
    { combination: 'Escape', act: cancel, inText: true },
    { combination: 'Enter', act: answerCenter },
  ])
  watch([() => workplace.placeRequest, () => workplace.drawing], showCursor)

  return { tooltip, at, hover, click }
}
