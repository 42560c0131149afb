import { describe, expect, it } from 'vitest'
import { World } from '@/mock'
import { countBoard } from './counts'

describe('the counts', () => {
  it('tell waiting from under way, leave out what only has to be closed, and know who can be sent', () => {
    const { incidents, units } = new World().board()
    expect(countBoard(incidents, units)).toEqual({ waiting: 2, underWay: 9, available: 11, units: 24 })
  })
})
