import type { World } from './world'

const HEARTBEAT_MILLIS = 2000

/** A WebSocket as far as the client uses one: a snapshot, every event, a heartbeat every 2 s. */
export class MockSocket {
  readyState = 0
  onopen: (() => void) | null = null
  onmessage: ((message: { data: string }) => void) | null = null
  onclose: ((end: { code: number }) => void) | null = null
  #world: World
  #beat: ReturnType<typeof setInterval> | undefined
  #stopListening: () => void = () => undefined

  constructor(world: World, reachable: boolean) {
    this.#world = world
    setTimeout(() => (reachable ? this.#start() : this.end(1006)), 30)
  }

  send(): void {
    // What the console sends are acknowledgements; nobody here counts them.
  }

  close(): void {
    this.end(1000)
  }

  end(code: number): void {
    if (this.readyState === 3) return
    this.readyState = 3
    clearInterval(this.#beat)
    this.#stopListening()
    this.onclose?.({ code })
  }

  #start(): void {
    if (this.readyState === 3) return
    this.readyState = 1
    this.onopen?.()
    this.#tell({ type: 'snapshot', seq: this.#world.seq, board: this.#world.board() })
    this.#tell(this.#heartbeat())
    this.#tell({ type: 'inbound', patients: inbound() })
    this.#stopListening = this.#world.listen((frame) => this.#tell(frame))
    this.#beat = setInterval(() => this.#tell(this.#heartbeat()), HEARTBEAT_MILLIS)
  }

  #heartbeat() {
    const { seq, storage } = this.#world
    return { type: 'heartbeat', seq, at: this.#world.now().toISOString(), storage }
  }

  #tell(frame: Record<string, unknown>): void {
    this.onmessage?.({ data: JSON.stringify(frame) })
  }
}

/** Who is on the way to the mocked hospital, as if the roads had been asked. */
function inbound() {
  const row = (number: number, unitId: string, etaSeconds: number) => ({
    incidentId: `incident-${number}`,
    patientId: `patient-${number}-0`,
    unitId,
    etaSeconds,
    distanceMeters: etaSeconds * 12,
    method: 'road',
  })
  return [row(408, 'A06', 640), row(414, 'A02', 300)]
}
