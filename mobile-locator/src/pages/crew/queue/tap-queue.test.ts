import { RequestFailed } from '@dispatch120/client'
import { beforeEach, describe, expect, it } from 'vitest'
import { memoryStore } from '../device/store'
import { NOON, workAt } from '../samples.test-support'
import type { Deed, Tap } from './tap'
import { TapQueue } from './tap-queue'

const reach = (milestone: 'acknowledged' | 'en_route' | 'on_scene'): Deed => ({
  kind: 'milestone',
  assignmentId: 'as-1',
  milestone,
})
const refused = (status: number, code: string, retryAfterSeconds?: number) =>
  new RequestFailed({ type: '', title: '', status, code, detail: `because ${code}` }, retryAfterSeconds)
const unreachable = () => refused(0, 'unreachable')

let store = memoryStore()
let sent: { tap: Tap; sentAt: string }[]
let answers: (() => Promise<unknown>)[]
let timers: { callback: () => void; millis: number }[]
let now: number
let told: string[]
/** What was settled, and whether it was out of the list by then. */
let gone: [string, boolean][]

/** Answers in turn; what is not listed succeeds. */
function openQueue(username = 'a24') {
  const queue = new TapQueue(
    username,
    {
      store,
      send: async (tap, sentAt) => {
        sent.push({ tap, sentAt })
        await answers.shift()?.()
        return { status: 200, body: workAt(), headers: new Headers() }
      },
      now: () => now,
      setTimer: (callback, millis) => timers.push({ callback, millis }),
    },
    {
      onChange: () => undefined,
      onAnswer: (tap) => told.push(`answered ${kindOf(tap)}`),
      onSettled: (tap) => gone.push([kindOf(tap), !queue.pending.some(({ id }) => id === tap.id)]),
      onSignedOut: () => told.push('signed out'),
      onStoreFault: () => told.push('store fault'),
    },
  )
  return queue
}
const kindOf = ({ deed }: Tap) => (deed.kind === 'milestone' ? deed.milestone : deed.kind)
const settled = () => new Promise((resolve) => setTimeout(resolve, 5))
const fail = (error: unknown) => () => Promise.reject(error)

beforeEach(() => {
  store = memoryStore()
  sent = []
  answers = []
  timers = []
  told = []
  gone = []
  now = NOON
})

describe('TapQueue', () => {
  it('sends at once, with the time of the tap and the time of sending', async () => {
    const queue = openQueue()
    await queue.add(reach('en_route'))
    await settled()
    expect(sent[0]?.tap.deviceAt).toBe(new Date(NOON).toISOString())
    expect(queue.pending).toEqual([])
    expect(await store.list('tap:')).toEqual([])
    expect(told).toEqual(['answered en_route'])
  })
  it('tells that a tap is settled when it waits no more, answered or refused', async () => {
    const queue = openQueue()
    answers = [() => Promise.resolve(), fail(refused(409, 'assignment_ended'))]
    await queue.add(reach('en_route'))
    await queue.add(reach('on_scene'))
    await settled()
    expect(gone).toEqual([
      ['en_route', true],
      ['on_scene', true],
    ])
  })
  it('keeps taps in their order while there is no network, and sends them one after the other', async () => {
    const queue = openQueue()
    answers = [fail(unreachable())]
    await queue.add(reach('acknowledged'))
    await settled()
    now += 60_000
    await Promise.all([queue.add(reach('en_route')), queue.add(reach('on_scene'))])
    await settled()
    expect(sent.map(({ tap }) => kindOf(tap))).toEqual([
      'acknowledged',
      'acknowledged',
      'en_route',
      'on_scene',
    ])
    expect(sent[1]?.sentAt).toBe(new Date(NOON + 60_000).toISOString())
    expect(sent[0]?.tap.id).toBe(sent[1]?.tap.id)
  })
  it('never sends two at once', async () => {
    const queue = openQueue()
    let answer: (value: unknown) => void = () => undefined
    answers = [() => new Promise((resolve) => (answer = resolve))]
    await queue.add(reach('acknowledged'))
    await queue.add(reach('en_route'))
    queue.send()
    await settled()
    expect(sent).toHaveLength(1)
    answer(undefined)
    await settled()
    expect(sent).toHaveLength(2)
  })
  it('waits longer after every failure, and as long as the server asks', async () => {
    const queue = openQueue()
    answers = [fail(unreachable()), fail(refused(503, 'unavailable')), fail(refused(429, 'rate_limited', 30))]
    await queue.add(reach('en_route'))
    for (let i = 0; i < 3; i++) {
      await settled()
      timers[i]?.callback()
    }
    await settled()
    expect(timers.map(({ millis }) => millis)).toEqual([1000, 2000, 30_000])
    expect(told).toEqual(['answered en_route'])
  })
  it('comes back after a reload with the same key and the same time', async () => {
    answers = [fail(unreachable())]
    await openQueue().add(reach('en_route'))
    await settled()
    now += 3_600_000
    const after = openQueue()
    await after.load()
    expect(after.pending.map(kindOf)).toEqual(['en_route'])
    after.send()
    await settled()
    expect(sent[1]?.tap).toEqual(sent[0]?.tap)
    expect(after.pending).toEqual([])
  })
  it('keeps the order over a reload although the clock of the device was set back', async () => {
    answers = [fail(unreachable()), fail(unreachable())]
    await openQueue().add(reach('acknowledged'))
    await settled()
    now -= 3_600_000
    const after = openQueue()
    await after.load()
    await after.add(reach('en_route'))
    await settled()
    const again = openQueue()
    await again.load()
    expect(again.pending.map(kindOf)).toEqual(['acknowledged', 'en_route'])
  })
  it('shows what the server refuses as a conflict, keeps it, and goes on with the next', async () => {
    const queue = openQueue()
    answers = [fail(refused(409, 'assignment_ended'))]
    await Promise.all([queue.add(reach('en_route')), queue.add(reach('on_scene'))])
    await settled()
    expect(queue.conflicts).toMatchObject([
      {
        deed: reach('en_route'),
        refusal: { status: 409, code: 'assignment_ended', detail: 'because assignment_ended' },
      },
    ])
    expect(told).toEqual(['answered on_scene'])
    const after = openQueue()
    await after.load()
    expect(after.conflicts).toHaveLength(1)
    expect(after.pending).toEqual([])
    after.dismiss(after.conflicts[0]?.id ?? '')
    await settled()
    expect(await store.list('tap:')).toEqual([])
  })
  it('keeps everything when the session has ended, until somebody signs in again', async () => {
    const queue = openQueue()
    answers = [fail(refused(401, 'not_signed_in'))]
    await queue.add(reach('en_route'))
    await settled()
    expect(told).toEqual(['signed out'])
    expect(queue.pending).toHaveLength(1)
    expect(timers).toEqual([])
    queue.send()
    await settled()
    expect(queue.pending).toEqual([])
  })
  it('does not let one tap the server can not digest hold up the others for ever', async () => {
    const queue = openQueue()
    answers = Array.from({ length: 5 }, () => fail(refused(500, 'internal')))
    await Promise.all([queue.add(reach('en_route')), queue.add(reach('on_scene'))])
    for (let i = 0; i < 4; i++) {
      await settled()
      timers[i]?.callback()
    }
    await settled()
    expect(queue.conflicts.map(kindOf)).toEqual(['en_route'])
    expect(told).toEqual(['answered on_scene'])
  })
  it('takes a tap back that has not left, but not one on its way', async () => {
    const queue = openQueue()
    answers = [fail(unreachable()), () => new Promise(() => undefined)]
    const tap = await queue.add(reach('en_route'))
    await settled()
    expect(queue.retract(tap.id)).toBe(true)
    expect(queue.pending).toEqual([])
    await settled()
    expect(await store.list('tap:')).toEqual([])
    const other = await queue.add(reach('en_route'))
    await settled()
    expect(queue.retract(other.id)).toBe(false)
  })
  it('leaves the taps of another user alone', async () => {
    answers = [fail(unreachable())]
    await openQueue('a24').add(reach('en_route'))
    await settled()
    const other = openQueue('a23')
    await other.load()
    expect(other.pending).toEqual([])
  })
  it("sends nothing any more after it was closed: the next session is somebody else's", async () => {
    const queue = openQueue()
    answers = [fail(unreachable())]
    await queue.add(reach('en_route'))
    await settled()
    queue.close()
    timers[0]?.callback()
    await settled()
    expect(sent).toHaveLength(1)
    expect(await store.list('tap:')).toHaveLength(1)
  })
  it('sends a tap also when the device can not keep it, and says so', async () => {
    store = { ...memoryStore(), set: () => Promise.reject(new Error('quota')) }
    const queue = openQueue()
    await queue.add(reach('en_route'))
    await settled()
    expect(told).toEqual(['store fault', 'answered en_route'])
  })
})
