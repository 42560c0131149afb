import { describe, expect, it } from 'vitest'
import type { Incident, Session, UnitRoutes } from '@/contract'
import { MockApi, World } from '.'

describe('the mocked center', () => {
  const start = () => {
    const world = new World()
    return { world, api: new MockApi(world, 'dispatcher') }
  }

  it('has incidents in every open state, alerts in every tier and 24 units', () => {
    const { world } = start()
    const board = world.board()
    expect(new Set(board.incidents.map((incident) => incident.status)).size).toBe(7)
    expect(new Set(board.alerts.map((alert) => alert.tier))).toEqual(new Set([1, 2, 3]))
    expect(board.units).toHaveLength(24)
  })

  it('asks for a password, and knows roles by the beginning of the name', () => {
    const api = new MockApi(new World())
    expect(api.answer('GET', '/api/v1/me').status).toBe(401)
    const wrong = api.answer('POST', '/api/v1/sessions', { username: 'observer', password: 'x' })
    expect(wrong.body).toMatchObject({ code: 'wrong_credentials' })
    const right = api.answer('POST', '/api/v1/sessions', { username: 'observer', password: 'demo-observer' })
    expect((right.body as Session).user.role).toBe('observer')
  })

  it('tells listeners what changed, in order', () => {
    const { world, api } = start()
    const frames: Record<string, unknown>[] = []
    world.listen((frame) => frames.push(frame))
    api.answer('POST', '/api/v1/incidents/incident-417/assignments', { unitId: 'A01' })
    const [frame] = frames
    expect(frame).toMatchObject({ type: 'event', prev: 1000, seq: 1001 })
    expect((frame?.['incidents'] as Incident[])[0]?.status).toBe('assigned')
    expect(world.units.get('A01')?.availability).toBe('committed')
  })

  it('refuses a unit that is on its way, and everything while its storage is away', () => {
    const { world, api } = start()
    const path = '/api/v1/incidents/incident-417/assignments'
    expect(api.answer('POST', path, { unitId: 'A07' }).body).toMatchObject({ code: 'unit_committed' })
    world.storage = 'unavailable'
    expect(api.answer('POST', path, { unitId: 'A01' }).body).toMatchObject({ code: 'storage_unavailable' })
  })

  it('sends round what is closed', () => {
    const { world, api } = start()
    const routes = () =>
      (api.answer('GET', '/api/v1/incidents/incident-417/routes?unit=A08').body as UnitRoutes).items
    const before = routes()[0]
    expect(before).toMatchObject({ unitId: 'A08', purpose: 'proposed', method: 'road' })
    const [lng = 0, lat = 0] = before?.line[3] ?? []
    const body = { form: 'point', points: [{ lng, lat }], cause: 'closed', reason: '封' }
    expect(api.answer('POST', '/api/v1/road-closures', body).status).toBe(201)
    expect(routes()[0]?.line[3]).not.toEqual(before?.line[3])
    const id = [...world.closures.keys()].at(-1) ?? ''
    expect(api.answer('DELETE', `/api/v1/road-closures/${id}`).status).toBe(204)
    expect(api.answer('DELETE', `/api/v1/road-closures/${id}`).status).toBe(404)
    expect(routes()[0]?.line[3]).toEqual(before?.line[3])
  })
})
