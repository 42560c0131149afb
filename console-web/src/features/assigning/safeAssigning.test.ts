import { beforeEach, describe, expect, it } from 'vitest'
import { RequestFailed } from '@/shared/api'
import { assignment, fakeServer, unit } from './assigning.test-support'
import { createSafeAssigning, RECALL_MILLIS, type SafeAssigning } from './safeAssigning'

let now: number
let server: ReturnType<typeof fakeServer>
let assigning: SafeAssigning
let supervisor: boolean

beforeEach(() => {
  now = 1_000_000
  supervisor = false
  server = fakeServer()
  assigning = createSafeAssigning('incident', { ...server, now: () => now, mayPreempt: () => supervisor })
  assigning.take([unit('A12', 250), unit('A08', 340)])
  now += 5_000
})

describe('the assigning key', () => {
  it('sends the proposed unit', () => {
    void assigning.confirm()
    expect(server.sent).toMatchObject([{ incidentId: 'incident', request: { unitId: 'A12' } }])
  })

  it('sends once although it is pressed twice', async () => {
    void assigning.confirm()
    void assigning.confirm()
    await answer(0, 'A12')
    expect(server.sent).toHaveLength(1)
  })

  it('needs a second press when the proposal just changed', () => {
    assigning.take([unit('A08', 200), unit('A12', 250)])
    void assigning.confirm()
    expect(server.sent).toHaveLength(0)
    expect(assigning.flow.hint).toBe('again')
    void assigning.confirm()
    expect(server.sent).toMatchObject([{ request: { unitId: 'A08' } }])
  })

  it('needs a second press when somebody just turned to this incident', () => {
    assigning.arrive()
    void assigning.confirm()
    expect(server.sent).toHaveLength(0)
    now += 1_000
    void assigning.confirm()
    expect(server.sent).toHaveLength(1)
  })

  it('sends the unit shown although a better one is announced', () => {
    assigning.setHeld(true)
    assigning.take([unit('A08', 100), unit('A12', 250)])
    void assigning.confirm()
    expect(server.sent).toMatchObject([{ request: { unitId: 'A12' } }])
  })

  it('says why a unit cannot be sent', () => {
    assigning.take([unit('A21', 10, { blockedBy: 'unit_off_duty' })])
    now += 5_000
    void assigning.confirm()
    expect(assigning.flow.hint).toBe('blocked')
    expect(server.sent).toHaveLength(0)
  })

  it('does not let the choice wander while a request is under way', () => {
    void assigning.confirm()
    assigning.step(1)
    assigning.select('A08')
    assigning.takeNewest()
    expect(assigning.flow.sending?.request.unitId).toBe('A12')
    expect(assigning.flow.step).toBe('sending')
  })
})

describe('another unit than the proposed one', () => {
  beforeEach(() => {
    assigning.step(1)
    void assigning.confirm()
  })

  it('asks a reason first', () => {
    expect(assigning.flow.step).toBe('reason')
    expect(server.sent).toHaveLength(0)
  })

  it('is not sent without one', () => {
    assigning.flow.reason = '   '
    void assigning.confirmReason()
    void assigning.confirm()
    expect(server.sent).toHaveLength(0)
  })

  it('is sent with it', () => {
    assigning.flow.reason = ' 就在附近 '
    void assigning.confirmReason()
    expect(server.sent).toMatchObject([{ request: { unitId: 'A08', overrideReason: '就在附近' } }])
  })

  it('stays the one that is asked about while the proposal changes', () => {
    assigning.take([unit('A05', 20), unit('A12', 250), unit('A08', 340)])
    assigning.flow.reason = 'x'
    void assigning.confirmReason()
    expect(server.sent).toMatchObject([{ request: { unitId: 'A08' } }])
  })

  it('is asked about no longer when it is not listed any more', () => {
    assigning.take([unit('A12', 250)])
    expect(assigning.flow.step).toBe('choosing')
    void assigning.confirm()
    expect(assigning.flow.hint).toBe('again')
  })

  it('keeps what was typed when somebody goes back and comes again', () => {
    assigning.flow.reason = '就在'
    assigning.back()
    void assigning.confirm()
    expect(assigning.flow).toMatchObject({ step: 'reason', reason: '就在' })
  })

  it('is taken from a less urgent incident by a supervisor, and says so', () => {
    supervisor = true
    assigning.back()
    const busy = unit('A09', 60, { blockedBy: 'unit_committed', reasons: ['en_route_to_lower_priority'] })
    assigning.take([unit('A12', 250), busy])
    assigning.select('A09')
    void assigning.confirm()
    assigning.flow.reason = 'x'
    void assigning.confirmReason()
    expect(server.sent).toMatchObject([{ request: { unitId: 'A09', preempt: true } }])
  })
})

describe('a refusal', () => {
  it('is shown, and a new try has a new key', async () => {
    void assigning.confirm()
    await refuse(0, 409, 'unit_committed')
    expect(assigning.flow).toMatchObject({ step: 'choosing', problem: { code: 'unit_committed' } })
    void assigning.confirm()
    expect(server.sent.map((one) => one.key)).toEqual(['key-1', 'key-2'])
  })

  it.each([
    [0, 'unreachable'],
    [503, 'outcome_unknown'],
    [504, 'http_504'],
  ])('of status %i (%s) repeats the same request with the same key', async (status, code) => {
    void assigning.confirm()
    await refuse(0, status, code)
    expect(assigning.flow.step).toBe('uncertain')
    assigning.take([unit('A08', 20), unit('A12', 250)])
    void assigning.confirm()
    expect(server.sent[1]).toMatchObject({ key: 'key-1', request: { unitId: 'A12' } })
    await answer(1, 'A12')
    expect(assigning.flow.recall?.assignment.unitId).toBe('A12')
  })

  it('that surely stored nothing is no uncertainty', async () => {
    void assigning.confirm()
    await refuse(0, 503, 'storage_unavailable')
    expect(assigning.flow.step).toBe('choosing')
  })

  it('of unknown outcome can be given up', async () => {
    void assigning.confirm()
    await refuse(0, 0, 'unreachable')
    assigning.giveUp()
    expect(assigning.flow.step).toBe('choosing')
  })
})

describe('taking back', () => {
  beforeEach(async () => {
    void assigning.confirm()
    await answer(0, 'A12')
  })

  it.each([
    [0, 10],
    [1, 10],
    [5_000, 5],
    [9_999, 1],
    [RECALL_MILLIS, 0],
  ])('after %i ms is possible for %i s more', (millis, seconds) => {
    expect(assigning.recallSeconds(now + millis)).toBe(seconds)
  })

  it('cancels the assignment, once', async () => {
    void assigning.takeBack()
    void assigning.takeBack()
    expect(server.cancelled).toMatchObject([{ assignmentId: 'assignment-A12' }])
    server.cancelled[0]?.answer.resolve(undefined)
    await settled()
    expect(assigning.recallSeconds(now)).toBe(0)
    expect(await assigning.takeBack()).toBe(false)
  })

  it('is over after 10 s', async () => {
    now += RECALL_MILLIS
    expect(await assigning.takeBack()).toBe(false)
    expect(server.cancelled).toHaveLength(0)
  })

  it('that failed can be tried again with the same key, although the 10 s have passed', async () => {
    now += 9_000
    void assigning.takeBack()
    now += 5_000
    server.cancelled[0]?.answer.reject(failure(0, 'unreachable'))
    await settled()
    expect(assigning.flow.recall?.problem?.code).toBe('unreachable')
    void assigning.takeBack()
    expect(server.cancelled.map((one) => one.key)).toEqual([
      server.cancelled[0]?.key,
      server.cancelled[0]?.key,
    ])
  })
})

async function answer(index: number, unitId: string) {
  server.sent[index]?.answer.resolve(assignment(unitId))
  await settled()
}

async function refuse(index: number, status: number, code: string) {
  server.sent[index]?.answer.reject(failure(status, code))
  await settled()
}

function failure(status: number, code: string) {
  return new RequestFailed({ type: '', title: '', status, code, detail: code })
}

async function settled() {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve()
}
