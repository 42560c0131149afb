import { MockSocket } from './socket'
import { MockApi } from './routes'
import { World } from './world'
import { move } from './motion'

export { World } from './world'
export { MockApi } from './routes'

/** What a designer, or a test in a browser, can do to the mocked server: `mock.disconnect()` in the page's console. */
export interface Mock {
  world: World
  api: MockApi
  /** The server cannot be reached, until `connect`. */
  disconnect(): void
  connect(): void
  /** The session ends, as after a night. */
  expire(): void
  storage(available: boolean): void
  /** A call that another dispatcher takes. */
  call(): void
}

/** In no production build; the check of the first load looks for this. */
export const MARK = 'dispatch120-mocked-center'

/**
 * Replaces fetch and WebSocket of this page by a center of its own. `?signed_in` begins signed in, `?clock=90` with a
 * clock of the server that is so many seconds ahead.
 */
export function installMock(page: Window & typeof globalThis = window): Mock {
  const query = new URLSearchParams(page.location.search)
  const ahead = Number(query.get('clock') ?? 0) * 1000
  const world = new World(() => new Date(Date.now() + ahead))
  const api = new MockApi(world, query.has('signed_in') ? query.get('signed_in') || 'dispatcher' : undefined)
  const sockets = new Set<MockSocket>()
  let reachable = true

  const realFetch = page.fetch.bind(page)
  page.fetch = async (input, init = {}) => {
    const path = String(input)
    if (!path.startsWith('/api/')) return realFetch(input, init)
    await new Promise((resolve) => setTimeout(resolve, 60))
    if (!reachable) throw new TypeError('Failed to fetch')
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : {}
    const reply = api.answer(init.method ?? 'GET', path, body)
    const text = reply.body === undefined ? null : JSON.stringify(reply.body)
    return new Response(text, { status: reply.status, headers: reply.headers ?? {} })
  }

  const RealSocket = page.WebSocket
  page.WebSocket = function open(url: string | URL) {
    if (!String(url).includes('/ws/console')) return new RealSocket(url)
    const socket = new MockSocket(world, reachable)
    sockets.add(socket)
    return socket
  } as unknown as typeof WebSocket

  setInterval(() => {
    const units = move(world)
    if (reachable && units.length > 0) world.tell({ type: 'positions', units })
  }, 1000)

  const drop = (code: number) => {
    sockets.forEach((socket) => socket.end(code))
    sockets.clear()
  }
  const mock: Mock = {
    world,
    api,
    disconnect() {
      reachable = false
      drop(1006)
    },
    connect() {
      reachable = true
    },
    expire() {
      api.username = undefined
      drop(4401)
    },
    storage(available) {
      world.storage = available ? 'available' : 'unavailable'
      world.tell({ type: 'heartbeat', seq: world.seq, at: world.now().toISOString(), storage: world.storage })
    },
    call() {
      api.answer('POST', '/calls', {
        phone: '13900005001',
        complaint: 'chest_pain',
        address: '望月湖小区 10 片 5 栋',
      })
    },
  }
  Object.assign(page, { mock, mockMark: MARK })
  return mock
}
