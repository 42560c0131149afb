/**
 * Keeps the crew page's shell, so that it opens without a network. What it shows comes from the device's own store
 * and the socket; nothing of `/api` or `/ws` is ever kept here.
 */
import { PAGE, type ShellSeams, forgetOldShells, isPart, openPage, openPart, renew } from './device/shell'

const worker = self as unknown as ServiceWorkerGlobalScope
const seams: ShellSeams = {
  caches: worker.caches,
  fetch: (request, init) => worker.fetch(request, init),
  wait: (millis) => new Promise((resolve) => setTimeout(resolve, millis)),
}

worker.addEventListener('install', (event) => {
  event.waitUntil(renew(seams).then(() => worker.skipWaiting()))
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOldShells(seams).then(() => worker.clients.claim()))
})

worker.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== worker.location.origin) return
  if (mode === 'navigate' && pathname === PAGE) event.respondWith(openPage(seams))
  else if (isPart(pathname)) event.respondWith(openPart(event.request, seams))
})
