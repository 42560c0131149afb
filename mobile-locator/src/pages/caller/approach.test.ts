import { describe, expect, it } from 'vitest'
import { type Viewpoint, approachCard, headline } from './approach'
import type { ApproachingUnit, Locator } from './locator'
import { texts } from './text'

const NOW = Date.parse('2026-11-22T06:00:00Z')
const unit = (more: Partial<ApproachingUnit> = {}): ApproachingUnit => ({
  unitId: 'A12',
  status: 'en_route',
  etaSeconds: 240,
  lng: 112.95,
  lat: 28.2,
  at: '2026-11-22T05:59:50Z',
  ...more,
})
const view = (more: Partial<Viewpoint> = {}): Viewpoint => ({
  text: texts['zh-CN'],
  own: { lng: 112.93, lat: 28.2 },
  serverNowMillis: NOW,
  fresh: true,
  ...more,
})

describe('approachCard', () => {
  it('shows the minutes as a range, with distance and direction', () => {
    expect(approachCard(unit(), view())).toEqual({
      over: '救护车 A12 已出发,预计',
      main: '3–5 分钟',
      under: '距您直线约 2 公里 · 正东方向',
      minutes: true,
    })
  })

  it('says only that it is on its way when there is no estimate', () => {
    const without = unit()
    delete without.etaSeconds
    expect(approachCard(without, view()).main).toBe('救护车已出发')
  })

  it('hides the minutes when the connection is lost', () => {
    expect(approachCard(unit(), view({ fresh: false })).main).toBe('救护车已出发')
  })

  it('hides minutes and distance when the position is old', () => {
    const card = approachCard(unit({ at: '2026-11-22T05:58:00Z' }), view())
    expect(card).toEqual({ over: '救护车 A12', main: '救护车已出发', under: '' })
  })

  it('shows no minutes once it is there', () => {
    expect(approachCard(unit({ status: 'on_scene' }), view())).toEqual({
      over: '救护车 A12',
      main: '救护车已到达',
      under: '',
    })
  })

  it('leaves out the direction when the ambulance is nearer than positions are exact', () => {
    expect(approachCard(unit({ lng: 112.9305 }), view()).under).toBe('距您直线约 49 米')
  })

  it('says it in English too', () => {
    expect(approachCard(unit({ status: 'assigned' }), view({ text: texts.en }))).toEqual({
      over: 'Ambulance A12 assigned, here in',
      main: '3–7 min',
      under: 'about 2 km from you in a straight line · to the east',
      minutes: true,
    })
  })
})

describe('headline', () => {
  it.each([
    ['waiting', '120 急救 · 位置共享'],
    ['assigned', '120 · 已派车'],
    ['en_route', '120 · 救护车已出发'],
    ['on_scene', '120 · 救护车已到达'],
    ['transporting', '120 · 正在送往医院'],
    ['at_hospital', '120 · 已到达医院'],
  ] as const)('of %s is %s', (status, words) => {
    expect(headline({ status } as Locator, texts['zh-CN'])).toBe(words)
  })
})
