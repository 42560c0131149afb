import type {
  Alert,
  Assignment,
  Board,
  Incident,
  JournalEntry,
  Milestone,
  RoadClosure,
  Unit,
} from '@/contract'
import { center } from './center'
import { stories, tell } from './incidents'
import { startingClosures } from './closures'
import { withPathway } from './pathway'
import { startingUnits } from './units'

type Listener = (frame: Record<string, unknown>) => void

const STATUS_OF: Partial<Record<Milestone, Incident['status']>> = {
  assigned: 'assigned',
  acknowledged: 'assigned',
  en_route: 'en_route',
  on_scene: 'on_scene',
  patient_contact: 'on_scene',
  transporting: 'transporting',
  at_hospital: 'at_hospital',
  handed_over: 'at_hospital',
}

/** A center that lives in the page: what the server would hold, and whoever listens to it. Rules are only hinted at. */
export class World {
  readonly incidents = new Map<string, Incident>()
  readonly units = new Map<string, Unit>()
  readonly closures = new Map<string, RoadClosure>()
  readonly timelines = new Map<string, JournalEntry[]>()
  readonly #listeners = new Set<Listener>()
  storage: 'available' | 'unavailable' = 'available'
  seq = 1000

  constructor(now: () => Date = () => new Date()) {
    this.now = now
    startingUnits(now()).forEach((unit) => this.units.set(unit.id, unit))
    startingClosures(now()).forEach((closure) => this.closures.set(closure.id, closure))
    stories.forEach((story) =>
      this.incidents.set(`incident-${story.number}`, withPathway(tell(story, now()), now())),
    )
    this.incidents.forEach((incident) => this.#startTimeline(incident))
    this.incidents.forEach((incident) => incident.assignments.forEach((a) => this.#commit(a)))
  }

  readonly now: () => Date

  board(): Board {
    const open = [...this.incidents.values()].filter((incident) => incident.status !== 'closed')
    return {
      seq: this.seq,
      at: this.now().toISOString(),
      center: center.id,
      incidents: open,
      units: [...this.units.values()],
      alerts: open.flatMap((incident) => incident.alerts),
      roadClosures: [...this.closures.values()],
    }
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  tell(frame: Record<string, unknown>): void {
    this.#listeners.forEach((listener) => listener(structuredClone(frame)))
  }

  /** Puts the changed incident (and unit) in place and tells everybody. */
  change(incident: Incident, type: string, unit?: Unit, data: Record<string, unknown> = {}): Incident {
    const seq = ++this.seq
    const at = this.now().toISOString()
    const next = { ...incident, seq }
    this.incidents.set(next.id, next)
    if (unit) this.units.set(unit.id, unit)
    const event: JournalEntry = {
      id: `event-${seq}`,
      seq,
      type,
      at,
      recordedAt: at,
      actor: 'dispatcher:dispatcher',
      incidentId: next.id,
      ...(unit && { unitId: unit.id }),
      data: data as never,
    }
    this.timelines.set(next.id, [...(this.timelines.get(next.id) ?? []), event])
    this.tell({ type: 'event', seq, prev: seq - 1, event, incidents: [next], units: unit ? [unit] : [] })
    return next
  }

  closeRoad(closure: RoadClosure): void {
    this.closures.set(closure.id, closure)
    this.#tellRoad('road_closed', { ...closure })
  }

  openRoad(id: string): void {
    if (!this.closures.delete(id)) throw new Error('not_found')
    this.#tellRoad('road_opened', { id })
  }

  #tellRoad(type: string, data: Record<string, unknown>): void {
    const seq = ++this.seq
    const at = this.now().toISOString()
    const actor = 'dispatcher:dispatcher'
    const event = { id: `event-${seq}`, seq, type, at, recordedAt: at, actor, data }
    this.tell({ type: 'event', seq, prev: seq - 1, event, incidents: [], units: [] })
  }

  assign(incident: Incident, unit: Unit): Assignment {
    const at = this.now().toISOString()
    const assignment: Assignment = {
      id: `assignment-${this.seq + 1}`,
      incidentId: incident.id,
      unitId: unit.id,
      status: 'assigned',
      milestones: { assigned: { at, recordedAt: at, source: 'dispatch', clockSuspect: false } },
      patientIds: [],
      reasons: ['道路时间最短'],
    }
    const committed: Unit = {
      ...unit,
      availability: 'committed',
      assignmentId: assignment.id,
      incidentId: incident.id,
    }
    const assignments = [...incident.assignments, assignment]
    this.change({ ...incident, status: 'assigned', assignments }, 'unit_assigned', committed)
    return assignment
  }

  reach(assignmentId: string, milestone: Milestone): Assignment {
    const incident = this.incidentOf((a) => a.id === assignmentId)
    const at = this.now().toISOString()
    const time = { at, recordedAt: at, source: 'voice' as const, clockSuspect: false }
    const assignments = incident.assignments.map((a) =>
      a.id === assignmentId
        ? {
            ...a,
            status: milestone,
            milestones: { ...a.milestones, [milestone]: time },
            ...(milestone === 'cleared' && { endedAt: at }),
          }
        : a,
    )
    const assignment = assignments.find((a) => a.id === assignmentId) as Assignment
    const status = STATUS_OF[milestone] ?? 'awaiting_closure'
    const alerts = incident.alerts.map((a) => (a.assignmentId === assignmentId ? { ...a, clearedAt: at } : a))
    this.change(
      { ...incident, assignments, alerts, status },
      `unit_${milestone}`,
      this.#unitAfter(assignment),
    )
    return assignment
  }

  end(assignmentId: string, status: 'cancelled' | 'declined', reason: string): Assignment {
    const incident = this.incidentOf((a) => a.id === assignmentId)
    const endedAt = this.now().toISOString()
    const assignments = incident.assignments.map((a) =>
      a.id === assignmentId ? { ...a, status, endedAt, endReason: reason } : a,
    )
    const assignment = assignments.find((a) => a.id === assignmentId) as Assignment
    const waiting = assignments.every((a) => a.endedAt)
    this.change(
      { ...incident, assignments, ...(waiting && { status: 'waiting' as const }) },
      `assignment_${status}`,
      this.#unitAfter(assignment),
    )
    return assignment
  }

  changeAlert(id: string, change: Partial<Alert>, type: string): Alert {
    const incident = [...this.incidents.values()].find((i) => i.alerts.some((a) => a.id === id))
    if (!incident) throw new Error('not_found')
    const alerts = incident.alerts.map((a) => (a.id === id ? { ...a, ...change } : a))
    this.change({ ...incident, alerts }, type)
    return alerts.find((a) => a.id === id) as Alert
  }

  incidentOf(matches: (assignment: Assignment) => boolean): Incident {
    const incident = [...this.incidents.values()].find((i) => i.assignments.some(matches))
    if (!incident) throw new Error('not_found')
    return incident
  }

  #unitAfter(assignment: Assignment): Unit | undefined {
    const unit = this.units.get(assignment.unitId)
    if (!unit || !assignment.endedAt) return unit
    const free: Unit = { ...unit, availability: 'available_mobile' }
    delete free.assignmentId
    delete free.incidentId
    return free
  }

  #commit(assignment: Assignment): void {
    const unit = this.units.get(assignment.unitId)
    if (!unit) return
    const { id: assignmentId, incidentId } = assignment
    const crewLink = unit.id === 'A07' ? 'background' : 'connected'
    const scene = this.incidents.get(incidentId)?.position
    const there = scene && ['on_scene', 'patient_contact'].includes(assignment.status)
    const position = there ? { lng: scene.lng, lat: scene.lat, at: this.now().toISOString() } : unit.position
    this.units.set(unit.id, {
      ...unit,
      availability: 'committed',
      assignmentId,
      incidentId,
      crewLink,
      ...(position && { position }),
    })
  }

  #startTimeline(incident: Incident): void {
    const entry = (type: string, at: string, unitId?: string, data = {}): JournalEntry => ({
      id: `${incident.id}-${type}-${unitId ?? ''}`,
      seq: 900,
      type,
      at,
      recordedAt: at,
      actor: 'dispatcher:dispatcher',
      incidentId: incident.id,
      ...(unitId && { unitId }),
      data,
    })
    const assigned = incident.assignments.map((a) =>
      entry('unit_assigned', a.milestones.assigned?.at ?? incident.openedAt, a.unitId, {
        assignmentId: a.id,
      }),
    )
    this.timelines.set(incident.id, [
      entry('call_received', incident.openedAt),
      entry('incident_opened', incident.openedAt),
      ...assigned,
    ])
  }
}
