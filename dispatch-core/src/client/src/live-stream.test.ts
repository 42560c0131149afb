import { beforeEach, describe, expect, it } from 'vitest'
import type { EventFrame, LiveOptions, LiveStatus } from './index'
import { openLive } from './live'
import { FakeWorld } from './fake-world.test-support'

interface Board {
  name: string
}
type After = { unit: string }

let world: FakeWorld
let boards: [string, number][]
let events: number[]
let statuses: LiveStatus[]
let faults: unknown[]
const phases = () => statuses.map((status) => status.phase)

function open(more: Partial<LiveOptions<Board, After>> = {}) {
  return openLive<Board, After>({
    path: '/ws/console',
    onSnapshot: (board, seq) => boards.push([board.name, seq]),
    onEvent: (frame) => events.push(frame.seq),
    onStatus: (status) => statuses.push(status),
    onFault: (fault) => faults.push(fault),
    seams: world,
    ...more,
  })
}
const snapshot = (seq: number, name = 'board') => ({ type: 'snapshot', seq, board: { name } })
const event = (seq: number, prev = seq - 1) => ({ type: 'event', seq, prev, event: { seq }, unit: 'A1' })
const heartbeat = (seq: number, storage = 'available') => ({
  type: 'heartbeat',
  seq,
  at: new Date(world.wall).toISOString(),
  storage,
})
/** Beats every 2 s for a while. */
const beat = (seq: number, seconds: number) => {
  for (let i = 0; i < seconds; i += 2) {
    world.pass(2000)
    world.socket.say(heartbeat(seq))
  }
}

beforeEach(() => {
  world = new FakeWorld()
  boards = []
  events = []
  statuses = []
  faults = []
})

describe('taking in', () => {
  it('starts with the snapshot and goes on with the events, in order', () => {
    const live = open()
    world.socket.open().say(snapshot(7)).say(event(8)).say(event(9)).say(heartbeat(9))
    expect(boards).toEqual([['board', 7]])
    expect(events).toEqual([8, 9])
    expect(live.seq).toBe(9)
    expect(live.status.phase).toBe('live')
  })
  it('leaves out an event it has', () => {
    open()
    world.socket.open().say(snapshot(7)).say(event(8)).say(event(8)).say(event(7, 6))
    expect(events).toEqual([8])
    expect(world.sockets).toHaveLength(1)
  })
  it('comes back with since when something was lost, and takes nothing in until then', () => {
    const live = open()
    const first = world.socket
    first.open().say(snapshot(7)).say(event(9))
    expect(events).toEqual([])
    expect(first.closedWith).toBe(1000)
    world.pass(0)
    expect(world.socket.path).toBe('/ws/console?since=7')
    world.socket.open().say(event(8)).say(event(9))
    expect(events).toEqual([8, 9])
    expect(live.seq).toBe(9)
  })
  it('takes the number of a heartbeat over, so that a filtered stream resumes from there', () => {
    open()
    world.socket.open().say(snapshot(7)).say(heartbeat(30)).say(event(31, 7))
    expect(events).toEqual([31])
    world.socket.end(1006)
    world.pass(0)
    expect(world.socket.path).toBe('/ws/console?since=31')
  })
  it('does not take a heartbeat for a board', () => {
    const live = open()
    world.socket.open().say(heartbeat(30))
    expect(live.seq).toBeUndefined()
    expect(live.status.phase).toBe('connecting')
  })
  it('lets a later snapshot replace everything, also one with a smaller number', () => {
    const live = open()
    world.socket.open().say(snapshot(7)).say(snapshot(3, 'restored'))
    expect(boards.at(-1)).toEqual(['restored', 3])
    expect(live.seq).toBe(3)
  })
  it('hands on positions and what it does not know', () => {
    const seen: unknown[] = []
    open({ onPositions: (units) => seen.push(units.length), onOther: (frame) => seen.push(frame.type) })
    world.socket
      .open()
      .say(snapshot(7))
      .say({ type: 'positions', units: [{}, {}] })
      .say({ type: 'tomorrow' })
    expect(seen).toEqual([2, 'tomorrow'])
  })
})

describe('what a server must not send', () => {
  it.each([
    ['no JSON', '{'],
    ['no object', '[1]'],
    ['no type', '{"seq":1}'],
    ['a snapshot without a board', '{"type":"snapshot","seq":8}'],
    ['an event without prev', '{"type":"event","seq":8,"event":{}}'],
    ['a number that is none', '{"type":"heartbeat","seq":"8"}'],
    ['positions that are no list', '{"type":"positions","units":7}'],
    ['bytes', new ArrayBuffer(2)],
  ])('resumes after %s, and starts anew when it repeats', (_, message) => {
    open()
    world.socket.open().say(snapshot(7)).sayRaw(message)
    world.pass(0)
    expect(world.socket.path).toBe('/ws/console?since=7')
    world.socket.open().sayRaw(message)
    world.pass(1000)
    expect(world.socket.path).toBe('/ws/console')
  })
  it('starts anew when the same gap comes again', () => {
    open()
    world.socket.open().say(snapshot(7)).say(event(9))
    world.pass(0)
    world.socket.open().say(event(9))
    world.pass(1000)
    expect(world.socket.path).toBe('/ws/console')
  })
})

describe('handlers that throw', () => {
  it('are reported, and the board is asked for again', () => {
    open({
      onEvent: (frame: EventFrame<After>) => {
        throw new Error(`no place for ${frame.seq}`)
      },
    })
    world.socket.open().say(snapshot(7)).say(event(8))
    expect(faults).toEqual([new Error('no place for 8')])
    world.pass(0)
    expect(world.socket.path).toBe('/ws/console')
    world.socket.open().say(snapshot(8))
    expect(boards).toHaveLength(2)
  })
  it('do not make it hammer the server when every board is too much for them', () => {
    const fail = () => {
      throw new Error('always')
    }
    open({ onSnapshot: fail })
    for (let second = 0; second < 60; second++) {
      if (world.socket.readyState === 0) world.socket.open().say(snapshot(7))
      world.pass(1000)
    }
    expect(world.sockets.length).toBeLessThan(10)
  })
  it('of positions and status break nothing', () => {
    const live = open({
      onPositions: () => {
        throw new Error('map')
      },
      onStatus: () => {
        throw new Error('banner')
      },
    })
    world.socket.open().say(snapshot(7)).say({ type: 'positions', units: [] }).say(event(8))
    expect(live.seq).toBe(8)
    expect(world.sockets).toHaveLength(1)
    expect(faults).toContainEqual(new Error('map'))
  })
  it('may close the stream', () => {
    const live = open({ onEvent: () => live.close() })
    world.socket.open().say(snapshot(7)).say(event(8))
    expect(live.status.phase).toBe('closed')
    expect(world.timers).toBe(0)
  })
})

describe('freshness', () => {
  it('is quiet after 4 s without a frame, live with the next, and connects again after 10 s', () => {
    open()
    world.socket.open().say(snapshot(7))
    world.pass(3999)
    expect(phases()).toEqual(['live'])
    world.pass(1)
    expect(phases()).toEqual(['live', 'quiet'])
    world.socket.say(heartbeat(7))
    expect(phases().at(-1)).toBe('live')
    world.pass(10_000)
    expect(phases().slice(-2)).toEqual(['quiet', 'lost'])
    world.pass(0)
    expect(world.socket.path).toBe('/ws/console?since=7')
  })
  it('does not wait longer than 10 s for a connection that never opens', () => {
    open()
    world.pass(10_000)
    world.pass(0)
    expect(world.sockets).toHaveLength(2)
  })
  it('tells of the storage going away and coming back', () => {
    const live = open()
    world.socket.open().say(snapshot(7)).say(heartbeat(7, 'unavailable'))
    expect(live.status.storage).toBe('unavailable')
    world.socket.say(heartbeat(7))
    expect(live.status.storage).toBe('available')
    expect(live.status.lastFrameAt).toBe(world.monotonic)
  })
  it('knows the time although the clock of the device is wrong', () => {
    const live = open()
    world.socket.open().say(snapshot(7))
    world.socket.say({ ...heartbeat(7), at: new Date(world.wall - 3_600_000).toISOString() })
    expect(live.serverNow()).toBe(world.wall - 3_600_000)
    expect(statuses.at(-1)?.serverOffsetMillis).toBe(-3_600_000)
  })
})

describe('coming back', () => {
  it('waits longer after every failure, with chance, and at once again when a connection has proven itself', () => {
    world.chance = 1
    open()
    const waits: number[] = []
    for (let i = 0; i < 6; i++) {
      const opened = world.sockets.length
      world.socket.end(1006)
      let waited = 0
      for (; world.sockets.length === opened; waited += 500) world.pass(waited === 0 ? 0 : 500)
      waits.push(Math.max(0, waited - 500))
    }
    expect(waits).toEqual([0, 500, 1000, 2000, 4000, 7500])
    world.socket.open().say(snapshot(7))
    beat(7, 6)
    world.socket.end(1001)
    const opened = world.sockets.length
    world.pass(0)
    expect(world.sockets).toHaveLength(opened + 1)
  })
  it.each([1001, 1011, 4008, 4408])('resumes after %i', (code) => {
    open()
    world.socket.open().say(snapshot(7)).end(code)
    expect(phases().at(-1)).toBe('lost')
    world.pass(0)
    expect(world.socket.path).toBe('/ws/console?since=7')
  })
  it.each([4400, 1009])('does not come back with that since after %i', (code) => {
    open()
    world.socket.open().say(snapshot(7)).end(code)
    world.pass(0)
    expect(world.socket.path).toBe('/ws/console')
  })
  it('comes back slower after too many position reports', () => {
    open()
    world.socket.open().say(snapshot(7)).end(4429)
    world.pass(1999)
    expect(world.sockets).toHaveLength(1)
    world.pass(1)
    expect(world.socket.path).toBe('/ws/console?since=7')
  })
  it('goes on trying when the browser refuses to make a socket', () => {
    world.refusesSockets = true
    open()
    world.refusesSockets = false
    world.pass(0)
    expect(world.sockets).toHaveLength(1)
    expect(faults).toHaveLength(1)
  })
  it.each([
    [4401, 'signed_out'],
    [4403, 'refused'],
  ] as const)('stays away after %i until told otherwise', (code, phase) => {
    const live = open()
    world.socket.open().say(snapshot(7)).end(code)
    expect(live.status.phase).toBe(phase)
    live.wake()
    world.pass(60_000)
    expect(world.sockets).toHaveLength(1)
    expect(world.timers).toBe(0)
    live.reconnect()
    expect(world.socket.path).toBe('/ws/console?since=7')
    expect(live.status.phase).toBe('lost')
  })
  it('does nothing more after close', () => {
    const live = open()
    world.socket.open().say(snapshot(7))
    live.close()
    live.reconnect()
    live.wake()
    expect(world.socket.closedWith).toBe(1000)
    expect(live.send({ type: 'ack', seq: 7 })).toBe(false)
    world.pass(60_000)
    expect(world.sockets).toHaveLength(1)
    expect(live.status.phase).toBe('closed')
  })
})

describe('a session that ended while disconnected', () => {
  const settled = () => new Promise((resolve) => setTimeout(resolve))
  const failTwice = async () => {
    world.socket.end(1006)
    world.pass(0)
    world.socket.end(1006)
    await settled()
  }
  it('is found out after two tries that never opened', async () => {
    let asked = 0
    const live = open({ checkSession: async () => ++asked > 1 })
    world.socket.end(1006)
    await settled()
    expect(asked).toBe(0)
    world.pass(0)
    world.socket.end(1006)
    await settled()
    expect(live.status.phase).toBe('signed_out')
    expect(world.timers).toBe(0)
  })
  it('is not assumed when the question fails too, or the session is good', async () => {
    const live = open({ checkSession: () => Promise.reject(new Error('network')) })
    await failTwice()
    expect(live.status.phase).toBe('lost')
    world = new FakeWorld()
    const other = open({ checkSession: async () => true })
    await failTwice()
    expect(other.status.phase).toBe('lost')
  })
  it('does not end a stream that lives again when the answer comes', async () => {
    let answer: (good: boolean) => void = () => undefined
    const live = open({ checkSession: () => new Promise((resolve) => (answer = resolve)) })
    await failTwice()
    world.pass(1000)
    world.socket.open().say(snapshot(7))
    answer(false)
    await settled()
    expect(live.status.phase).toBe('live')
  })
})

describe('waking and doubting', () => {
  it('leaves a fresh stream alone', () => {
    const live = open()
    live.wake()
    world.socket.open().say(snapshot(7))
    live.wake()
    expect(world.sockets).toHaveLength(1)
  })
  it('connects at once when the device slept, although its monotonic clock stood still', () => {
    const live = open()
    world.socket.open().say(snapshot(7))
    world.sleep(600_000)
    live.wake()
    expect(world.sockets).toHaveLength(2)
    expect(world.socket.path).toBe('/ws/console?since=7')
  })
  it('does not wait for the next try', () => {
    const live = open()
    for (let i = 0; i < 6; i++) {
      world.socket.end(1006)
      world.pass(i === 5 ? 0 : 15_000)
    }
    const opened = world.sockets.length
    live.wake()
    expect(world.sockets).toHaveLength(opened + 1)
  })
  it('believes frames more than the device when it says it has no network', () => {
    const live = open()
    world.socket.open().say(snapshot(7))
    live.doubt()
    expect(live.status.phase).toBe('quiet')
    world.socket.say(heartbeat(7))
    expect(live.status.phase).toBe('live')
  })
  it('connects anew when the network is back', () => {
    const live = open()
    world.socket.open().say(snapshot(7))
    live.doubt()
    live.wake()
    expect(world.sockets).toHaveLength(2)
  })
})

describe('sending', () => {
  it('sends while connected and says so', () => {
    const live = open()
    expect(live.acknowledge(7)).toBe(false)
    world.socket.open()
    expect(live.acknowledge(7)).toBe(true)
    expect(world.socket.sent).toEqual([{ type: 'ack', seq: 7 }])
  })
})
