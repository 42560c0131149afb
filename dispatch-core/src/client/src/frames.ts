/** The frames of docs/websocket.md, and what a client may send. */

export interface SnapshotFrame<Board> {
  type: 'snapshot'
  seq: number
  board: Board
}

export interface JournalEvent {
  id: string
  seq: number
  type: string
  at: string
  recordedAt: string
  actor: string
  incidentId?: string
  unitId?: string
  data: Record<string, unknown>
}

/** An event and the complete state, after it, of all that it changed. */
export type EventFrame<After> = {
  type: 'event'
  seq: number
  prev: number
  event: JournalEvent
} & After

export interface UnitPosition {
  unitId: string
  lng: number
  lat: number
  at: string
  speedMps?: number
  headingDegrees?: number
}

export interface PositionsFrame {
  type: 'positions'
  units: UnitPosition[]
}

export interface HeartbeatFrame {
  type: 'heartbeat'
  seq: number
  at: string
  storage: 'available' | 'unavailable'
}

/** Frames this package leaves to its user: a recommendation, an approach, whatever comes later. */
export interface OtherFrame {
  type: string
  [field: string]: unknown
}
