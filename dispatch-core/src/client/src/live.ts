import type { EventFrame, OtherFrame, UnitPosition } from './frames'
import { LiveStream } from './live-stream'

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
  /** Told at every change of phase, storage or offset; `live.status` is always current. */
  onStatus(status: LiveStatus): void
  /** What a handler threw. The stream goes on; a board or event that was not taken in is asked for again. */
  onFault?(error: unknown): void
  /**
   * Is the session still good? A browser does not tell a refused upgrade (401) from a dead network, so this is asked
   * after every second and further try in a row that never opened. False ends in `signed_out`; a throw says nothing.
   */
  checkSession?(): Promise<boolean>
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
  /** Connects at once and anew, as after the user signed in again. Does nothing after `close`. */
  reconnect(): void
  /** The device woke or found a network: a stream that is not fresh connects at once, a fresh one is left alone. */
  wake(): void
  /** The device says it has no network: shown as `quiet` until the next frame proves otherwise. */
  doubt(): void
  close(): void
}

/** Opens the stream at once. Handlers are called in order, one at a time. */
export function openLive<Board, After>(options: LiveOptions<Board, After>): Live {
  return new LiveStream(options)
}
