import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef, triggerRef } from 'vue'
import type {
  EventFrame,
  JournalEvent,
  Live,
  LiveStatus,
  OtherFrame,
  UnitPosition,
} from '@dispatch120/client'
import type { Alert, Board, Incident, Recommendation, RoadClosure, Unit } from '@/contract'

/** What an event frame of the console carries: complete views after the event. */
export interface AfterStates {
  incidents: Incident[]
  units: Unit[]
}

/** A patient on the way to this hospital, as the stream tells it every few seconds. */
export interface Inbound {
  incidentId: string
  patientId: string
  unitId: string
  etaSeconds?: number
  distanceMeters?: number
  method?: 'road' | 'straight_line'
}

type EventListener = (event: JournalEvent, after: AfterStates) => void
type PositionListener = (units: UnitPosition[]) => void

/** Closed incidents stay at hand for whoever still looks at one. */
const CLOSED_KEPT = 50

/** The live board: the console's one copy of what is going on, kept complete by the socket. */
export const useBoard = defineStore('board', () => {
  const ready = ref(false)
  const seq = ref(0)
  const center = ref('')
  const incidents = shallowReactive(new Map<string, Incident>())
  const closed = shallowReactive(new Map<string, Incident>())
  const units = shallowReactive(new Map<string, Unit>())
  const recommendations = shallowReactive(new Map<string, Recommendation>())
  /** Alerts of incidents that were closed before we looked, such as a crew that has not confirmed a cancel. */
  const looseAlerts = shallowReactive(new Map<string, Alert>())
  /** Where nobody gets through now. */
  const roadClosures = shallowReactive(new Map<string, RoadClosure>())
  /** Hospitals only: who comes, and since when it is known by the server's clock. */
  const inbound = shallowRef<{ patients: Inbound[]; at: number }>({ patients: [], at: 0 })
  const status = shallowRef<LiveStatus>({ phase: 'connecting', storage: 'available', serverOffsetMillis: 0 })
  /** Not reactive by unit: 300 units move every second, and only the map draws them. */
  const positions = new Map<string, UnitPosition>()
  const eventListeners = new Set<EventListener>()
  const positionListeners = new Set<PositionListener>()
  let live: Live | undefined

  const openIncidents = computed(() => [...incidents.values()])
  const allUnits = computed(() => [...units.values()].sort((a, b) => a.id.localeCompare(b.id)))
  const alerts = computed<Alert[]>(() =>
    [...incidents.values(), ...closed.values()]
      .flatMap((incident) => incident.alerts)
      .concat([...looseAlerts.values()])
      .filter((alert) => !alert.clearedAt),
  )

  function showSnapshot(board: Board, at: number) {
    incidents.clear()
    units.clear()
    recommendations.clear()
    closed.clear()
    looseAlerts.clear()
    roadClosures.clear()
    inbound.value = { patients: [], at: 0 }
    board.incidents.forEach((incident) => incidents.set(incident.id, incident))
    board.alerts
      .filter((alert) => !alert.incidentId || !incidents.has(alert.incidentId))
      .forEach((alert) => looseAlerts.set(alert.id, alert))
    board.units.forEach(takeUnit)
    board.roadClosures.forEach(takeRoadClosure)
    center.value = board.center
    seq.value = at
    ready.value = true
  }

  function takeEvent(frame: EventFrame<AfterStates>) {
    frame.incidents.forEach(takeIncident)
    frame.units.forEach(takeUnit)
    takeRoads(frame.event)
    seq.value = frame.seq
    eventListeners.forEach((listener) => listener(frame.event, frame))
  }

  /** Also for views that a request answered: the one with the greater `seq` wins. */
  function takeIncident(incident: Incident) {
    const known = incidents.get(incident.id) ?? closed.get(incident.id)
    if (known && known.seq > incident.seq) return
    incident.alerts.forEach((alert) => looseAlerts.delete(alert.id))
    if (incident.status === 'closed' || incident.absorbedInto) {
      incidents.delete(incident.id)
      recommendations.delete(incident.id)
      closed.delete(incident.id)
      closed.set(incident.id, incident)
      if (closed.size > CLOSED_KEPT) closed.delete(closed.keys().next().value as string)
    } else {
      closed.delete(incident.id)
      incidents.set(incident.id, incident)
      if (incident.status !== 'waiting') recommendations.delete(incident.id)
    }
  }

  function takeUnit(unit: Unit) {
    units.set(unit.id, unit)
    const { position } = unit
    if (!position) return
    const known = positions.get(unit.id)
    if (known?.at && (!position.at || position.at < known.at)) return
    const moved: UnitPosition = { ...position, unitId: unit.id, at: position.at ?? '' }
    positions.set(unit.id, moved)
    positionListeners.forEach((listener) => listener([moved]))
  }

  function takeRoads({ type, data }: JournalEvent) {
    if (type === 'road_closed') takeRoadClosure(data as unknown as RoadClosure)
    else if (type === 'road_opened') openRoad((data as unknown as { id: string }).id)
  }

  function takeRoadClosure(closure: RoadClosure) {
    roadClosures.set(closure.id, closure)
  }

  function openRoad(closureId: string) {
    roadClosures.delete(closureId)
  }

  function takePositions(moved: UnitPosition[]) {
    moved.forEach((position) => positions.set(position.unitId, position))
    positionListeners.forEach((listener) => listener(moved))
  }

  function takeOther(frame: OtherFrame) {
    if (frame.type === 'inbound') {
      inbound.value = { patients: frame['patients'] as Inbound[], at: serverNow() }
    }
    if (frame.type !== 'recommendation') return
    takeRecommendation(frame['recommendation'] as Recommendation)
  }

  function takeRecommendation(recommendation: Recommendation) {
    recommendations.set(recommendation.incidentId, recommendation)
  }

  function takeStatus(next: LiveStatus) {
    status.value = next
    triggerRef(status)
  }

  function findIncident(id: string): Incident | undefined {
    return incidents.get(id) ?? closed.get(id)
  }

  function onEvent(listener: EventListener): () => void {
    eventListeners.add(listener)
    return () => eventListeners.delete(listener)
  }

  function onPositions(listener: PositionListener): () => void {
    positionListeners.add(listener)
    return () => positionListeners.delete(listener)
  }

  /** Now by the server's clock, so that ages are right on a PC whose clock is not. */
  function serverNow(): number {
    return Date.now() + status.value.serverOffsetMillis
  }

  function attach(stream: Live | undefined) {
    live?.close()
    live = stream
    if (!stream) ready.value = false
  }

  function reconnect() {
    live?.reconnect()
  }

  return {
    ready,
    seq,
    center,
    incidents,
    closed,
    units,
    positions,
    recommendations,
    roadClosures,
    inbound,
    status,
    openIncidents,
    allUnits,
    alerts,
    showSnapshot,
    takeEvent,
    takeIncident,
    takeUnit,
    takeRoadClosure,
    openRoad,
    takePositions,
    takeOther,
    takeRecommendation,
    takeStatus,
    findIncident,
    onEvent,
    onPositions,
    serverNow,
    attach,
    reconnect,
  }
})
