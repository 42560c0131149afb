import { beforeEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import type { Aed, Unit } from '@/contract'
import { listAeds } from './aeds'
import { restore, useLayers } from './layers'
import { LEGEND } from './legend'
import { describeAed, describeUnit } from './tooltip'
import { words } from './words'

const say = (key: string, values?: Record<string, unknown>) =>
  values ? `${key} ${Object.values(values).join(' ')}` : key

describe('layers', () => {
  beforeEach(() => localStorage.clear())

  it('remembers what was switched off', async () => {
    const layers = useLayers()
    layers.aeds = false
    await nextTick()
    expect(useLayers().aeds).toBe(false)
    expect(useLayers().units).toBe(true)
  })

  it('reads known layers only, and nothing from nonsense', () => {
    expect(restore('{"units":false,"aeds":"no","other":true}')).toEqual({ units: false })
    expect(restore('{{')).toEqual({})
    expect(restore('null')).toEqual({})
  })
})

describe('AEDs', () => {
  it('follows the cursor to the last page', async () => {
    const asked: string[] = []
    const aeds = await listAeds((path) => {
      asked.push(path)
      const last = path.includes('cursor')
      return Promise.resolve({
        items: [{ id: String(asked.length) } as Aed],
        nextCursor: last ? null : 'a b',
      })
    })
    expect(aeds.map(({ id }) => id)).toEqual(['1', '2'])
    expect(asked).toEqual(['/aeds?limit=500', '/aeds?limit=500&cursor=a%20b'])
  })
})

describe('tooltips', () => {
  it('warns of an old position and a lost crew before anything else', () => {
    const unit = {
      id: 'A12',
      callsign: '望城坡一组',
      plate: '湘A·1',
      capabilities: ['als'],
      availability: 'available',
      crewLink: 'lost',
    } as unknown as Unit
    const now = Date.parse('2026-11-22T06:02:00Z')
    const at = { at: '2026-11-22T06:00:00Z', speedMps: 10 }
    const tooltip = describeUnit(unit, undefined, at, true, now, say)
    expect(tooltip.title).toBe('A12 望城坡一组')
    expect(tooltip.warning).toBe('map.unit.stale · shared.crewLink.lost')
    expect(tooltip.lines).toContain('map.unit.age 02:00 · map.unit.speed 36')
  })

  it('says where an AED is and when it is open', () => {
    const aed = {
      name: '图书馆',
      floor: 'B1',
      placement: '服务台',
      hoursText: '9–17',
      access: 'public',
      readiness: 'ok',
      openNow: false,
    } as Aed
    const tooltip = describeAed(aed, say)
    expect(tooltip.warning).toBe('map.aed.closed')
    expect(tooltip.lines).toEqual(['B1', '服务台', 'map.aed.hours 9–17 · map.access.public'])
  })
})

describe('legend', () => {
  it('explains every unit state in words', () => {
    const keys = LEGEND.flatMap(({ entries }) => entries.map((entry) => entry.words))
    for (const state of Object.keys(words['zh-CN'].unit).filter((key) => key in words.en.unit)) {
      if (!['focus', 'speed', 'age', 'noAge'].includes(state)) expect(keys).toContain(`map.unit.${state}`)
    }
  })
})
