import { describe, expect, it } from 'vitest'
import { SOFT_AN_HOUR, SoundPolicy, type Audible } from './sound-policy'

const audible = (more: Partial<Audible> = {}): Audible => ({ loud: [], incidents: [], shown: [], ...more })
const seconds = (count: number) => count * 1000

describe('the sound policy', () => {
  it('repeats tier 1 every ten seconds until somebody owns it', () => {
    const policy = new SoundPolicy()
    const loud = audible({ loud: ['a:1'] })
    const sounded = Array.from({ length: 21 }, (_, i) => policy.next(loud, seconds(i), false))
    expect(sounded.flatMap((sound, i) => (sound ? [i] : []))).toEqual([0, 10, 20])
    expect(policy.next(audible(), seconds(31), false)).toBeUndefined()
  })

  it('sounds at once for a second tier 1 alert, and for one that is raised again', () => {
    const policy = new SoundPolicy()
    policy.next(audible({ loud: ['a:1'] }), 0, false)
    expect(policy.next(audible({ loud: ['a:1', 'b:1'] }), seconds(3), false)).toBe('tier1')
    expect(policy.next(audible({ loud: ['a:2', 'b:1'] }), seconds(6), false)).toBe('tier1')
    expect(policy.next(audible({ loud: ['a:2', 'b:1'] }), seconds(9), false)).toBeUndefined()
  })

  it('never has two at a time: what waits is heard later, most pressing first', () => {
    const policy = new SoundPolicy()
    const all = audible({ loud: ['a:1'], incidents: ['i'], shown: ['s:1'] })
    expect(policy.next(all, 0, false)).toBe('tier1')
    expect(policy.next(all, 500, false)).toBeUndefined()
    expect(policy.next(all, seconds(2), false)).toBe('incident')
    expect(policy.next(all, seconds(4), false)).toBe('tier2')
    expect(policy.next(all, seconds(6), false)).toBeUndefined()
  })

  it('tells several new incidents by one sound', () => {
    const policy = new SoundPolicy()
    expect(policy.next(audible({ incidents: ['i', 'j'] }), 0, false)).toBe('incident')
    expect(policy.next(audible({ incidents: ['i', 'j'] }), seconds(5), false)).toBeUndefined()
  })

  it('tells incidents that come within ten seconds of a chime by one more, if they still wait', () => {
    const policy = new SoundPolicy()
    const at = (second: number, ...incidents: string[]) =>
      policy.next(audible({ incidents }), seconds(second), false)
    expect(at(0, 'a')).toBe('incident')
    expect([at(3, 'a', 'b'), at(6, 'a', 'b', 'c'), at(9, 'a', 'b', 'c')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(at(10, 'b', 'c')).toBe('incident')
    expect(at(20, 'b', 'c')).toBeUndefined()
    expect([at(25, 'b', 'd'), at(28, 'b', 'd', 'e'), at(36, 'b', 'd')]).toEqual([
      'incident',
      undefined,
      undefined,
    ])
  })

  it('chimes for an incident only after a tier 1 tone has ended, and never instead of one', () => {
    const policy = new SoundPolicy()
    const both = audible({ loud: ['a:1'], incidents: ['i'] })
    expect(policy.next(audible({ loud: ['a:1'] }), 0, false)).toBe('tier1')
    expect(policy.next(both, seconds(1), false)).toBeUndefined()
    expect(policy.next(both, seconds(10), false)).toBe('tier1')
    expect(policy.next(both, seconds(12), false)).toBe('incident')
    expect(policy.next(both, seconds(20), false)).toBe('tier1')
  })

  it('counts chimes as part of what the console aims for, and lets them sound beyond it', () => {
    const policy = new SoundPolicy()
    const chimes = Array.from({ length: SOFT_AN_HOUR + 1 }, (_, i) =>
      policy.next(audible({ incidents: [`i${i}`] }), seconds(60 * i), false),
    )
    expect(new Set(chimes)).toEqual(new Set(['incident']))
    expect(policy.next(audible({ shown: ['s:1'] }), seconds(600), false)).toBeUndefined()
    expect(policy.next(audible({ loud: ['a:1'] }), seconds(610), false)).toBe('tier1')
  })

  it('is silent about what was there before, except tier 1', () => {
    const policy = new SoundPolicy()
    const before = audible({ loud: ['a:1'], incidents: ['i'], shown: ['s:1'] })
    policy.start(before)
    expect(policy.next(before, 0, false)).toBe('tier1')
    expect(policy.next(before, seconds(3), false)).toBeUndefined()
  })

  it('says nothing while muted, and afterwards only what is still tier 1', () => {
    const policy = new SoundPolicy()
    const all = audible({ loud: ['a:1'], incidents: ['i'], shown: ['s:1'] })
    expect(policy.next(all, 0, true)).toBeUndefined()
    expect(policy.next(all, seconds(300), false)).toBe('tier1')
    expect(policy.next(all, seconds(303), false)).toBeUndefined()
  })

  it('gives no more soft notes an hour than the console aims for', () => {
    const policy = new SoundPolicy()
    const notes = Array.from({ length: 20 }, (_, i) =>
      policy.next(audible({ shown: [`s${i}:1`] }), seconds(60 * i), false),
    )
    expect(notes.filter(Boolean)).toHaveLength(SOFT_AN_HOUR)
    expect(policy.next(audible({ shown: ['later:1'] }), seconds(3700), false)).toBe('tier2')
  })
})
