import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import { useSession } from '@/features/session'
import { useBoard } from '@/live'
import { World } from '@/mock'
import { matchCommands, useCommands } from '@/shared/commands'
import { i18n } from '@/shared/i18n'
import { useWorkplace } from '@/shared/workplace'
import { consoleCommands, milestoneCommands } from './commands'
import { findLocal, isWorthAsking } from './find-local'
import { findMilestone } from './milestone-words'
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

describe('a spoken milestone', () => {
  it.each([
    ['到达现场', 'on_scene'],
    ['到场', 'on_scene'],
    ['on scene', 'on_scene'],
    ['到院', 'at_hospital'],
    ['空车', 'cleared'],
  ])('%s is %s', (words, milestone) => {
    expect(findMilestone(words)).toBe(milestone)
  })

  it('is never guessed from a part', () => {
    expect(findMilestone('到')).toBeUndefined()
    expect(findMilestone('到达现场了吗')).toBeUndefined()
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
      useCommands(milestoneCommands(i18n.global.t))
      useCommands(consoleCommands(i18n.global.t))
    })
  })

  afterEach(() => scope.stop())

  const only = (text: string) => matchCommands(text)[0]

  it('says before Enter what will be recorded, and for whom', () => {
    expect(only('a12到达现场')).toMatchObject({
      title: '记录:A12 到达现场',
      detail: '孕产 · 女 28 XJ-20261122-0410',
    })
    expect(only('A12 到达现场')?.blocked).toBeUndefined()
  })

  it('says why it cannot', () => {
    expect(only('A99 到达现场')?.blocked).toBe('没有单元 A99。')
    expect(only('A01 到达现场')?.blocked).toBe('A01 没有任务。')
    useSession().user = { username: 'o', role: 'observer', center: 'x' }
    expect(only('A12 到达现场')?.blocked).toBe('您的角色只读。')
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

  it('does nothing for a command that is blocked', async () => {
    const search = useSearch()
    search.query = 'A01 到达现场'
    await search.act()
    expect(search.query).toBe('A01 到达现场')
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
