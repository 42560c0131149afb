import { afterEach, describe, expect, it, vi } from 'vitest'
import { tapOf } from '../samples.test-support'
import type { Deed } from './tap'
import { sendTap } from './tap-request'

afterEach(() => vi.unstubAllGlobals())

describe('sendTap', () => {
  it.each<[Deed, string, string, unknown]>([
    [
      { kind: 'milestone', assignmentId: 'a/1', milestone: 'en_route' },
      'POST',
      '/api/v1/crew/assignments/a%2F1/milestones',
      { milestone: 'en_route', deviceAt: '2026-03-01T04:02:00.000Z', sentAt: 'later' },
    ],
    [
      { kind: 'withdraw', assignmentId: 'a1', milestone: 'en_route' },
      'POST',
      '/api/v1/crew/assignments/a1/milestones/en_route/withdraw',
      undefined,
    ],
    [
      { kind: 'decline', assignmentId: 'a1', reason: '故障' },
      'POST',
      '/api/v1/crew/assignments/a1/decline',
      { reason: '故障' },
    ],
    [
      { kind: 'message', assignmentId: 'a1', text: '<b>到了' },
      'POST',
      '/api/v1/crew/assignments/a1/messages',
      { text: '<b>到了' },
    ],
    [
      { kind: 'availability', declaration: { state: 'available' } },
      'PUT',
      '/api/v1/crew/availability',
      { state: 'available' },
    ],
  ])('tells %o', async (deed, method, path, body) => {
    const fetched = vi.fn((_path: string, _init: RequestInit) => Promise.resolve(Response.json({})))
    vi.stubGlobal('fetch', fetched)
    const tap = tapOf(deed)
    await sendTap(tap, 'later')
    const [to, init] = fetched.mock.calls[0] ?? []
    expect([init?.method, to]).toEqual([method, path])
    expect(init?.body === undefined ? undefined : JSON.parse(String(init.body))).toEqual(body)
    expect(init?.headers).toMatchObject({ 'Idempotency-Key': tap.id })
  })
})
