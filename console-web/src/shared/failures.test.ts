import { describe, expect, it } from 'vitest'
import { RequestFailed } from '@dispatch120/client'
import { describeFailure } from './failures'
import { i18n } from './i18n'

const refusal = (status: number, code: string, retryAfter?: number) =>
  new RequestFailed(
    { type: 'about:blank', title: 'Conflict', status, code, detail: 'Said in English.' },
    retryAfter,
  )

describe('a refusal in words', () => {
  const t = i18n.global.t

  it('is said in our words when its code is known', () => {
    expect(describeFailure(refusal(409, 'unit_committed'), t)).toBe('该单元正在执行任务。')
    expect(describeFailure(refusal(429, 'rate_limited', 7), t)).toContain('7 秒')
  })

  it('falls back to what the server said', () => {
    expect(describeFailure(refusal(409, 'something_new'), t)).toBe('没有完成:Said in English.')
  })

  it('says that what was typed is kept when nobody answered', () => {
    expect(describeFailure(refusal(0, 'unreachable'), t)).toContain('输入的内容都在')
  })

  it('also takes what is no refusal', () => {
    expect(describeFailure(new Error('broken'), t)).toBe('没有完成:broken')
  })
})
