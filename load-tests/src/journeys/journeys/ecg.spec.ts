import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { serveClientPage, type ClientPage } from '../support/client-page'
import { expect, test } from '../support/fixtures'

/*
 * The ECG viewer by itself, under the product's own content security policy: the watch over pages fails on anything
 * that the policy blocks and on any request to elsewhere.
 */
let client: ClientPage
test.beforeAll(async () => {
  client = await serveClientPage()
})
test.afterAll(() => client.close())

async function open(page: Page, query: string): Promise<void> {
  await page.goto(`${client.url}?language=en&${query}`)
  await expect(page.locator('body')).toHaveAttribute('data-ready', /true|false/)
}

/** How much of the canvas is not the colour of its upper left corner. */
function inkOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const canvas = document.querySelector('canvas')
    const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    let ink = 0
    for (let at = 0; at < data.length; at += 4) if (data[at] !== data[0] || data[at + 1] !== data[1]) ink++
    return ink / (data.length / 4)
  })
}

/** Pixels; they stay on the paper and so tell its zoom. */
async function timeLinesApart(page: Page): Promise<number> {
  const boxes = await Promise.all(
    ['First', 'Second'].map((which) =>
      page.getByRole('slider', { name: `${which} time line` }).boundingBox(),
    ),
  )
  return (boxes[1]?.x ?? NaN) - (boxes[0]?.x ?? NaN)
}

/** Two fingers around the middle of the two time lines, where no line is under them. */
async function pinch(page: Page, factor: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) => {
    const points = [195, 195].map((x, id) => ({ x, y: 640 + (id === 0 ? -apart : apart) / 2, id }))
    return devtools.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : points })
  }
  await touch('touchStart', 50)
  for (let step = 1; step <= 10; step++) await touch('touchMove', 50 + (50 * (factor - 1) * step) / 10)
  await touch('touchEnd', 0)
}

test('a cardiologist measures with the keyboard alone', async ({ desk }) => {
  const page = await desk('cardiologist')
  await open(page, 'layout=3x4')
  await page.getByRole('application', { name: 'ECG' }).focus()
  await page.keyboard.press('1')
  await page.keyboard.press('c')
  const [first, second] = [
    page.getByRole('slider', { name: 'First time line' }),
    page.getByRole('slider', { name: 'Second time line' }),
  ]
  await first.focus()
  const at = async () => Number(await first.getAttribute('aria-valuenow'))
  const before = await at()
  for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  expect((await at()) - before).toBeCloseTo(2, 5)
  const apart = Number(await second.getAttribute('aria-valuenow')) - (await at())
  await expect(second).toHaveAttribute(
    'aria-valuetext',
    new RegExp(`^Δt ${Math.round(apart * 40)}`.slice(0, -1)),
  )
  await page.getByLabel('Speed').selectOption('50 mm/s')
  await expect(page.getByRole('slider')).toHaveCount(4)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
})

test('a doctor at home reads, pinches and measures on a phone', async ({ phone }) => {
  const page = await phone('doctor')
  await open(page, '')
  await expect(page.getByLabel('Layout')).toHaveValue('12x1')
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(390)
  await page.getByRole('button', { name: 'Calipers' }).tap()
  const apart = await timeLinesApart(page)
  await pinch(page, 2)
  await expect.poll(() => timeLinesApart(page)).toBeCloseTo(apart * 2, 0)
  const line = page.getByRole('slider', { name: 'Second voltage line' })
  const box = await line.boundingBox()
  expect(box?.height).toBeGreaterThanOrEqual(44)
  const before = await line.getAttribute('aria-valuenow')
  await page.mouse.move(200, (box?.y ?? 0) + 22)
  await page.mouse.down()
  await page.mouse.move(200, (box?.y ?? 0) + 62)
  await page.mouse.up()
  expect(Number(await line.getAttribute('aria-valuenow'))).toBeGreaterThan(Number(before) + 5)
})

test('a picture turns, a document opens in its own worker, a broken one says so', async ({ desk }) => {
  const page = await desk('cardiologist')
  await open(page, 'kind=image')
  const upright = await inkOf(page)
  await page.getByRole('button', { name: 'Turn 90°' }).click()
  await expect.poll(() => inkOf(page)).toBeLessThan(upright)
  await open(page, 'kind=pdf')
  await expect.poll(() => inkOf(page)).toBeGreaterThan(0.1)
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await open(page, 'kind=broken')
  await expect(page.getByRole('status')).toContainText('cannot be shown')
})

test('two ECGs move together until they are told not to', async ({ desk }) => {
  const page = await desk('cardiologist')
  await open(page, 'kind=compare')
  const places = page.locator('.ecg-place')
  const layouts = page.getByLabel('Layout')
  await layouts.first().selectOption('6x2')
  await expect(layouts.last()).toHaveValue('6x2')
  await page.getByLabel('Move together').uncheck()
  await layouts.first().selectOption('12x1')
  await expect(layouts.last()).toHaveValue('6x2')
  const tops = async () => (await places.all()).map(async (place) => (await place.boundingBox())?.y)
  const [one, other] = await Promise.all(await tops())
  expect(one).toBe(other)
  await page.setViewportSize({ width: 800, height: 900 })
  await expect(page.locator('.ecg-stacked')).toBeVisible()
})
