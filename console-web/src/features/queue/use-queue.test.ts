import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, type EffectScope } from 'vue'
import type { Incident } from '@/contract'
import { useBoard } from '@/live'
import { HOLD_MILLIS, useQueue } from './use-queue'

const incident = (id: string, priority: string, seq = 1): Incident =>
  ({
    id,
    priority,
    seq,
    status: 'waiting',
    openedAt: '2026-11-22T06:00:00Z',
    alerts: [],
  }) as unknown as Incident

describe('the queue in use', () => {
  let scope: EffectScope
  let queue: ReturnType<typeof useQueue>

  beforeEach(async () => {
    vi.useFakeTimers()
    setActivePinia(createPinia())
    const board = useBoard()
    const incidents = [incident('a', 'p2'), incident('b', 'p3')]
    board.showSnapshot({ seq: 1, at: '', center: 'x', incidents, units: [], alerts: [], roadClosures: [] }, 1)
    scope = effectScope()
    queue = scope.run(useQueue) as ReturnType<typeof useQueue>
    await nextTick()
  })

  afterEach(() => {
    scope.stop()
    vi.useRealTimers()
  })

  const shown = () => queue.open.value.map((each) => each.id)

  it('puts a new incident in its place at once when nobody is at the list, and highlights it for a while', async () => {
    useBoard().takeIncident(incident('new', 'p1'))
    await nextTick()
    expect(shown()).toEqual(['new', 'a', 'b'])
    expect([...queue.fresh.value]).toEqual(['new'])
    vi.advanceTimersByTime(10_000)
    expect(queue.fresh.value.size).toBe(0)
  })

  it('moves nothing under the pointer, and sorts itself when the pointer rests', async () => {
    queue.hold()
    useBoard().takeIncident(incident('new', 'p1'))
    await nextTick()
    expect(shown()).toEqual(['a', 'b', 'new'])
    vi.advanceTimersByTime(HOLD_MILLIS)
    await nextTick()
    expect(shown()).toEqual(['new', 'a', 'b'])
  })

  it('keeps a row that was closed while the pointer is on it', async () => {
    queue.hold()
    useBoard().takeIncident({ ...incident('a', 'p2', 2), status: 'closed' })
    await nextTick()
    expect(shown()).toEqual(['a', 'b'])
    vi.advanceTimersByTime(HOLD_MILLIS)
    await nextTick()
    expect(shown()).toEqual(['b'])
  })

  it('highlights nothing of what was there from the beginning', () => {
    expect(queue.fresh.value.size).toBe(0)
  })
})
