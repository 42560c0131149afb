import { describe, expect, it } from 'vitest'
import { chatLines, countOf } from './chat'
import type { Message } from './locator'

const message = (id: string, from: Message['from'], text: string): Message => ({
  id,
  from,
  text,
  at: '2026-11-22T06:00:00Z',
})

describe('chatLines', () => {
  it('puts what the server does not have yet at the end, with its state', () => {
    const lines = chatLines(
      [message('1', 'dispatcher', '请打开门')],
      [{ key: 'k', value: { text: '好', alreadyThere: 0 }, state: 'retrying' }],
    )
    expect(lines.map(({ text, state }) => [text, state])).toEqual([
      ['请打开门', undefined],
      ['好', 'retrying'],
    ])
  })

  it('does not show a message twice when it comes back before its request is answered', () => {
    const back = [message('1', 'caller', '好')]
    expect(
      chatLines(back, [{ key: 'k', value: { text: '好', alreadyThere: 0 }, state: 'sending' }]),
    ).toHaveLength(1)
  })

  it('shows the same words said a second time', () => {
    const back = [message('1', 'caller', '好')]
    const again = {
      key: 'k',
      value: { text: '好', alreadyThere: countOf(back, '好') },
      state: 'sending' as const,
    }
    expect(chatLines(back, [again])).toHaveLength(2)
  })
})
