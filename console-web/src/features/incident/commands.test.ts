import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import type { Assignment, Incident, Unit } from '@/contract'
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

  it('knows no unit that does not exist', () => {
    expect(matchCommands('派 B99')).toEqual([])
  })
})
