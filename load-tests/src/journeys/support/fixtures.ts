import {
  test as base,
  chromium,
  expect,
  type Browser,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test'
import { copyFileSync } from 'node:fs'
import { findBrowser } from './browser'
import { Product } from './product'
import { Watch } from './watch'

export interface Place {
  longitude: number
  latitude: number
  /** Metres. */
  accuracy?: number
}

const DESK = { viewport: { width: 1920, height: 1080 } }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

interface Fixtures {
  /** Opens a screen of somebody with a browser of their own: 1920 × 1080. */
  desk: (name: string) => Promise<Page>
  /** Opens a phone, 390 × 844; with a place it may be located, without one the person refuses. */
  phone: (name: string, place?: Place) => Promise<Page>
  /** Starts a product for this journey alone. */
  ownProduct: (options?: Record<string, string>) => Promise<Product>
  open: (name: string, options: BrowserContextOptions) => Promise<Page>
}

interface WorkerFixtures {
  browserAtHand: Browser
  /** The one that journeys share: each works on incidents and units of its own. */
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
  ownProduct: async ({}, use, testInfo) => {
    const started: Product[] = []
    await use(async (options) => {
      const product = await Product.demo(options)
      started.push(product)
      return product
    })
    for (const product of started) {
      if (testInfo.status !== testInfo.expectedStatus)
        copyFileSync(product.log, testInfo.outputPath('product.log'))
      await product.dispose()
    }
  },
  open: async ({ browserAtHand }, use, testInfo) => {
    const watch = new Watch()
    const pages = new Map<string, Page>()
    await use(async (name, options) => {
      const context = await browserAtHand.newContext({
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        ...options,
      })
      context.setDefaultTimeout(15_000)
      const page = await context.newPage()
      watch.on(name, page)
      pages.set(name, page)
      return page
    })
    const failed = testInfo.status !== testInfo.expectedStatus || watch.faults.length > 0
    for (const [name, page] of pages) {
      if (failed) await page.screenshot({ path: testInfo.outputPath(`${name}.png`) }).catch(() => undefined)
      await page.context().close()
    }
    expect(watch.faults, 'faults of the pages').toEqual([])
  },
  desk: async ({ open }, use) => {
    await use((name) => open(name, DESK))
  },
  phone: async ({ open }, use) => {
    await use((name, place) =>
      open(name, { ...PHONE, ...(place && { geolocation: place, permissions: ['geolocation'] }) }),
    )
  },
})

export { expect }
