import './style/base.css'
import './style/screen.css'
import './style/button.css'
import './style/sheet.css'
import './style/sign-on.css'
import './style/pathway.css'
import './style/findings.css'
import './style/ecg.css'
import { CrewApp } from './app'
import { openStore } from './device/store'
import { useKeptLanguage } from './text'
import { page, rootElement } from './view/page'

/** Running times and ages are brought up to date this often. */
const TICK_MILLIS = 500

async function start(): Promise<void> {
  useKeptLanguage()
  let refresh: () => void = () => undefined
  let asked = false
  const app = new CrewApp(await openStore(), () => {
    if (asked) return
    asked = true
    queueMicrotask(() => {
      asked = false
      refresh()
    })
  })
  // After a reload any tap gives the sound back.
  document.addEventListener('pointerdown', () => {
    if (app.crew) app.siren.unlock()
  })
  document.addEventListener('visibilitychange', () => refresh())
  await app.resume().catch((error: unknown) => globalThis.reportError?.(error))
  refresh = page(app, rootElement()).refresh
  refresh()
  window.setInterval(() => {
    app.shift?.duty.tidy()
    refresh()
  }, TICK_MILLIS)
  if ('serviceWorker' in navigator && import.meta.env.PROD)
    await navigator.serviceWorker.register('/crew-sw.js', { scope: '/crew' })
}

void start()
