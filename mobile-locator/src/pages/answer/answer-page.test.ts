import { RequestFailed, type RequestOptions } from '@dispatch120/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AnswerPage } from './page'
import html from '../answer.html?raw'
import type { Paged } from './paged'
import { NOW, paged } from './samples.test-support'
import { createAnswerView } from './view'

type Call = { path: string; options: RequestOptions }

function failure(status: number, code: string, detail = code): RequestFailed {
  return new RequestFailed({ type: 'x', title: 'x', status, detail, code })
}

/** The page in front of a server that answers what `answers` says, GET and POST alike. */
function openPage(first: Paged) {
  document.body.innerHTML = /<body>([\s\S]*)<\/body>/.exec(html)?.[1] ?? ''
  const calls: Call[] = []
  const server = { get: () => first, post: () => first } as { get: () => Paged; post: () => Paged }
  const page = new AnswerPage(
    't0ken',
    'zh-CN',
    {
      now: () => Date.now(),
      request: async <T>(path: string, options: RequestOptions = {}) => {
        calls.push({ path, options })
        const body = (options.method === 'POST' ? server.post() : server.get()) as T
        return Promise.resolve({ status: 200, body, headers: new Headers() })
      },
    },
    () => view.update(),
  )
  const view = createAnswerView(page, document)
  view.update()
  page.open()
  const posts = () => calls.filter((call) => call.options.method === 'POST')
  return { page, view, server, calls, posts }
}

const settle = () => vi.advanceTimersByTimeAsync(0)
const read = () =>
  document.getElementById('main')?.innerText ?? document.getElementById('main')?.textContent ?? ''
const shown = (label: string) =>
  [...document.querySelectorAll('button')].find(
    (node) => node.textContent === label && !node.closest('[hidden]'),
  )
const tap = (label: string) => {
  const node = shown(label)
  if (!node) throw new Error(`no button ${label}`)
  node.click()
}

describe('the answer page', () => {
  beforeEach(() => vi.useFakeTimers({ now: NOW }))
  afterEach(() => vi.useRealTimers())

  it('says what comes, when and where, and posts nothing before a tap', async () => {
    const { posts } = openPage(paged())
    await settle()
    expect(read()).toContain('STEMI · 约 12 分钟到 · 湘雅三医院')
    expect(read()).toContain('男 · 61 岁')
    expect(read()).toContain('20:00')
    expect(read()).toContain('128/80')
    expect(document.getElementById('actions')?.textContent).toContain('请在 0:40 内答复')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(posts()).toEqual([])
  })

  it('accepts by one tap and shows the result at once', async () => {
    const { server, posts } = openPage(paged())
    await settle()
    server.post = () =>
      paged({
        state: 'accepted',
        answer: 'accepted',
        answeredBy: '介入值班医师',
        answeredHere: true,
        seq: 11,
      })
    tap('接收')
    tap('接收')
    await settle()
    expect(posts()).toHaveLength(1)
    expect(posts()[0]?.options.body).toEqual({ answer: 'accepted' })
    expect(posts()[0]?.options.idempotencyKey).toMatch(/^[0-9a-f-]{36}$/)
    expect(read()).toContain('您已接收')
    expect(shown('接收')).toBeUndefined()
  })

  it('declines with a reason from the list, or a typed one that a refresh does not lose', async () => {
    const { server, posts } = openPage(paged())
    await settle()
    tap('无法接收')
    const typed = document.querySelector('input') as HTMLInputElement
    typed.value = ' 台上有手术 '
    await vi.advanceTimersByTimeAsync(10_000)
    expect((document.querySelector('input') as HTMLInputElement).value).toBe(' 台上有手术 ')
    expect(shown('导管室占用')).toBeDefined()
    server.post = () => paged({ state: 'refused', answer: 'cannot_accept', answeredHere: true, seq: 11 })
    tap('确认无法接收')
    await settle()
    expect(posts()[0]?.options.body).toEqual({ answer: 'cannot_accept', reason: '台上有手术' })
    expect(read()).toContain('您已答复无法接收')
  })

  it('says who was first, when and what', async () => {
    const { server, posts } = openPage(paged())
    await settle()
    server.post = () => {
      throw failure(409, 'already_answered')
    }
    server.get = () =>
      paged({
        state: 'accepted',
        answer: 'accepted',
        answeredBy: '导管室',
        answeredAt: '2026-11-22T05:59:58Z',
        answeredHere: false,
        seq: 11,
      })
    tap('接收')
    await settle()
    expect(posts()).toHaveLength(1)
    expect(read()).toMatch(/导管室 已于 \d\d:\d\d 先答复:已接收/)
    expect(shown('接收')).toBeUndefined()
  })

  it('sends the same answer under the same key until it is known what became of it', async () => {
    const { server, posts } = openPage(paged())
    await settle()
    server.post = () => {
      throw failure(0, 'unreachable')
    }
    tap('接收')
    await settle()
    expect(document.getElementById('actions')?.textContent).toContain('正在重试')
    await vi.advanceTimersByTimeAsync(2_000)
    server.post = () => paged({ state: 'accepted', answer: 'accepted', answeredHere: true, seq: 11 })
    await vi.advanceTimersByTimeAsync(4_000)
    expect(posts().length).toBe(3)
    expect(new Set(posts().map((post) => post.options.idempotencyKey)).size).toBe(1)
    expect(read()).toContain('您已接收')
  })

  it('tells when it is offline and when what it shows is fresh again', async () => {
    const { page, server } = openPage(paged())
    await settle()
    server.get = () => {
      throw failure(0, 'unreachable')
    }
    await vi.advanceTimersByTimeAsync(3_000)
    expect(page.connection).toBe('fresh')
    await vi.advanceTimersByTimeAsync(6_000)
    expect(page.connection).toBe('offline')
    expect(document.querySelector('main .warn:not([hidden])')?.textContent).toContain('网络不好')
    server.get = () => paged({ seq: 12 })
    page.hurry()
    await settle()
    expect(page.connection).toBe('fresh')
  })

  it('shows nothing of an old link and asks no more', async () => {
    const { server, calls } = openPage(paged())
    server.get = () => {
      throw failure(404, 'not_found')
    }
    await settle()
    await vi.advanceTimersByTimeAsync(3_000)
    const asked = calls.length
    expect(read()).toContain('这个链接已经不能用了')
    await vi.advanceTimersByTimeAsync(120_000)
    expect(calls.length).toBe(asked)
  })

  it('shows that nobody is asked any more', async () => {
    openPage(paged({ state: 'cancelled', diagnosis: undefined, vitals: undefined, intervals: [] }))
    await settle()
    expect(read()).toContain('不需要答复了')
    expect(shown('接收')).toBeUndefined()
  })

  it('shows pictures at once and keeps them while it refreshes', async () => {
    const ecg = {
      id: 'e1',
      format: 'image',
      contentType: 'image/png',
      receivedAt: '2026-11-22T05:50:00Z',
    } as const
    openPage(paged({ ecgs: [ecg] }))
    await settle()
    const picture = document.querySelector('img')
    expect(picture?.getAttribute('src')).toBe('/api/v1/escalation/t0ken/ecgs/e1/content')
    await vi.advanceTimersByTimeAsync(3_000)
    expect(document.querySelector('img')).toBe(picture)
  })

  it('draws the newest waveform without a tap, and only that one', async () => {
    const asked: string[] = []
    vi.stubGlobal('fetch', async (address: string) => {
      asked.push(address)
      return Response.error()
    })
    const ecg = { format: 'aecg', contentType: 'application/octet-stream' } as const
    openPage(
      paged({
        ecgs: [
          { ...ecg, id: 'e1', receivedAt: '2026-11-22T05:40:00Z' },
          { ...ecg, id: 'e2', receivedAt: '2026-11-22T05:50:00Z' },
        ],
      }),
    )
    await vi.waitFor(() => expect(asked).toEqual(['/api/v1/escalation/t0ken/ecgs/e2/waveform']))
    vi.unstubAllGlobals()
  })

  it('speaks English', async () => {
    openPage(paged())
    await settle()
    document.getElementById('language')?.click()
    expect(document.documentElement.lang).toBe('en')
    expect(read()).toContain('here in about 12 min')
    expect(shown('Accept')).toBeDefined()
  })
})
