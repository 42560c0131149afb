import type { LiveSeams } from './live'

/** A socket of the tests: the other side is played by calling `open`, `say` and `end`. */
export class FakeSocket {
  readyState = 0
  onopen: (() => void) | null = null
  onmessage: ((message: { data: unknown }) => void) | null = null
  onclose: ((end: { code: number }) => void) | null = null
  readonly sent: unknown[] = []
  closedWith: number | undefined

  constructor(readonly path: string) {}

  open(): this {
    this.readyState = 1
    this.onopen?.()
    return this
  }

  say(frame: unknown): this {
    return this.sayRaw(JSON.stringify(frame))
  }

  sayRaw(data: unknown): this {
    this.onmessage?.({ data })
    return this
  }

  end(code: number): void {
    this.readyState = 3
    this.onclose?.({ code })
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text))
  }

  close(code: number): void {
    this.closedWith = code
    this.readyState = 3
  }
}

interface Timer {
  due: number
  callback: () => void
}

/** Clocks, chance and timers of the tests. Time passes only by `pass`. */
export class FakeWorld implements LiveSeams {
  readonly sockets: FakeSocket[] = []
  monotonic = 1_000
  wall = Date.parse('2026-03-01T08:00:00Z')
  chance = 0
  refusesSockets = false
  readonly #timers = new Map<number, Timer>()
  #nextTimer = 1

  get socket(): FakeSocket {
    const last = this.sockets.at(-1)
    if (!last) throw new Error('no socket was opened')
    return last
  }

  get timers(): number {
    return this.#timers.size
  }

  pass(millis: number): void {
    const until = this.monotonic + millis
    for (;;) {
      const next = [...this.#timers].sort(([, a], [, b]) => a.due - b.due)[0]
      if (!next || next[1].due > until) break
      this.#advance(Math.max(0, next[1].due - this.monotonic))
      this.#timers.delete(next[0])
      next[1].callback()
    }
    this.#advance(until - this.monotonic)
  }

  /** The device sleeps: the wall clock goes on, timers and the monotonic clock do not. */
  sleep(millis: number): void {
    this.wall += millis
  }

  createSocket = (path: string): WebSocket => {
    if (this.refusesSockets) throw new Error('SecurityError')
    const socket = new FakeSocket(path)
    this.sockets.push(socket)
    return socket as unknown as WebSocket
  }
  monotonicMillis = (): number => this.monotonic
  wallMillis = (): number => this.wall
  random = (): number => this.chance
  setTimer = (callback: () => void, millis: number): number => {
    this.#timers.set(this.#nextTimer, { due: this.monotonic + millis, callback })
    return this.#nextTimer++
  }
  clearTimer = (timer: number): void => {
    this.#timers.delete(timer)
  }

  #advance(millis: number): void {
    this.monotonic += millis
    this.wall += millis
  }
}
