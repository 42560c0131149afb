import { computed, onScopeDispose, watchEffect, type ComputedRef, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Aed, Incident, Unit } from '@/contract'
import { useAssigning } from '@/features/assigning'
import { closureMarks, sketchMark, useClosing, useCourseRefresh, useCourses } from '@/features/roads'
import { useBoard } from '@/live'
import { cutCaption, type HospitalMark, type LngLat, type MapView, type UnitFix } from '@/map'
import { useCenter } from '@/shared/center'
import { useNow } from '@/shared/time'
import { useWorkplace } from '@/shared/workplace'
import { courseWish, routeMarks } from './courses'
import { LAYERS, type LayerChoice } from './layers'
import * as scene from './scene'

export interface Scene {
  selected: ComputedRef<Incident | undefined>
  /** Sent or proposed for the selected incident. */
  focus: ComputedRef<string[]>
  isStale(unit: Unit): boolean
  /** What is drawn along roads or straight, in words for those who look at the page by a program. */
  drawn: ComputedRef<string>
  findUnitPlace(unitId: string): LngLat | undefined
}

/**
 * Keeps the map showing the board, for as long as the caller lives.
 *
 * @param asks whether the courses of units are asked for; without them it is shown only where they are going
 */
export function useScene(
  view: Readonly<ShallowRef<MapView | undefined>>,
  layers: LayerChoice,
  aeds: Readonly<ShallowRef<Aed[]>>,
  asks: boolean,
): Scene {
  const board = useBoard()
  const center = useCenter()
  const workplace = useWorkplace()
  const now = useNow()
  const assigning = useAssigning()
  const courses = useCourses()
  const closing = useClosing()
  const { t } = useI18n()

  const selected = computed(() => {
    const id = workplace.selectedIncidentId
    return id === undefined ? undefined : board.findIncident(id)
  })
  /** A closed incident is shown while somebody looks at it. */
  const shown = computed(() => {
    const open = board.openIncidents
    return selected.value && !board.incidents.has(selected.value.id) ? [...open, selected.value] : open
  })
  const recommendation = computed(() => selected.value && board.recommendations.get(selected.value.id))
  const meant = computed(() => selected.value && assigning.findMeant(selected.value.id))
  const focus = computed(() => scene.focusUnits(selected.value, recommendation.value, meant.value))
  useCourseRefresh(
    computed(() =>
      asks
        ? courseWish(selected.value, focus.value, board.roadClosures.keys(), (id) => board.units.get(id))
        : undefined,
    ),
  )
  const hospitals = computed(() => center.info?.hospitals ?? [])
  const assignments = computed(() => scene.assignmentsByUnit(board.openIncidents))
  /** Looked at every 10 s: nobody sees a difference of seconds, and it sorts all units. */
  const slowNow = computed(() => Math.floor(now.value / 10_000) * 10_000)

  function isStale(unit: Unit): boolean {
    return scene.isStale(unit, board.positions.get(unit.id), slowNow.value)
  }

  function captionOf(incident: Incident): string {
    const complaint = t(`shared.complaint.${incident.complaint ?? 'none'}`)
    return cutCaption(incident.address ? `${complaint} · ${incident.address}` : complaint)
  }

  function labelOf({
    source,
    radiusMeters,
  }: {
    source: Incident['fixes'][number]['source']
    radiusMeters: number
  }) {
    return t('map.fix', { source: t(`shared.fixSource.${source}`), radius: Math.round(radiusMeters) })
  }

  watchEffect(() => LAYERS.forEach((layer) => view.value?.setVisible(layer, layers[layer])))
  watchEffect(() => view.value?.showArea(center.info?.serviceArea ?? []))
  const hospitalMarks = computed(() => scene.hospitalMarks(hospitals.value, center.info?.stations ?? []))
  watchEffect(() => view.value?.showHospitals(hospitalMarks.value))
  watchEffect(() => view.value?.live.showNames(layers.hospitals ? hospitalMarks.value.map(asName) : []))
  watchEffect(() => view.value?.showStations((center.info?.stations ?? []).map(asStation)))
  watchEffect(() => view.value?.showAeds(aeds.value))
  watchEffect(() => {
    view.value?.live.showUnits(scene.unitMarks(board.allUnits, assignments.value, focus.value, isStale))
  })
  watchEffect(() => {
    view.value?.live.showIncidents(scene.incidentMarks(shown.value, workplace.selectedIncidentId, captionOf))
  })
  const routes = computed(() => {
    const { known, failed } = courses
    const words = { estimate: t('map.route.estimate'), unanswered: t('map.route.unanswered') }
    const driven = asks ? selected.value : undefined
    return routeMarks(shown.value, driven, focus.value, hospitals.value, known, failed, words)
  })
  watchEffect(() => view.value?.live.showRoutes(routes.value))
  const drawn = computed(() =>
    routes.value
      .filter(({ focus: inFocus }) => inFocus)
      .map(({ unitId, kind, course }) => `${unitId} ${kind} ${course ? 'road' : 'straight_line'}`)
      .join(', '),
  )
  watchEffect(() => view.value?.live.showClosures(closureMarks(board.roadClosures.values())))
  watchEffect(() => view.value?.live.showSketch(sketchMark(closing.flow)))
  watchEffect(() => view.value?.setDrawing(workplace.drawing))
  watchEffect(() => {
    const { selectedIncidentId, draftPlace } = workplace
    view.value?.showCircles(scene.circleMarks(shown.value, selectedIncidentId, draftPlace, labelOf))
    view.value?.live.showDraft(draftPlace && { place: draftPlace })
  })

  const move = (positions: Iterable<UnitFix>) => view.value?.live.moveUnits([...positions].map(scene.fixOf))
  watchEffect(() => {
    if (view.value) move(board.positions.values())
  })
  onScopeDispose(board.onPositions(move))

  return { selected, focus, drawn, isStale, findUnitPlace: (unitId) => board.positions.get(unitId) }
}

function asName({ name, pci, place, above }: HospitalMark) {
  return { text: pci ? `${name} PCI` : name, place, above }
}

function asStation({ id, name, position }: { id: string; name: string; position: LngLat }) {
  return { id, name, place: position }
}
