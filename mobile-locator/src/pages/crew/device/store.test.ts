import 'fake-indexeddb/auto'
import { describe, expect, it, vi } from 'vitest'
import { memoryStore, openStore } from './store'

describe.each([
  ['the database', () => openStore('test')],
  ['memory', () => Promise.resolve(memoryStore())],
])('a store in %s', (_, open) => {
  it('keeps, lists by the beginning of the name, and forgets', async () => {
    const store = await open()
    await store.set('tap:a:2', { n: 2 })
    await store.set('tap:a:1', { n: 1 })
    await store.set('tap:b:1', { n: 9 })
    expect(await store.get('tap:a:2')).toEqual({ n: 2 })
    expect(await store.list('tap:a:')).toEqual([{ n: 1 }, { n: 2 }])
    await store.delete('tap:a:1')
    expect(await store.get('tap:a:1')).toBeUndefined()
  })
})

describe('openStore', () => {
  it('finds again what an earlier page kept', async () => {
    await (await openStore('again')).set('crew', { unitId: 'A24' })
    const store = await openStore('again')
    expect(await store.get('crew')).toEqual({ unitId: 'A24' })
    expect(store.lasting).toBe(true)
  })
  it('goes on in memory, and says so, where the device has no database', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new Error('SecurityError')
      },
    })
    const store = await openStore()
    vi.unstubAllGlobals()
    await store.set('a', 1)
    expect(await store.get('a')).toBe(1)
    expect(store.lasting).toBe(false)
  })
})
