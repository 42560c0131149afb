/** The page's own address; with everything it names it is the shell. Only the worker imports this: it must stay one file. */
export const PAGE = '/crew'
const SHELL = 'crew-shell-1'
/** A network that hangs is no network: the kept page comes instead. */
const PATIENCE_MILLIS = 3_000

/** What a service worker has around it; handed in by tests. */
export interface ShellSeams {
  caches: Pick<CacheStorage, 'open' | 'keys' | 'delete'>
  fetch(request: RequestInfo, init?: RequestInit): Promise<Response>
  wait(millis: number): Promise<void>
}

/** Belongs to the shell: built files with a name of their own, manifest and icons. Nothing of `/api` or `/ws`. */
export function isPart(path: string): boolean {
  return /^\/(assets\/|crew[-.])/.test(path) && path !== '/crew-sw.js'
}

/** The newest page when it comes in time, else the kept one. */
export async function openPage(seams: ShellSeams): Promise<Response> {
  const kept = await (await seams.caches.open(SHELL)).match(PAGE)
  const fresh = renew(seams)
  if (!kept) return fresh.catch(() => seams.fetch(PAGE))
  const good = fresh.then(
    (answer) => (answer.ok ? answer : kept),
    () => kept,
  )
  return Promise.race([good, seams.wait(PATIENCE_MILLIS).then(() => kept)])
}

export async function openPart(request: Request, seams: ShellSeams): Promise<Response> {
  return (await (await seams.caches.open(SHELL)).match(request)) ?? seams.fetch(request)
}

/**
 * Fetches the page. A new one is kept only together with everything it names; then what it does not name is dropped.
 * Rejects, and keeps what there was, when any of it can not be had.
 */
export async function renew(seams: ShellSeams): Promise<Response> {
  const answer = await seams.fetch(PAGE, { cache: 'no-cache' })
  if (!answer.ok) return answer
  const shell = await seams.caches.open(SHELL)
  const html = await answer.clone().text()
  const named = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((found) => found[1] ?? '')
  const parts = new Set(named.filter(isPart))
  for (const part of parts) {
    if (await shell.match(part)) continue
    const got = await seams.fetch(part)
    if (!got.ok) throw new Error(`${part}: ${got.status}`)
    await shell.put(part, got)
  }
  await shell.put(PAGE, answer.clone())
  for (const { url } of await shell.keys()) {
    const path = new URL(url, 'http://shell').pathname
    if (path !== PAGE && !parts.has(path)) await shell.delete(path)
  }
  return answer
}

/** Shells of earlier kinds. */
export async function forgetOldShells(seams: ShellSeams): Promise<void> {
  for (const name of await seams.caches.keys())
    if (name.startsWith('crew-shell-') && name !== SHELL) await seams.caches.delete(name)
}
