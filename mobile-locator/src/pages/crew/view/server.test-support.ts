import type { LiveSeams } from '@dispatch120/client'
import type { CrewAssignment } from '../contract'
import { NOON } from '../samples.test-support'

interface FakeSocket {
  readyState: number
  send(text: string): void
  close(): void
  onmessage?: (message: { data: string }) => void
  onclose?: (end: { code: number }) => void
}

/** The other end of the page: a socket it talks to, and a server that answers its requests. */
export class Server {
  readonly sent: Record<string, unknown>[] = []
  readonly requests: { method: string; path: string; body: unknown }[] = []
  reachable = true
  refusal: { status: number; code: string } | undefined
  answer: CrewAssignment | undefined
  signedIn = true
  /** How it answers to whoever reads an ECG. */
  ecgStatus = 200
  checklist: unknown
  #socket: FakeSocket | undefined

  readonly seams: LiveSeams = {
    createSocket: () => {
      const socket: FakeSocket = {
        readyState: 1,
        send: (text: string) => this.sent.push(JSON.parse(text)),
        close: () => undefined,
      }
      this.#socket = socket
      return socket as unknown as WebSocket
    },
    monotonicMillis: () => performance.now(),
    wallMillis: () => NOON + 600_000,
    random: () => 0,
    setTimer: () => 0,
    clearTimer: () => undefined,
  }

  say(frame: unknown): void {
    this.#socket?.onmessage?.({ data: JSON.stringify(frame) })
  }

  snapshot(assignment: CrewAssignment | undefined, seq: number): void {
    this.say({ type: 'snapshot', seq, board: { unitId: 'A24', ...(assignment && { assignment }) } })
  }

  event(assignment: CrewAssignment, seq: number): void {
    this.say({ type: 'event', seq, prev: seq - 1, event: { type: 'something' }, assignment })
  }

  end(code: number): void {
    this.#socket?.onclose?.({ code })
  }

  fetch = async (path: string, init: RequestInit): Promise<Response> => {
    if (!this.reachable) throw new TypeError('Failed to fetch')
    const body: unknown = init.body === undefined ? undefined : JSON.parse(String(init.body))
    const method = init.method ?? 'GET'
    this.requests.push({ method, path, body })
    if (path.endsWith('/sessions')) {
      const user = { username: 'a24', role: 'crew', center: 'xiangjiang', unitId: 'A24' }
      return this.signedIn ? Response.json({ user }) : this.#refused(401, 'wrong_credentials')
    }
    if (path.endsWith('/crew/unit'))
      return Response.json({
        id: 'A24',
        callsign: '一组',
        plate: '湘A',
        stationName: '站',
        availability: 'available',
      })
    if (/\/ecgs\/[^/]+\/(content|waveform)$/.test(path))
      return this.ecgStatus === 200
        ? Response.json({ leads: [] })
        : this.#refused(this.ecgStatus, 'not_found')
    if (path.includes('/checklists/'))
      return this.checklist ? Response.json(this.checklist) : new Response(null, { status: 204 })
    if (path.includes('/advice?')) return new Response(null, { status: 204 })
    if (this.refusal) return this.#refused(this.refusal.status, this.refusal.code)
    return this.answer ? Response.json(this.answer) : Response.json({ availability: 'out_of_service' })
  }

  #refused(status: number, code: string): Response {
    return Response.json({ status, code, detail: `it is ${code}` }, { status })
  }
}
