import type { LiveSeams } from './live'

/** The browser's own. A path becomes an address of this page's host: older browsers take no relative one. */
export const browserSeams: LiveSeams = {
  createSocket: (path) => new WebSocket(new URL(path, location.href.replace(/^http/, 'ws'))),
  monotonicMillis: () => performance.now(),
  wallMillis: () => Date.now(),
  random: () => Math.random(),
  setTimer: (callback, millis) => window.setTimeout(callback, millis),
  clearTimer: (timer) => window.clearTimeout(timer),
}
