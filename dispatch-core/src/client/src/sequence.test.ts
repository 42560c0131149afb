import { describe, expect, it } from 'vitest'
import { judge, pathSince } from './sequence'

describe('judge', () => {
  it.each([
    ['the next one', 7, { seq: 8, prev: 7 }, 'take'],
    ['one whose predecessors a heartbeat has covered', 9, { seq: 12, prev: 7 }, 'take'],
    ['one it has already', 8, { seq: 8, prev: 7 }, 'known'],
    ['an older one', 8, { seq: 5, prev: 4 }, 'known'],
    ['one after something lost', 7, { seq: 9, prev: 8 }, 'gap'],
    ['one before any snapshot', undefined, { seq: 1, prev: 0 }, 'gap'],
  ] as const)('meets %s', (_, taken, event, verdict) => expect(judge(taken, event)).toBe(verdict))
})

describe('pathSince', () => {
  it('asks for a snapshot while nothing was taken in', () => {
    expect(pathSince('/ws/crew', undefined)).toBe('/ws/crew')
  })
  it('asks for what came after, also after number 0 and beside a ticket', () => {
    expect(pathSince('/ws/crew', 0)).toBe('/ws/crew?since=0')
    expect(pathSince('/ws/crew?ticket=t', 7)).toBe('/ws/crew?ticket=t&since=7')
  })
})
