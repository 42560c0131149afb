import { RequestFailed } from '@dispatch120/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Lane } from './lane'

const problem = (status: number) => ({ type: '', title: '', status, detail: '', code: 'x' })
const failure = (status: number, retryAfter?: number) => new RequestFailed(problem(status), retryAfter)

describe('Lane', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function laneOf(outcomes: unknown[], newestOnly = false) {
    const sent: [string, string][] = []
    const arrived: string[] = []
    const refused: number[] = []
    const lane = new Lane<string, string>({
      newestOnly,
      send: async (value, key) => {
        sent.push([value, key])
        const outcome = outcomes.shift()
        if (outcome instanceof Error) throw outcome
        if (outcome instanceof Promise) await outcome
        return 'ok'
      },
      onAnswer: (_answer, { value }) => arrived.push(value),
      onChange: () => undefined,
      onRefused: (failed) => refused.push(failed.status),
    })
    return { lane, sent, arrived, refused }
  }

  it('tries again with the same key until it is through, and says so meanwhile', async () => {
    const { lane, sent, arrived } = laneOf([failure(0), failure(503)])
    lane.push('a')
    await vi.advanceTimersByTimeAsync(0)
    expect(lane.state).toBe('retrying')
    await vi.advanceTimersByTimeAsync(1_000)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(arrived).toEqual(['a'])
    expect(new Set(sent.map(([, key]) => key)).size).toBe(1)
    expect(sent).toHaveLength(3)
    expect(lane.state).toBeUndefined()
  })

  it('takes an answer that is not the server’s, as of a public Wi-Fi, for no answer', async () => {
    const { lane, arrived } = laneOf([new SyntaxError('<html>')])
    lane.push('a')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(arrived).toEqual(['a'])
  })

  it('waits as long as the server asks for', async () => {
    const { lane, arrived } = laneOf([failure(429, 30)])
    lane.push('a')
    await vi.advanceTimersByTimeAsync(29_000)
    expect(arrived).toEqual([])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(arrived).toEqual(['a'])
  })

  it('keeps the order', async () => {
    const { lane, arrived } = laneOf([failure(0)])
    lane.push('a')
    lane.push('b')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(arrived).toEqual(['a', 'b'])
  })

  it('tries at once when the network is back', async () => {
    const { lane, arrived } = laneOf([failure(0)])
    lane.push('a')
    await vi.advanceTimersByTimeAsync(0)
    lane.hurry()
    await vi.advanceTimersByTimeAsync(0)
    expect(arrived).toEqual(['a'])
  })

  it('never has two requests under way', async () => {
    let finish: (value?: unknown) => void = () => undefined
    const { lane, sent } = laneOf([new Promise((resolve) => (finish = resolve))])
    lane.push('a')
    lane.push('b')
    lane.hurry()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toHaveLength(1)
    finish()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent.map(([value]) => value)).toEqual(['a', 'b'])
  })

  it('leaves a refused one standing until it is tapped, and goes on with the next', async () => {
    const { lane, arrived, refused } = laneOf([failure(400)])
    lane.push('a')
    lane.push('b')
    await vi.advanceTimersByTimeAsync(0)
    expect(arrived).toEqual(['b'])
    expect(refused).toEqual([400])
    expect(lane.parcels.map(({ value, state }) => [value, state])).toEqual([['a', 'refused']])
    lane.again(lane.parcels[0]?.key ?? '')
    await vi.advanceTimersByTimeAsync(0)
    expect(arrived).toEqual(['b', 'a'])
  })

  it('sends only the newest position when several wait, and stays honest about it', async () => {
    const { lane, arrived } = laneOf([failure(0)], true)
    lane.push('coarse')
    lane.push('better')
    lane.push('best')
    await vi.advanceTimersByTimeAsync(0)
    expect(lane.state).toBe('retrying')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(arrived).toEqual(['best'])
  })

  it('sends nothing any more once it is closed', async () => {
    const { lane, sent } = laneOf([failure(0)])
    lane.push('a')
    await vi.advanceTimersByTimeAsync(0)
    lane.close()
    lane.push('b')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toHaveLength(1)
  })
})
