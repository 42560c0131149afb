import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import type { Assignment, Incident, ProposedUnit, Unit } from '@/contract'
import { useAssigning } from '@/features/assigning'
import { useSession } from '@/features/session'
import { useBoard } from '@/live'
import { matchCommands } from '@/shared/commands'
import { useWorkplace } from '@/shared/workplace'
import { useUnitCommands } from './commands'

let posts: { path: string; body: unknown }[]
let host: ReturnType<typeof mount>

beforeEach(() => {
  posts = []
  vi.stubGlobal('fetch', async (path: string, options: RequestInit) => {
    posts.push({ path, body: JSON.parse(String(options.body)) })
    return new Response('{}', { status: 200 })
  })
  setActivePinia(createPinia())
  const session = useSession()
  session.user = { username: 'dispatcher', role: 'dispatcher', center: 'xiangjiang' }
  host = mount(defineComponent({ setup: () => (useUnitCommands(), () => null) }))
  const assignment = { id: 'task', unitId: 'A12', milestones: { assigned: {} } } as unknown as Assignment
  useBoard().takeIncident({
    ...{ id: 'i', status: 'assigned', seq: 1, patients: [], alerts: [], complaint: 'stroke' },
    assignments: [assignment],
  } as unknown as Incident)
  useBoard().takeUnit({ id: 'A12', availability: 'committed', incidentId: 'i' } as Unit)
  useBoard().takeUnit({ id: 'A08', availability: 'available' } as Unit)
})

afterEach(() => {
  host.unmount()
  vi.unstubAllGlobals()
})

describe('the command line', () => {
  it('records a step by voice', async () => {
    const [command] = matchCommands('A12 到达现场')
    expect(command?.title).toBe('A12 到达现场')
    void command?.run()
    await flushPromises()
    expect(posts).toEqual([{ path: '/api/v1/assignments/task/milestones', body: { milestone: 'on_scene' } }])
  })

  it('says that a unit has nothing to do', () => {
    expect(matchCommands('A08 到达现场')[0]?.blocked).toBe('没有在执行任务')
  })

  it('says before Enter whom it sends where', () => {
    useWorkplace().select('i')
    expect(matchCommands('派A08')[0]).toMatchObject({ title: '派 A08 去 卒中' })
    expect(matchCommands('派A08')[0]?.blocked).toBeUndefined()
  })

  it('does not send without an incident, or who is busy', () => {
    expect(matchCommands('派 A08')[0]?.blocked).toBe('先选一个事件')
    useWorkplace().select('i')
    expect(matchCommands('派 A12')[0]?.blocked).toBe('执行任务')
  })

  it.each([
    ['到场', 'on_scene'],
    ['到院', 'at_hospital'],
    ['空车', 'cleared'],
    ['交接', 'handed_over'],
    ['离', 'transporting'],
  ])('understands %s', async (words, milestone) => {
    const commands = matchCommands(`A12 ${words}`)
    expect(commands).toHaveLength(1)
    void commands[0]?.run()
    await flushPromises()
    expect(posts).toMatchObject([{ body: { milestone } }])
  })

  it('does nothing at Enter while the words can mean several steps', () => {
    const [first, ...steps] = matchCommands('A12 到达')
    expect(first).toMatchObject({ id: 'which', blocked: '按 ↓ 选一个,再按 Enter' })
    expect(steps.map((step) => step.title)).toEqual(['A12 到达现场', 'A12 到达医院'])
  })

  it('does nothing at Enter while the name can mean several units', () => {
    useBoard().takeUnit({ id: 'A07', availability: 'available' } as Unit)
    useWorkplace().select('i')
    const commands = matchCommands('派 A0')
    expect(commands.map((command) => command.id)).toEqual(['which', 'send A07', 'send A08'])
    expect(commands[0]?.blocked).toBeDefined()
  })

  it('ranks anew before it sends a further unit, and asks why it is not the first', async () => {
    const units = ['A09', 'A08'].map((unitId) => ({ unitId, reasons: [], etaSeconds: 60 }))
    vi.stubGlobal('fetch', async (path: string, { method }: RequestInit) => {
      if (method === 'POST') posts.push({ path, body: {} })
      return new Response(JSON.stringify({ units }), { status: 200 })
    })
    const incident = useBoard().findIncident('i') as Incident
    useBoard().takeIncident({ ...incident, position: { lng: 112.9, lat: 28.2 } } as Incident)
    const { flow, take } = useAssigning().flowOf('i')
    take([{ unitId: 'A08', reasons: [], etaSeconds: 60 } as unknown as ProposedUnit])
    useWorkplace().select('i')
    await matchCommands('派 A08')[0]?.run()
    expect(flow.step).toBe('reason')
    expect(posts).toEqual([])
  })

  it('knows no unit that does not exist', () => {
    expect(matchCommands('派 B99')).toEqual([])
  })
})
