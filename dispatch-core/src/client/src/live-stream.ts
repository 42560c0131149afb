import { type Frame, readFrame } from './frames'
import type { Live, LiveOptions, LivePhase, LiveSeams, LiveStatus } from './live'
import { delayMillis, endingOf } from './reconnect'
import { browserSeams } from './seams'
import { judge, pathSince } from './sequence'
import { ServerClock } from './server-clock'
import { QUIET_AFTER_MILLIS, Watch } from './watch'

/** Carrying frames this long proves a connection: the next end is met at once again. */
const PROVEN_AFTER_MILLIS = 4_000
const OPEN = 1
const GOODBYE = 1000

/** One connection after the other, and what was taken in through them. See docs/websocket.md. */
export class LiveStream<Board, After> implements Live {
  readonly #options: LiveOptions<Board, After>
  readonly #seams: LiveSeams
  readonly #clock = new ServerClock()
  readonly #watch: Watch
  #seq: number | undefined
  #phase: LivePhase = 'connecting'
  #storage: LiveStatus['storage'] = 'available'
  #told = ''
  #socket: WebSocket | undefined
  #opened = false
  #triedAt = 0
  #lastFrameAt: number | undefined
  /** Tries in a row that came to nothing, those of them that never opened, and faulty frames in a row. */
  #failures = 0
  #unopened = 0
  #faults = 0
  #retryTimer: number | undefined

  constructor(options: LiveOptions<Board, After>) {
    this.#options = options
    this.#seams = options.seams ?? browserSeams
    this.#watch = new Watch(
      this.#seams,
      () => this.doubt(),
      () => this.#retry(),
    )
    this.#connect()
  }

  get seq(): number | undefined {
    return this.#seq
  }

  get status(): LiveStatus {
    return {
      phase: this.#phase,
      storage: this.#storage,
      serverOffsetMillis: this.#clock.offsetMillis,
      ...(this.#lastFrameAt !== undefined && { lastFrameAt: this.#lastFrameAt }),
    }
  }

  serverNow(): number {
    return this.#seams.wallMillis() + this.#clock.offsetMillis
  }

  send(message: Record<string, unknown>): boolean {
    if (this.#socket?.readyState !== OPEN) return false
    try {
      this.#socket.send(JSON.stringify(message))
      return true
    } catch {
      return false // it closed meanwhile: the end is told by its own event
    }
  }

  acknowledge(seq: number): boolean {
    return this.send({ type: 'ack', seq })
  }

  reconnect(): void {
    if (this.#phase === 'closed') return
    this.#failures = this.#unopened = this.#faults = 0
    this.#phase = this.#lastFrameAt === undefined ? 'connecting' : 'lost'
    this.#connect()
    this.#tell()
  }

  wake(): void {
    if (this.#phase === 'signed_out' || this.#phase === 'refused') return
    const fresh = this.#socket && this.#phase !== 'quiet' && this.#watch.ageMillis < QUIET_AFTER_MILLIS
    if (!fresh) this.reconnect()
  }

  doubt(): void {
    if (this.#phase === 'live') this.#become('quiet')
  }

  close(): void {
    this.#drop()
    this.#become('closed')
  }

  #connect(): void {
    this.#drop()
    this.#opened = false
    this.#triedAt = this.#watch.start()
    try {
      const socket = this.#seams.createSocket(pathSince(this.#options.path, this.#seq))
      this.#socket = socket
      socket.onopen = () => (this.#opened = true)
      socket.onmessage = (message) => this.#read(message.data)
      socket.onclose = (end) => this.#end(end.code)
    } catch (error) {
      this.#report(error)
      this.#end(1006)
    }
  }

  /** Lets go of the connection and of all timers. Its own end is not waited for: a dead network may take minutes. */
  #drop(): void {
    if (this.#retryTimer !== undefined) this.#seams.clearTimer(this.#retryTimer)
    this.#retryTimer = undefined
    this.#watch.stop()
    const socket = this.#socket
    if (!socket) return
    this.#socket = undefined
    socket.onopen = socket.onmessage = socket.onclose = null
    socket.close(GOODBYE)
  }

  #end(code: number): void {
    const ending = endingOf(code)
    if (ending === 'signed_out' || ending === 'refused') {
      this.#drop()
      return this.#become(ending)
    }
    if (ending === 'anew') this.#seq = undefined
    if (ending === 'slower') this.#failures = Math.max(this.#failures, 2)
    this.#retry()
  }

  #retry(): void {
    this.#drop()
    this.#unopened = this.#opened ? 0 : this.#unopened + 1
    const delay = delayMillis(this.#failures++, this.#seams.random())
    this.#retryTimer = this.#seams.setTimer(() => this.#connect(), delay)
    this.#become('lost')
    if (this.#unopened >= 2) void this.#askForSession()
  }

  async #askForSession(): Promise<void> {
    try {
      const good = (await this.#options.checkSession?.()) ?? true
      // An answer that comes late must not end a stream that lives again.
      if (good || this.#phase !== 'lost' || this.#unopened < 2) return
    } catch {
      return // not answered either: it is the network
    }
    this.#drop()
    this.#become('signed_out')
  }

  #read(message: unknown): void {
    const now = this.#watch.hear()
    const read = readFrame<Board, After>(message)
    if (!read || (read.kind === 'event' && judge(this.#seq, read.frame) === 'gap')) return this.#fault()
    this.#lastFrameAt = now
    if (now - this.#triedAt >= PROVEN_AFTER_MILLIS) this.#failures = this.#unopened = this.#faults = 0
    const socket = this.#socket
    this.#take(read)
    if (this.#socket !== socket) return // a handler threw, closed or connected anew: this connection is over
    if (this.#seq !== undefined) this.#phase = 'live'
    this.#tell()
  }

  #take(read: Frame<Board, After>): void {
    switch (read.kind) {
      case 'snapshot':
        return this.#takeIn(read.frame.seq, () => this.#options.onSnapshot(read.frame.board, read.frame.seq))
      case 'event':
        if (judge(this.#seq, read.frame) === 'take')
          this.#takeIn(read.frame.seq, () => this.#options.onEvent(read.frame))
        return
      case 'heartbeat':
        this.#storage = read.frame.storage === 'unavailable' ? 'unavailable' : 'available'
        this.#clock.take(read.frame.at, this.#seams.wallMillis(), this.#seams.monotonicMillis())
        if (this.#seq !== undefined) this.#seq = Math.max(this.#seq, read.frame.seq)
        return
      case 'positions':
        return this.#guard(() => this.#options.onPositions?.(read.frame.units))
      case 'other':
        return this.#guard(() => this.#options.onOther?.(read.frame))
    }
  }

  /** A board or event counts when its handler is through with it; otherwise everything is asked for again. */
  #takeIn(seq: number, handle: () => void): void {
    try {
      handle()
      this.#seq = seq
    } catch (error) {
      this.#report(error)
      this.#seq = undefined
      if (this.#phase !== 'closed') this.#retry()
    }
  }

  /** What came cannot be relied on: once more from where we are, and if it happens again, from the beginning. */
  #fault(): void {
    if (++this.#faults > 1) this.#seq = undefined
    this.#retry()
  }

  #become(phase: LivePhase): void {
    this.#phase = phase
    this.#tell()
  }

  #tell(): void {
    const now = `${this.#phase} ${this.#storage} ${this.#clock.offsetMillis}`
    if (now === this.#told) return
    this.#told = now
    this.#guard(() => this.#options.onStatus(this.status))
  }

  #guard(handle: () => void): void {
    try {
      handle()
    } catch (error) {
      this.#report(error)
    }
  }

  #report(error: unknown): void {
    if (this.#options.onFault) this.#options.onFault(error)
    else globalThis.reportError?.(error)
  }
}
