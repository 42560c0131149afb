import { type Live, type LivePhase, type LiveSeams, followPage, openLive } from '@dispatch120/client'
import type { CrewAssignment, CrewBoard, MeasuredPosition } from '../contract'
import { sessionIsGood } from '../session'

export interface LinkEvents {
  /** The unit's assignment after an event, or in a snapshot (without `event`). */
  onWork(given: CrewAssignment | undefined, seq: number, event?: string): void
  /** Frames come again: what waited can go out. */
  onLive(): void
  /** A frame or a change of state, while frames come. */
  onHeard(): void
  onLost(): void
  onSignedOut(): void
  onChange(): void
}

/** The crew's line to the dispatch centre, for one user. */
export class Link {
  readonly #live: Live
  readonly #letGo: () => void
  readonly #monotonicMillis: () => number
  readonly #events: LinkEvents
  #before: LivePhase | undefined

  constructor(events: LinkEvents, seams: LiveSeams | undefined) {
    this.#events = events
    this.#monotonicMillis = seams?.monotonicMillis ?? (() => performance.now())
    this.#live = openLive<CrewBoard, { assignment?: CrewAssignment }>({
      path: '/ws/crew',
      onSnapshot: (board, seq) => events.onWork(board.assignment, seq),
      onEvent: (frame) => events.onWork(frame.assignment, frame.seq, frame.event.type),
      onStatus: ({ phase }) => this.#became(phase),
      checkSession: sessionIsGood,
      ...(seams && { seams }),
    })
    this.#letGo = followPage(this.#live)
  }

  get phase(): LivePhase {
    return this.#live.status.phase
  }

  get storageAway(): boolean {
    return this.#live.status.storage === 'unavailable'
  }

  get offsetMillis(): number {
    return this.#live.status.serverOffsetMillis
  }

  /** Since the last frame; undefined before the first. */
  get ageMillis(): number | undefined {
    const { lastFrameAt } = this.#live.status
    return lastFrameAt === undefined ? undefined : this.#monotonicMillis() - lastFrameAt
  }

  serverNow(): number {
    return this.#live.serverNow()
  }

  acknowledge(seq: number): void {
    this.#live.acknowledge(seq)
  }

  /** Also while frames are late: only an end of the connection tells that positions do not arrive. */
  sendPositions(positions: MeasuredPosition[]): boolean {
    const open = this.phase === 'live' || this.phase === 'quiet'
    return open && this.#live.send({ type: 'positions', positions })
  }

  reconnect(): void {
    this.#live.reconnect()
  }

  close(): void {
    this.#letGo()
    this.#live.close()
  }

  #became(phase: LivePhase): void {
    const before = this.#before
    this.#before = phase
    if (phase === 'live') {
      this.#events.onHeard()
      if (before !== 'live') this.#events.onLive()
    }
    if (phase === 'lost' && before !== 'lost') this.#events.onLost()
    if (phase === 'signed_out') this.#events.onSignedOut()
    this.#events.onChange()
  }
}
