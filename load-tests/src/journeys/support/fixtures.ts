import {
  test as base,
  chromium,
  expect,
  type Browser,
  type BrowserContext,
  type Page,
} from '@playwright/test'
import { findBrowser } from './browser'
import { Product } from './product'

/** Watches pages: an error, a blocked resource or a dialog in any of them fails the journey. */
export class Watch {
  private readonly faults: string[] = []
  private paused = false

  on(page: Page): void {
    page.on('pageerror', (error) => this.note(`${page.url()}: ${error.message}`))
    page.on('dialog', (dialog) => {
      this.note(`${page.url()}: dialog ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('console', (message) => {
      // The browser itself reports every refused or failed request; the pages show those to people.
      if (
        message.type() === 'error' &&
        !/Failed to load resource|WebSocket connection to/.test(message.text())
      ) {
        this.note(`${page.url()}: ${message.text()}`)
      }
    })
  }

  private note(fault: string): void {
    if (!this.paused) this.faults.push(fault)
  }

  check(): void {
    expect(this.faults, 'errors, blocked resources and dialogs of the pages').toEqual([])
  }
}

export interface Phone {
  context: BrowserContext
  page: Page
}

interface Fixtures {
  watch: Watch
  /** A 1920 × 1080 screen of a dispatcher. */
  desk: Page
  /** Opens a phone, 390 × 844, that is at a place. */
  phone: (place?: { longitude: number; latitude: number; accuracy?: number }) => Promise<Phone>
}

interface WorkerFixtures {
  browserAtHand: Browser
  product: Product
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  browserAtHand: [
    async ({}, use) => {
      const found = await findBrowser()
      const browser = await chromium.launch({ ...found, headless: true })
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  product: [
    async ({}, use) => {
      const product = await Product.demo()
      await use(product)
      await product.dispose()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  watch: async ({}, use) => {
    const watch = new Watch()
    await use(watch)
    watch.check()
  },
  desk: async ({ browserAtHand, watch }, use) => {
    const context = await browserAtHand.newContext({
      viewport: { width: 1920, height: 1080 },
      locale: 'zh-CN',
    })
    const page = await context.newPage()
    watch.on(page)
    await use(page)
    await context.close()
  },
  phone: async ({ browserAtHand, watch }, use) => {
    const opened: BrowserContext[] = []
    await use(async (place) => {
      const context = await browserAtHand.newContext({
        viewport: { width: 390, height: 844 },
        locale: 'zh-CN',
        hasTouch: true,
        isMobile: true,
        ...(place && { geolocation: place, permissions: ['geolocation'] }),
      })
      opened.push(context)
      const page = await context.newPage()
      watch.on(page)
      return { context, page }
    })
    await Promise.all(opened.map((context) => context.close()))
  },
})

export { expect }
