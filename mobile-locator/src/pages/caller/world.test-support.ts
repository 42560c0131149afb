import type { Live, LiveOptions, RequestOptions } from '@dispatch120/client'
import { RequestFailed } from '@dispatch120/client'
import { vi } from 'vitest'
import html from '../caller.html?raw'
import { type LinkSeams, followLink } from './link'
import type { Locator } from './locator'
import { CallerPage } from './page'
import type { PhoneKind } from './phone'
import { createCallerView } from './view/caller-view'

export const locator = (more: Partial<Locator> = {}): Locator => ({
  status: 'waiting',
  callerWithPatient: 'unknown',
  units: [],
  reassigned: false,
  aeds: [],
  instructions: [],
  messages: [],
  expiresAt: '2026-11-23T06:00:00Z',
  seq: 1,
  ...more,
})

export const refusal = (status: number) =>
  new RequestFailed({ type: '', title: '', status, detail: '', code: status === 0 ? 'unreachable' : 'x' })

type Take = LiveOptions<Locator, { locator: Locator }>

/** A phone with a link, and a server that the test speaks for. */
export function openWorld({
  language = 'zh-CN' as 'zh-CN' | 'en',
  geolocation = true,
  phone = 'ios' as PhoneKind,
} = {}) {
  // The body only: the head would fetch.
  document.body.innerHTML = /<body>([^]*)<\/body>/.exec(html)?.[1] ?? ''
  const posts: { path: string; body: unknown; key: string | undefined }[] = []
  let answers: () => Locator = () => locator()
  let stream: Take | undefined
  let take: PositionCallback | undefined
  let fail: PositionErrorCallback | null | undefined
  let watched = 0

  vi.stubGlobal('fetch', async (path: string, options: RequestInit & RequestOptions = {}) => {
    if (options.method === 'POST') {
      const key = new Headers(options.headers).get('Idempotency-Key') ?? undefined
      posts.push({ path, body: JSON.parse(String(options.body)), key })
    }
    let answer: Locator
    try {
      answer = answers()
    } catch (error) {
      const status = (error as RequestFailed).status
      if (status === 0) throw new TypeError('Failed to fetch', { cause: error })
      return new Response('{}', { status })
    }
    return new Response(JSON.stringify(answer), { status: 200 })
  })

  const live = {
    seq: 1,
    status: { phase: 'live', storage: 'available', serverOffsetMillis: 0 },
    close: () => undefined,
  } as unknown as Live
  const seams: LinkSeams = {
    openLive: (options) => {
      stream = options
      return live
    },
    followPage: () => undefined,
  }
  const phoneLocation = {
    watchPosition: (onFix: PositionCallback, onFail?: PositionErrorCallback | null) => {
      watched++
      take = onFix
      fail = onFail
      return watched
    },
    clearWatch: () => (take = undefined),
    getCurrentPosition: () => undefined,
  } as unknown as Geolocation

  const page = new CallerPage('t0ken', language, geolocation ? phoneLocation : undefined, () => view.update())
  const view = createCallerView(page, document, phone)
  view.update()
  return {
    page,
    posts,
    open: () => page.open((token, handlers) => followLink(token, handlers, seams)),
    /** What the server answers from now on: a view, or a refusal that is thrown. */
    answer: (next: () => Locator) => (answers = next),
    live: () => {
      if (!stream) throw new Error('There is no socket yet.')
      return stream
    },
    isWatched: () => take !== undefined,
    fix: (accuracy: number, more: { longitude?: number } = {}) =>
      take?.({
        coords: { longitude: 112.93, latitude: 28.2, accuracy, ...more },
        timestamp: Date.now(),
      } as GeolocationPosition),
    noFix: (code: number) =>
      fail?.({
        code,
        message: '',
        PERMISSION_DENIED: 1,
        POSITION_UNAVAILABLE: 2,
        TIMEOUT: 3,
      } as GeolocationPositionError),
    /** What a person reads: hidden parts left out. */
    read: () => visibleText(document.body),
    tap: (words: string) => {
      const found = [...document.querySelectorAll<HTMLElement>('button, a')].find(
        (node) => node.textContent === words && !node.closest('[hidden]'),
      )
      if (!found) throw new Error(`There is nothing to tap that says ${words}: ${visibleText(document.body)}`)
      found.click()
    },
  }
}

function visibleText(node: Element): string {
  const parts: string[] = []
  for (const child of node.childNodes) {
    if (child instanceof HTMLElement) {
      if (!child.hidden && !/^(NOSCRIPT|SCRIPT)$/.test(child.tagName)) parts.push(visibleText(child))
    } else if (child.nodeType === Node.TEXT_NODE) {
      parts.push((child.textContent ?? '').trim())
    }
  }
  return parts.filter((part) => part !== '').join(' ')
}
