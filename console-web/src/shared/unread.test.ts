import { describe, expect, it } from 'vitest'
import type { Message } from '@/contract'
import { unanswered } from './unread'

const from = (...senders: Message['from'][]) =>
  ({ messages: senders.map((sender, i) => ({ id: `${i}`, from: sender, text: 'x', at: '' })) }) as never

describe('unread messages', () => {
  it('are the caller’s that came after the last answer', () => {
    expect(unanswered(from('caller', 'dispatcher', 'caller', 'caller'), 0)).toBe(2)
    expect(unanswered(from('caller', 'dispatcher'), 0)).toBe(0)
    expect(unanswered(from('crew', 'dispatcher', 'crew'), 0)).toBe(0)
  })

  it('are not those that were looked at', () => {
    expect(unanswered(from('caller', 'caller', 'caller'), 2)).toBe(1)
  })
})
