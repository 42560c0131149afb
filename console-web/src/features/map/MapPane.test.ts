import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { expect, it, vi } from 'vitest'
import { center } from '@/mock/center'
import { useCenter } from '@/shared/center'
import { i18n } from '@/shared/i18n'
import MapPane from './MapPane.vue'

const opening = vi.hoisted(() => ({ done: (_: unknown) => {} }))
vi.mock('@/map', async (original) => ({
  ...(await original<object>()),
  openMap: () => new Promise((done) => (opening.done = done)),
}))

it('has the colours of the moment it is open, not of the moment it was asked for', async () => {
  setActivePinia(createPinia())
  useCenter().info = center
  const setLook = vi.fn<(palette: { night: boolean }, language: string) => void>()
  /** Takes whatever it is told, at any depth. */
  const view: unknown = new Proxy(() => undefined, {
    get: (_, name) => (name === 'setLook' ? setLook : name === 'then' ? undefined : view),
    apply: () => undefined,
  })
  const pane = mount(MapPane, { global: { plugins: [i18n] }, attachTo: document.body })
  await flushPromises()
  document.documentElement.classList.add('day')
  await flushPromises()
  opening.done(view)
  await flushPromises()
  expect(setLook.mock.calls.map(([palette]) => palette.night)).toEqual([false])
  pane.unmount()
  document.documentElement.classList.remove('day')
})
