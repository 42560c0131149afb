import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Incident } from '@/contract'
import { i18n } from '@/shared/i18n'
import { setServerClock } from '@/shared/time'
import LinkLine from './LinkLine.vue'
import { useLinks } from './links'

/** 22:00 in Changsha. */
const NOW = Date.parse('2026-11-22T14:00:00Z')

beforeEach(() => {
  setServerClock(() => NOW)
  vi.stubGlobal('fetch', vi.fn())
  setActivePinia(createPinia())
})
afterEach(() => vi.unstubAllGlobals())

it.each([
  ['2026-11-22T15:30:00Z', '23:30 失效'],
  ['2026-11-23T14:00:00Z', '明日 22:00 失效'],
  ['2026-11-24T14:00:00Z', '2 天后 22:00 失效'],
])('says of %s the day with the time', (expiresAt, said) => {
  const parts = show({ expiresAt }).findAll('.text > span')
  expect(parts.map((part) => part.text())).toContain(said)
})

it('says that an address it no longer knows was shown once', () => {
  expect(show().text()).toContain('链接地址只显示一次,可再发')
})

it('offers the address while it knows it', () => {
  useLinks().urls.set('i', 'https://120.example/l/x')
  expect(show().text()).not.toContain('只显示一次')
  expect(show().text()).toContain('复制链接')
})

it('says nothing of addresses once the link is no use any more', () => {
  const text = show({ expiresAt: '2026-11-22T13:00:00Z' }).text()
  expect(text).toContain('链接已失效')
  expect(text).not.toContain('只显示一次')
})

function show(link: object = {}) {
  const sent = { sentAt: '2026-11-22T14:00:00Z', expiresAt: '2026-11-23T14:00:00Z', delivery: 'log', ...link }
  const incident = { id: 'i', links: [sent], fixes: [], calls: [{ id: 'c' }] } as unknown as Incident
  return mount(LinkLine, { props: { incident, editable: true }, global: { plugins: [i18n] } })
}
