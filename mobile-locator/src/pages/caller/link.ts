import {
  type Live,
  type LiveOptions,
  type OtherFrame,
  RequestFailed,
  followPage,
  openLive,
  request,
} from '@dispatch120/client'
import type { ApproachingUnit, Locator } from './locator'

/** `unreached` no answer yet, tried again · `open` the server knows it · `gone` it does not, or no longer. */
export type LinkState = 'opening' | 'unreached' | 'open' | 'gone'

export interface LinkHandlers {
  /** The whole view, never older than the one before. */
  onLocator(locator: Locator): void
  onApproach(units: ApproachingUnit[]): void
  /** `fresh`: what is shown is what the server knows. */
  onState(state: LinkState, fresh: boolean): void
}

interface After {
  locator: Locator
}

export interface LinkSeams {
  openLive(options: LiveOptions<Locator, After>): Live
  followPage(live: Live): void
}

export interface Link {
  readonly path: string
  /** Takes what a request of ours was answered with. */
  take(locator: Locator): void
  /** Server time minus this phone's clock, as far as known. */
  readonly serverOffsetMillis: number
  /** The server answered 404 to something else: the link is gone. */
  giveUp(): void
  close(): void
}

const ASK_AGAIN_MILLIS = 5_000

/**
 * Follows one link: asks once, then listens. While the socket does not work, as behind some proxies, it asks every
 * few seconds instead.
 */
export function followLink(
  token: string,
  handlers: LinkHandlers,
  seams: LinkSeams = { openLive, followPage: (live) => void followPage(live) },
): Link {
  const path = `/api/v1/locator/${token}`
  let state: LinkState = 'opening'
  let fresh = false
  let newest: Locator | undefined
  let live: Live | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function become(nextState: LinkState, nextFresh: boolean): void {
    if (state === nextState && fresh === nextFresh) return
    state = nextState
    fresh = nextFresh
    handlers.onState(state, fresh)
  }

  function take(locator: Locator): void {
    if (state === 'gone' || (newest && locator.seq < newest.seq)) return
    newest = locator
    handlers.onLocator(locator)
  }

  function giveUp(): void {
    close()
    become('gone', false)
  }

  function close(): void {
    clearTimeout(timer)
    timer = undefined
    live?.close()
  }

  /** False when the link is gone. */
  async function ask(): Promise<boolean> {
    try {
      const { body } = await request<Locator>(path)
      take(body)
      return true
    } catch (error) {
      if (error instanceof RequestFailed && error.status === 404) return false
      throw error
    }
  }

  async function askAndListen(): Promise<void> {
    timer = undefined
    if (state === 'gone') return
    try {
      if (!(await ask())) return giveUp()
      become('open', true)
      live ??= listen()
      if (live.status.phase === 'live') return
    } catch (error) {
      become(state === 'open' ? 'open' : 'unreached', false)
      const seconds = error instanceof RequestFailed ? (error.retryAfterSeconds ?? 0) : 0
      return askLater(Math.max(seconds * 1000, ASK_AGAIN_MILLIS))
    }
    askLater(ASK_AGAIN_MILLIS)
  }

  function askLater(millis: number): void {
    timer ??= setTimeout(() => void askAndListen(), millis)
  }

  function listen(): Live {
    const opened = seams.openLive({
      path: `/ws/caller/${token}`,
      onSnapshot: take,
      onEvent: (frame) => take(frame.locator),
      onOther: (frame) => takeOther(frame),
      checkSession: ask,
      onStatus: ({ phase }) => {
        if (phase === 'signed_out' || phase === 'refused') return giveUp()
        if (phase === 'live') become('open', true)
        if (phase === 'lost' || phase === 'quiet') {
          become(state, false)
          askLater(ASK_AGAIN_MILLIS)
        }
      },
    })
    seams.followPage(opened)
    return opened
  }

  function takeOther(frame: OtherFrame): void {
    if (frame.type === 'approach' && Array.isArray(frame.units))
      handlers.onApproach(frame.units as ApproachingUnit[])
  }

  void askAndListen()
  return {
    path,
    take,
    giveUp,
    close,
    get serverOffsetMillis() {
      return live?.status.serverOffsetMillis ?? 0
    },
  }
}
