import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import { useSession } from '@/features/session'
import { useBoard } from '@/live'
import { World } from '@/mock'
import { matchCommands, useCommands } from '@/shared/commands'
import { i18n } from '@/shared/i18n'
import { useWorkplace } from '@/shared/workplace'
import { consoleCommands } from './commands'
import { findLocal, isWorthAsking } from './find-local'
import { useSearch } from './search'

const { incidents, units } = new World().board()
const find = (query: string) => {
  const found = findLocal(query, incidents, units)
  return [...found.incidents.map((i) => i.number.slice(-4)), ...found.units.map((unit) => unit.id)]
}

describe('looking on the board', () => {
  it('finds incidents by part of number, phone or place', () => {
    expect(find('0417')).toEqual(['0417'])
    expect(find('138 0000 8417')).toEqual(['0417'])
    expect(find('地铁站')).toEqual(['0417'])
  })

  it('finds units by id, callsign and plate', () => {
    expect(find('a07')).toEqual(['A07'])
    expect(find('Ａ０７')).toEqual(['A07'])
    expect(find('麓谷')).toEqual(expect.arrayContaining(['A03', 'A09']))
    expect(find('湘A09')).toEqual(['A09'])
  })

  it('finds nothing for a blank', () => {
    expect(find('  ')).toEqual([])
  })

  it('does not take two digits for part of everything', () => {
    expect(find('20')).toEqual([])
  })

  it('asks the server for whole numbers and phones only', () => {
    expect(['XJ-20261122-0417', '13800008417', '0731-88880000'].every(isWorthAsking)).toBe(true)
    expect(['0417', 'A12', '地铁站', ''].some(isWorthAsking)).toBe(false)
  })
})

describe('the command line', () => {
  let scope: EffectScope

  beforeEach(() => {
    setActivePinia(createPinia())
    useBoard().showSnapshot(new World().board(), 1000)
    useSession().user = { username: 'dispatcher', role: 'dispatcher', center: 'x' }
    scope = effectScope()
    scope.run(() => {
      useCommands(consoleCommands(i18n.global.t))
    })
  })

  afterEach(() => scope.stop())

  const only = (text: string) => matchCommands(text)[0]

  it('says before Enter what will happen', () => {
    expect(only('席位 2')?.title).toBe('这台电脑是 2 席')
  })

  it('knows what the console does itself', () => {
    expect(['夜间', 'Day', 'english', '退出', '席位 2', '静音'].map((text) => only(text)?.id)).toEqual([
      'night',
      'day',
      'english',
      'signOut',
      'seat',
      'mute',
    ])
    expect(only('席位 200')).toBeUndefined()
  })

  it('is not understood as something else', () => {
    expect(matchCommands('请派最近的车')).toEqual([])
  })

  it('does nothing for a command that is blocked, and keeps what is typed', async () => {
    const run = vi.fn()
    const blocked = { id: 'x', title: 'x', blocked: '没有任务', run }
    scope.run(() => useCommands({ help: () => [], match: () => [blocked] }))
    const search = useSearch()
    search.query = '请派最近的车'
    await search.act()
    expect(run).not.toHaveBeenCalled()
    expect(search.query).toBe('请派最近的车')
  })

  it('says what was refused, and keeps what is typed', async () => {
    const run = () => Promise.reject(new Error('refused'))
    scope.run(() => useCommands({ help: () => [], match: () => [{ id: 'x', title: 'x', run }] }))
    const search = useSearch()
    search.query = '请派最近的车'
    await search.act()
    expect(search.error).toBeInstanceOf(Error)
    expect(search.query).toBe('请派最近的车')
  })

  it('selects the incident that is chosen, and clears itself', async () => {
    const search = useSearch()
    search.query = '0417'
    await search.act()
    expect(useWorkplace().selectedIncidentId).toBe('incident-417')
    expect(search.query).toBe('')
  })

  it('shows a unit on the map, and its incident', async () => {
    const search = useSearch()
    search.query = 'A12'
    await search.act()
    expect(useWorkplace().lookAt).toMatchObject({ zoom: 14 })
    expect(useWorkplace().selectedIncidentId).toBe('incident-410')
  })
})
