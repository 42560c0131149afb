import { type Answer as Reply, RequestFailed, type RequestOptions, newKey } from '@dispatch120/client'
import type { Language } from '../shared/language'
import { type Answer, type Paged, nextAsk, stageOf } from './paged'

export type Connection = 'opening' | 'fresh' | 'offline' | 'gone'

/** An answer that was tapped and of which nothing has been heard yet. */
export interface Sending {
  answer: Answer
  reason: string | undefined
  key: string
  /** The last attempt did not get through; it is tried again. */
  stuck: boolean
}

export interface Seams {
  request<T>(path: string, options?: RequestOptions): Promise<Reply<T>>
  now(): number
}

const RESEND_MILLIS = 2_000
const SLOWEST_RESEND_MILLIS = 10_000
const TIMEOUT_MILLIS = 8_000

/** One paged doctor at one link: asks again and again, sends an answer until it is known what became of it. */
export class AnswerPage {
  readonly path: string
  language: Language
  connection: Connection = 'opening'
  paged: Paged | undefined
  receivedAt = 0
  sending: Sending | undefined
  /** The server's words when it did not take the answer and asking again does not show why. */
  refused: string | undefined
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #resend: ReturnType<typeof setTimeout> | undefined

  constructor(
    token: string,
    language: Language,
    readonly seams: Seams,
    readonly changed: () => void,
  ) {
    this.path = `/api/v1/escalation/${token}`
    this.language = language
    if (!token) this.connection = 'gone'
  }

  open(): void {
    if (this.connection !== 'gone') void this.#ask()
  }

  /** At once, not at the next turn: the phone is back, or the page is looked at again. */
  hurry(): void {
    if (this.connection === 'gone') return
    this.#failures = 0
    void this.#ask()
    if (this.sending?.stuck) void this.#send()
  }

  /** The one tap. Further taps while it is under way change nothing. */
  answer(answer: Answer, reason?: string): void {
    if (this.sending || !this.paged || stageOf(this.paged) !== 'ask') return
    this.refused = undefined
    this.sending = { answer, reason, key: newKey(), stuck: false }
    this.changed()
    void this.#send()
  }

  async #send(attempt = 0): Promise<void> {
    const sending = this.sending
    if (!sending) return
    clearTimeout(this.#resend)
    const { answer, reason, key } = sending
    try {
      const { body } = await this.seams.request<Paged>(this.path, {
        method: 'POST',
        body: reason === undefined ? { answer } : { answer, reason },
        idempotencyKey: key,
        timeoutMillis: TIMEOUT_MILLIS,
      })
      if (this.sending !== sending) return
      this.sending = undefined
      this.#take(body)
    } catch (error) {
      if (this.sending !== sending) return
      this.#sendFailed(error, sending, attempt)
    }
    this.changed()
  }

  #sendFailed(error: unknown, sending: Sending, attempt: number): void {
    const failure = error instanceof RequestFailed ? error : undefined
    if (failure?.status === 404) return this.#giveUp()
    if (!failure || failure.repeatable || failure.status === 429 || failure.status >= 500) {
      sending.stuck = true
      const pause = Math.min(RESEND_MILLIS * 2 ** attempt, SLOWEST_RESEND_MILLIS)
      const wait = Math.max(pause, (failure?.retryAfterSeconds ?? 0) * 1000)
      this.#resend = setTimeout(() => void this.#send(attempt + 1), wait)
      return
    }
    // Somebody was first, or nobody is asked any more: the view says who and what.
    this.sending = undefined
    const told = failure.code === 'already_answered' || failure.code === 'escalation_cancelled'
    this.refused = told ? undefined : failure.problem.detail
    void this.#ask()
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    let retryAfter = 0
    try {
      const { body } = await this.seams.request<Paged>(this.path, { timeoutMillis: TIMEOUT_MILLIS })
      this.#failures = 0
      this.#take(body)
    } catch (error) {
      if (error instanceof RequestFailed && error.status === 404) {
        this.#giveUp()
        this.changed()
        return
      }
      this.#failures++
      retryAfter = error instanceof RequestFailed ? (error.retryAfterSeconds ?? 0) : 0
      // One lost request is no news; two in a row are.
      if (this.#failures > 1 || !this.paged) this.connection = 'offline'
    }
    this.changed()
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#ask(), nextAsk(this.paged, this.#failures, retryAfter))
  }

  #take(paged: Paged): void {
    this.connection = 'fresh'
    if (this.paged && paged.seq < this.paged.seq) return
    this.paged = paged
    this.receivedAt = this.seams.now()
  }

  #giveUp(): void {
    this.connection = 'gone'
    this.sending = undefined
    clearTimeout(this.#timer)
    clearTimeout(this.#resend)
  }
}
