import type { Parcel, ParcelState } from './lane'
import type { Message } from './locator'

export const LONGEST_MESSAGE = 1000
/** From here on the person is told how much room is left. */
export const COUNT_FROM = 900

export interface ChatLine {
  /** Stays the same while a line changes its state. */
  id: string
  from: Message['from']
  text: string
  at?: string
  /** Of own lines: delivered when absent. */
  state?: ParcelState
}

export interface OutgoingText {
  text: string
  /** How many of the caller's messages with this text were there already when it was written. */
  alreadyThere: number
}

export function countOf(messages: readonly Message[], text: string): number {
  return messages.filter((message) => message.from === 'caller' && message.text === text).length
}

/**
 * What the server has, then what it does not have yet. A message can come back over the socket before its own request
 * is answered; it is not shown twice then.
 */
export function chatLines(
  messages: readonly Message[],
  outgoing: readonly Parcel<OutgoingText>[],
): ChatLine[] {
  const waiting = outgoing.filter(({ value }) => countOf(messages, value.text) <= value.alreadyThere)
  return [
    ...messages.map(({ id, from, text, at }) => ({ id, from, text, at })),
    ...waiting.map(({ key, value, state }) => ({
      id: key,
      from: 'caller' as const,
      text: value.text,
      state,
    })),
  ]
}
