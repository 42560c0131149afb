import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Store, memoryStore } from '../device/store'
import { Checklists } from './checklists'

const LIST = { checklist: 'thrombolysis', version: 2, draft: false, questions: [] }
let store: Store
let answer: () => Response
let asked = 0

beforeEach(() => {
  store = memoryStore()
  asked = 0
  answer = () => Response.json(LIST)
  vi.stubGlobal('fetch', async () => {
    asked++
    return answer()
  })
})
afterEach(() => vi.unstubAllGlobals())

const away = () => {
  throw new TypeError('no network')
}

describe('a checklist', () => {
  it('that was fetched once is there without a network, and says that it is the kept one', async () => {
    expect(await new Checklists(store).find('thrombolysis')).toEqual({ checklist: LIST, fresh: true })
    answer = away
    expect(await new Checklists(store).find('thrombolysis')).toEqual({ checklist: LIST, fresh: false })
    expect(await new Checklists(store).find('other')).toBeUndefined()
  })
  it('is not waited for where it is known that there is no network', async () => {
    const checklists = new Checklists(store)
    await checklists.find('thrombolysis')
    expect(await checklists.find('thrombolysis', false)).toEqual({ checklist: LIST, fresh: false })
    expect(asked).toBe(1)
    await checklists.find('other', false)
    expect(asked).toBe(2)
  })
  it('that the centre has no more is forgotten', async () => {
    const checklists = new Checklists(store)
    await checklists.find('thrombolysis')
    answer = () => new Response(null, { status: 204 })
    expect(await checklists.find('thrombolysis')).toBeUndefined()
    answer = away
    expect(await checklists.find('thrombolysis')).toBeUndefined()
  })
})
