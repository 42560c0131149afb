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

/** A frame as read: told apart by `type`, and complete in the fields this package relies on. */
export type Frame<Board, After> =
  | { kind: 'snapshot'; frame: SnapshotFrame<Board> }
  | { kind: 'event'; frame: EventFrame<After> }
  | { kind: 'positions'; frame: PositionsFrame }
  | { kind: 'heartbeat'; frame: HeartbeatFrame }
  | { kind: 'other'; frame: OtherFrame }

/** Reads one message; undefined when it is no frame: not text, not JSON, or without what its type must have. */
export function readFrame<Board, After>(message: unknown): Frame<Board, After> | undefined {
  const frame = typeof message === 'string' ? parse(message) : undefined
  if (!isObject(frame) || typeof frame.type !== 'string') return undefined
  const whole = (...fields: string[]) => fields.every((field) => Number.isSafeInteger(frame[field]))
  // What lies deeper is the server's contract; types generated from it are taken at their word.
  switch (frame.type) {
    case 'snapshot':
      return whole('seq') && isObject(frame.board)
        ? { kind: 'snapshot', frame: frame as unknown as SnapshotFrame<Board> }
        : undefined
    case 'event':
      return whole('seq', 'prev') && isObject(frame.event)
        ? { kind: 'event', frame: frame as unknown as EventFrame<After> }
        : undefined
    case 'positions':
      return Array.isArray(frame.units)
        ? { kind: 'positions', frame: frame as unknown as PositionsFrame }
        : undefined
    case 'heartbeat':
      return whole('seq') ? { kind: 'heartbeat', frame: frame as unknown as HeartbeatFrame } : undefined
    default:
      return { kind: 'other', frame: frame as OtherFrame }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
