/**
 * Keeps the crew page's shell, so that it opens without a network. What it shows comes from the device's own store
 * and the socket; nothing of `/api` or `/ws` is ever kept here.
 */
const worker = self as unknown as ServiceWorkerGlobalScope
const PAGE = '/crew'
const SHELL = 'crew-shell-1'
/** A network that hangs is no network: the kept page comes instead. */
const PATIENCE_MILLIS = 3_000

worker.addEventListener('install', (event) => {
  event.waitUntil(renew().then(() => worker.skipWaiting()))
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOldShells().then(() => worker.clients.claim()))
})

worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (event.request.method !== 'GET' || url.origin !== worker.location.origin) return
  if (event.request.mode === 'navigate' && url.pathname === PAGE) event.respondWith(page())
  else if (/^\/(assets\/|crew[-.])/.test(url.pathname)) event.respondWith(part(event.request))
})

async function page(): Promise<Response> {
  const kept = await (await caches.open(SHELL)).match(PAGE)
  const fresh = renew()
  if (!kept) return fresh
  const tooLong = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE_MILLIS))
  return Promise.race([fresh.catch(() => kept), tooLong])
}

async function part(request: Request): Promise<Response> {
  return (await (await caches.open(SHELL)).match(request)) ?? fetch(request)
}

/** A new page is kept only together with everything it names, and then what it does not name is dropped. */
async function renew(): Promise<Response> {
  const answer = await fetch(PAGE, { cache: 'no-cache' })
  if (!answer.ok) return answer
  const shell = await caches.open(SHELL)
  const html = await answer.clone().text()
  const names = [...html.matchAll(/(?:src|href)="(\/(?:assets\/|crew[-.])[^"]+)"/g)].map(
    (found) => found[1] ?? '',
  )
  for (const name of new Set(names)) if (!(await shell.match(name))) await shell.add(name)
  await shell.put(PAGE, answer.clone())
  const used = new Set([PAGE, ...names])
  for (const request of await shell.keys())
    if (!used.has(new URL(request.url).pathname)) await shell.delete(request)
  return answer
}

async function forgetOldShells(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith('crew-shell-') && name !== SHELL) await caches.delete(name)
}

export {}
