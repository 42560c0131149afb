import { beforeEach, describe, expect, it } from 'vitest'
import { type ShellSeams, forgetOldShells, isPart, openPage, openPart, renew } from './shell'

const html = (asset: string) =>
  `<script src="/assets/${asset}.js"></script><link href="/crew.webmanifest" /><a href="/api/v1/me">`

let kept: Map<string, Map<string, Response>>
let served: Map<string, string>
let fetched: string[]
let online: boolean
let seams: ShellSeams

const pathOf = (request: RequestInfo | URL) =>
  typeof request === 'string' ? request : new URL((request as Request).url).pathname
const shell = () => kept.get('crew-shell-1') ?? new Map<string, Response>()

beforeEach(() => {
  kept = new Map()
  served = new Map([
    ['/crew', html('one')],
    ['/assets/one.js', '1'],
    ['/assets/two.js', '2'],
    ['/crew.webmanifest', '{}'],
  ])
  fetched = []
  online = true
  const open = async (name: string) => {
    const entries = kept.get(name) ?? new Map<string, Response>()
    kept.set(name, entries)
    return {
      match: async (request: RequestInfo) => entries.get(pathOf(request))?.clone(),
      put: async (request: RequestInfo, response: Response) => void entries.set(pathOf(request), response),
      delete: async (request: RequestInfo) => entries.delete(pathOf(request)),
      keys: async () => [...entries.keys()].map((path) => ({ url: path })),
    } as unknown as Cache
  }
  seams = {
    caches: { open, keys: async () => [...kept.keys()], delete: async (name) => kept.delete(name) },
    fetch: async (request) => {
      const path = pathOf(request)
      if (!online) throw new TypeError('Failed to fetch')
      fetched.push(path)
      const body = served.get(path)
      return body === undefined ? new Response('', { status: 503 }) : new Response(body)
    },
    wait: () => new Promise(() => undefined),
  }
})

describe('the shell', () => {
  it('keeps the page and what it names, and opens without a network', async () => {
    await renew(seams)
    expect([...shell().keys()].sort()).toEqual(['/assets/one.js', '/crew', '/crew.webmanifest'])
    online = false
    expect(await (await openPage(seams)).text()).toContain('/assets/one.js')
    expect(await (await openPart(new Request('http://x/assets/one.js'), seams)).text()).toBe('1')
  })
  it('shows a new page at once and drops what the old one needed', async () => {
    await renew(seams)
    served.set('/crew', html('two'))
    expect(await (await openPage(seams)).text()).toContain('/assets/two.js')
    expect([...shell().keys()].sort()).toEqual(['/assets/two.js', '/crew', '/crew.webmanifest'])
    expect(fetched.filter((path) => path === '/crew.webmanifest')).toHaveLength(1)
  })
  it('keeps the old page whole when a part of the new one can not be had', async () => {
    await renew(seams)
    served.set('/crew', html('gone'))
    expect(await (await openPage(seams)).text()).toContain('/assets/one.js')
    expect(shell().has('/assets/one.js')).toBe(true)
  })
  it('shows the kept page while the server fails or does not answer', async () => {
    await renew(seams)
    served.delete('/crew')
    expect((await openPage(seams)).status).toBe(200)
    seams.fetch = () => new Promise(() => undefined)
    seams.wait = () => Promise.resolve()
    expect((await openPage(seams)).status).toBe(200)
  })
  it('shows the page as it is when nothing is kept and a part is missing', async () => {
    served.set('/crew', html('gone'))
    expect((await openPage(seams)).status).toBe(200)
  })
  it('forgets shells of earlier kinds and nothing else', async () => {
    for (const name of ['crew-shell-0', 'crew-shell-1', 'other']) await seams.caches.open(name)
    await forgetOldShells(seams)
    expect([...kept.keys()]).toEqual(['crew-shell-1', 'other'])
  })
  it('never holds an answer of the API, nor its own worker', () => {
    expect(['/assets/a.js', '/crew.webmanifest', '/crew-icon.svg'].every(isPart)).toBe(true)
    expect(['/api/v1/crew/unit', '/ws/crew', '/crew-sw.js', '/crew', '/l/token'].some(isPart)).toBe(false)
  })
})
