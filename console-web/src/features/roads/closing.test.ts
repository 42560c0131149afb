import { describe, expect, it } from 'vitest'
import type { NewRoadClosure, RoadClosure, RoadClosureShape } from '@/contract'
import { RequestFailed } from '@/shared/api'
import { createClosing, MOST_POINTS } from './closing'

const refusal = (status: number, code: string) =>
  new RequestFailed({ type: '', title: code, status, detail: code, code })
const ROAD = [
  [112.9, 28.2],
  [112.91, 28.2],
]
const at = (lng: number) => ({ lng, lat: 28.2 })

function start() {
  const previews: { shape: RoadClosureShape; answer(roads: number[][][]): void; fail(error: Error): void }[] =
    []
  const requests: { body: NewRoadClosure; key: string; answer(): void; fail(error: Error): void }[] = []
  let keys = 0
  let minute = 0
  const closing = createClosing({
    preview: (shape) =>
      new Promise((resolve, reject) =>
        previews.push({ shape, answer: (roads) => resolve({ roads }), fail: reject }),
      ),
    close: (body, key) =>
      new Promise((resolve, reject) =>
        requests.push({
          body,
          key,
          answer: () => resolve({ id: 'c', ...body } as RoadClosure),
          fail: reject,
        }),
      ),
    newKey: () => `key-${++keys}`,
    untilOf: (preset) => (preset === 'open' ? undefined : `${preset}+${++minute}`),
    reasonOf: (cause) => `words of ${cause}`,
  })
  const settle = async () => {
    for (let i = 0; i < 8; i++) await Promise.resolve()
  }
  return { closing, flow: closing.flow, previews, requests, settle }
}

/** One road picked and its preview known. */
async function drawn() {
  const world = start()
  world.closing.start()
  world.closing.addPoint(at(112.9))
  world.previews[0]?.answer([ROAD])
  await world.settle()
  return world
}

describe('drawing a closure', () => {
  it('takes clicks only while somebody draws', () => {
    const { closing, flow } = start()
    expect(closing.addPoint(at(1))).toBe(false)
    closing.start()
    expect(closing.addPoint(at(1))).toBe(true)
    expect(flow.draft.points).toEqual([at(1)])
  })

  it('picks one road at a time, and collects the points of lines and areas', () => {
    const { closing, flow } = start()
    closing.start()
    closing.addPoint(at(1))
    closing.addPoint(at(2))
    expect(flow.draft.points).toEqual([at(2)])
    closing.setForm('line')
    closing.addPoint(at(3))
    closing.setForm('area')
    closing.addPoint(at(4))
    expect(flow.draft.points).toEqual([at(2), at(3), at(4)])
    closing.setForm('point')
    expect(flow.draft.points).toEqual([at(4)])
  })

  it('needs as many points as the form has, and says how many are missing', () => {
    const { closing } = start()
    closing.start()
    closing.setForm('area')
    const missing = [1, 2, 3, 4].map((lng) => {
      closing.addPoint(at(lng))
      return [closing.pointsMissing(), closing.isDrawn()]
    })
    expect(missing).toEqual([
      [2, false],
      [1, false],
      [0, true],
      [0, true],
    ])
  })

  it('leaves the second click of a double click out, and stops at the limit', () => {
    const { closing, flow } = start()
    closing.start()
    closing.setForm('line')
    closing.addPoint(at(1))
    expect(closing.addPoint(at(1))).toBe(false)
    for (let i = 2; i < MOST_POINTS + 20; i++) closing.addPoint(at(i / 10))
    expect(flow.draft.points).toHaveLength(MOST_POINTS)
  })

  it('takes the last point back', () => {
    const { closing, flow } = start()
    closing.start()
    expect(closing.undo()).toBe(false)
    closing.addPoint(at(1))
    expect(closing.undo()).toBe(true)
    expect(flow.draft.points).toEqual([])
    expect(flow.preview.state).toBe('empty')
  })

  it('loses nothing when somebody leaves and comes back', async () => {
    const { closing, flow } = await drawn()
    flow.draft.reason = '水深 40'
    closing.leave()
    expect(closing.hasWork()).toBe(true)
    closing.start('event')
    expect(flow.draft).toMatchObject({ reason: '水深 40', cause: 'closed', points: [at(112.9)] })
  })
})

describe('seeing what would be closed', () => {
  it('asks one question at a time and only about the newest shape', async () => {
    const { closing, flow, previews, settle } = start()
    closing.start()
    closing.addPoint(at(1))
    closing.addPoint(at(2))
    closing.addPoint(at(3))
    expect(previews).toHaveLength(1)
    previews[0]?.answer([ROAD])
    await settle()
    expect(flow.preview).toEqual({ state: 'asking', roads: [] })
    expect(previews.map(({ shape }) => shape.points[0]?.lng)).toEqual([1, 3])
    previews[1]?.answer([ROAD])
    await settle()
    expect(flow.preview).toEqual({ state: 'shown', roads: [ROAD] })
  })

  it('lets nobody close where no road is', async () => {
    const { closing, flow, previews, requests, settle } = start()
    closing.start()
    closing.addPoint(at(1))
    previews[0]?.answer([])
    await settle()
    expect(flow.preview.state).toBe('none')
    expect(closing.isSavable()).toBe(false)
    await closing.save()
    expect(requests).toEqual([])
  })

  it('does not stop anybody from closing when it fails', async () => {
    const { closing, flow, previews, settle } = start()
    closing.start()
    closing.addPoint(at(1))
    previews[0]?.fail(refusal(0, 'unreachable'))
    await settle()
    expect(flow.preview.state).toBe('failed')
    expect(closing.isSavable()).toBe(true)
  })
})

describe('closing', () => {
  it('sends what was drawn, with the cause for a reason when none was typed', async () => {
    const { closing, flow, requests, settle } = await drawn()
    flow.draft.cause = 'flooded'
    const saving = closing.save()
    expect(flow.saving).toBe(true)
    expect(requests[0]?.body).toEqual({
      form: 'point',
      points: [at(112.9)],
      cause: 'flooded',
      reason: 'words of flooded',
      until: 'fourHours+1',
    })
    requests[0]?.answer()
    expect((await saving)?.id).toBe('c')
    await settle()
    expect(flow).toMatchObject({ drawing: false, saving: false, preview: { state: 'empty' } })
    expect(closing.hasWork()).toBe(false)
  })

  it('sends once, however often Enter is pressed', async () => {
    const { closing, requests } = await drawn()
    void closing.save()
    void closing.save()
    expect(requests).toHaveLength(1)
    expect(closing.undo()).toBe(false)
    expect(closing.addPoint(at(2))).toBe(false)
  })

  it('repeats the same request with the same key while nobody knows what became of it', async () => {
    const { closing, flow, requests, settle } = await drawn()
    void closing.save()
    requests[0]?.fail(refusal(0, 'unreachable'))
    await settle()
    expect(flow).toMatchObject({ drawing: true, problem: { code: 'unreachable' } })
    void closing.save()
    expect(requests[1]).toMatchObject({ key: 'key-1', body: requests[0]?.body ?? {} })
  })

  it('sends another request when something else is meant by now', async () => {
    const { closing, flow, requests, settle } = await drawn()
    void closing.save()
    requests[0]?.fail(refusal(503, 'storage_unavailable'))
    await settle()
    flow.draft.until = 'open'
    void closing.save()
    expect(requests[1]?.key).toBe('key-2')
    expect(requests[1]?.body.until).toBeUndefined()
  })

  it('keeps everything when it is refused, and says why', async () => {
    const { closing, flow, requests, settle } = await drawn()
    flow.draft.reason = '封桥'
    void closing.save()
    requests[0]?.fail(refusal(409, 'too_many_closures'))
    await settle()
    expect(flow).toMatchObject({ drawing: true, pending: undefined, draft: { reason: '封桥' } })
    expect(flow.problem?.code).toBe('too_many_closures')
    void closing.save()
    requests[1]?.fail(refusal(422, 'no_road_here'))
    await settle()
    expect(flow.preview.state).toBe('none')
  })

  it('lets a fault of ours be seen', async () => {
    const { closing, requests } = await drawn()
    const saving = closing.save()
    requests[0]?.fail(new TypeError('ours'))
    await expect(saving).rejects.toThrow('ours')
  })
})
