import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Alert, Board, Incident, RoadClosure } from '@/contract'
import { useBoard } from '.'

const alert = (id: string, more: Partial<Alert> = {}): Alert => ({
  id,
  kind: 'notice_unacknowledged',
  tier: 1,
  audience: 'dispatch',
  level: 1,
  raisedAt: '2026-11-22T06:00:00Z',
  ...more,
})

const incident = (id: string, seq: number, more: Partial<Incident> = {}): Incident =>
  ({ id, seq, status: 'waiting', alerts: [], assignments: [], ...more }) as unknown as Incident

const snapshot = (more: Partial<Board>): Board => ({
  seq: 1,
  at: '2026-11-22T06:00:00Z',
  center: 'x',
  incidents: [],
  units: [],
  alerts: [],
  roadClosures: [],
  ...more,
})

describe('the board', () => {
  beforeEach(() => setActivePinia(createPinia()))

  it('keeps the view with the greater sequence, whichever comes first', () => {
    const board = useBoard()
    board.takeIncident(incident('a', 7, { address: 'new' }))
    board.takeIncident(incident('a', 5, { address: 'old' }))
    expect(board.findIncident('a')?.address).toBe('new')
  })

  it('shows alerts of open incidents that are not cleared', () => {
    const board = useBoard()
    board.takeIncident(
      incident('a', 1, { alerts: [alert('1'), alert('2', { clearedAt: '2026-11-22T06:01:00Z' })] }),
    )
    expect(board.alerts.map((each) => each.id)).toEqual(['1'])
  })

  it('does not lose an alert whose incident has been closed', () => {
    const board = useBoard()
    board.showSnapshot(snapshot({ alerts: [alert('1', { incidentId: 'closed-before' })] }), 1)
    expect(board.alerts.map((each) => each.id)).toEqual(['1'])
    const cleared = alert('1', { clearedAt: '2026-11-22T06:01:00Z' })
    board.takeIncident(incident('closed-before', 2, { status: 'closed', alerts: [cleared] }))
    expect(board.alerts).toEqual([])
  })

  it('counts an alert once that comes with its open incident and with the board', () => {
    const board = useBoard()
    const raised = alert('1', { incidentId: 'a' })
    board.showSnapshot(snapshot({ incidents: [incident('a', 1, { alerts: [raised] })], alerts: [raised] }), 1)
    expect(board.alerts).toHaveLength(1)
  })

  it('keeps a closed incident at hand', () => {
    const board = useBoard()
    board.takeIncident(incident('a', 1))
    board.takeIncident(incident('a', 2, { status: 'closed' }))
    expect(board.openIncidents).toEqual([])
    expect(board.findIncident('a')?.status).toBe('closed')
  })

  it('knows which roads are closed, from the snapshot and from every event', () => {
    const board = useBoard()
    const closure = (id: string) => ({ id, cause: 'closed', roads: [] }) as unknown as RoadClosure
    board.showSnapshot(snapshot({ roadClosures: [closure('a')] }), 1)
    const tell = (type: string, data: unknown, seq: number) =>
      board.takeEvent({
        type: 'event',
        seq,
        prev: seq - 1,
        event: { id: '', seq, type, at: '', recordedAt: '', actor: '', data: data as never },
        incidents: [],
        units: [],
      })
    tell('road_closed', closure('b'), 2)
    expect([...board.roadClosures.keys()]).toEqual(['a', 'b'])
    tell('road_opened', { id: 'a' }, 3)
    expect([...board.roadClosures.keys()]).toEqual(['b'])
    board.showSnapshot(snapshot({}), 4)
    expect(board.roadClosures.size).toBe(0)
  })
})
