import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Aed, Incident } from '@/contract'
import { useSession } from '@/features/session'
import { i18n } from '@/shared/i18n'
import AedList from './AedList.vue'

const incident = { id: 'i', position: { lng: 112.9, lat: 28.2 } } as unknown as Incident
const aed = (more: Partial<Aed>): Aed => ({
  id: 'x',
  name: '地铁站',
  position: { lng: 112.9, lat: 28.2 },
  access: 'public',
  openNow: true,
  readiness: 'ok',
  ...more,
})

describe('AEDs around an incident', () => {
  beforeEach(() => setActivePinia(createPinia()))
  afterEach(() => vi.unstubAllGlobals())

  async function list(...aeds: Aed[]) {
    useSession().user = { username: 'dispatcher', role: 'dispatcher', center: 'x' }
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ aeds, hospitals: [] })))
    const page = mount(AedList, { props: { incident }, global: { plugins: [i18n] } })
    await vi.waitFor(() => expect(page.find('li').exists()).toBe(true))
    return page.findAll('li').map((row) => row.text())
  }

  it('says where it is, how far on foot, how it is and when somebody last looked', async () => {
    const [text] = await list(
      aed({
        building: '望城坡站',
        floor: 'B1',
        placement: '2 号口闸机旁',
        walkSeconds: 130,
        distanceMeters: 180,
        hoursText: '6:00-23:00',
        lastCheckedAt: '2026-11-20T02:00:00Z',
      }),
    )
    for (const part of [
      '望城坡站 · B1 · 2 号口闸机旁',
      '步行 3 分',
      '180 米',
      '现在可取',
      '开放 6:00-23:00',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).toContain('设备正常 · 2026/11/20 检查')
  })

  it('never offers a broken one because its door is open, nor says of an unknown one that it is there', async () => {
    const texts = await list(
      aed({ id: 'broken', readiness: 'fault' }),
      aed({ id: 'unknown', readiness: 'unknown' }),
      aed({ id: 'hours', openNow: null }),
    )
    expect(texts[0]).toContain('不可用')
    expect(texts[0]).toContain('设备故障 · 无检查记录')
    expect(texts[1]).toContain('能否取用不明')
    expect(texts[2]).toContain('开放时间不详')
    texts.forEach((text) => expect(text).not.toContain('现在可取'))
  })
})
