import type { Page } from '@playwright/test'

/** What the browser itself reports of refused and failed requests: the pages show those to people. */
const OF_THE_NETWORK = /Failed to load resource|WebSocket connection to|net::ERR_/

/**
 * Watches pages. A script error, an error on the console (which is also how the browser tells that a policy blocked
 * something), a dialog, a request to anywhere else and a page that lacks a file of its own are faults.
 */
export class Watch {
  readonly faults: string[] = []

  on(name: string, page: Page): void {
    const note = (fault: string) => this.faults.push(`${name} at ${page.url()}: ${fault}`)
    page.on('pageerror', (error) => note(error.stack ?? error.message))
    page.on('crash', () => note('crashed'))
    page.on('dialog', (dialog) => {
      note(`dialog ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('console', (message) => {
      if (message.type() === 'error' && !OF_THE_NETWORK.test(message.text())) note(message.text())
    })
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url())
      if (!['data:', 'blob:'].includes(protocol) && hostname !== '127.0.0.1') note(`asks ${request.url()}`)
    })
    page.on('response', (response) => {
      const { pathname } = new URL(response.url())
      const ofItsOwn = !pathname.startsWith('/api/') && !pathname.startsWith('/l/')
      // 503 is how a server that is starting or stopping says so.
      const broken = response.status() >= 500 && response.status() !== 503
      if (broken || (ofItsOwn && response.status() === 404)) note(`${response.status()} for ${pathname}`)
    })
  }
}
