import { beforeEach, describe, expect, it } from 'vitest'
import { forgetDrafts, loadDrafts, saveDrafts } from './drafts'

const drafts = { message: '我在', address: '三栋', unsent: [{ key: 'k', text: '好' }] }

describe('drafts', () => {
  beforeEach(() => sessionStorage.clear())

  it('come back after a reload of the same link', () => {
    saveDrafts(sessionStorage, 't1', drafts)
    expect(loadDrafts(sessionStorage, 't1')).toMatchObject(drafts)
  })

  it('never come back on another link, nor once forgotten', () => {
    saveDrafts(sessionStorage, 't1', drafts)
    expect(loadDrafts(sessionStorage, 't2').message).toBe('')
    forgetDrafts(sessionStorage)
    expect(loadDrafts(sessionStorage, 't1').message).toBe('')
  })

  it('are empty where storage is forbidden or spoilt', () => {
    sessionStorage.setItem('dispatch120-drafts', '{')
    expect(loadDrafts(sessionStorage, 't1').message).toBe('')
    expect(loadDrafts(undefined, 't1').message).toBe('')
  })
})
