import type { Page } from '@playwright/test'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from './fixtures'
import { withFewColours } from './picture'
import { ROOT } from './process'

const FOLDER = join(ROOT, 'docs/screenshots')
const LARGEST_BYTES = 400_000

/** Pictures are taken only when somebody asks for them. */
export const WANTED = process.env['UPDATE_SCREENSHOTS'] === '1'

export async function take(page: Page, name: string): Promise<void> {
  let drawn: Buffer = Buffer.alloc(0)
  // A browser that draws in software refuses now and then while it is busy.
  await expect(async () => {
    drawn = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  }).toPass()
  const picture = await withFewColours(page, drawn)
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(join(FOLDER, `${name}.png`), picture)
  expect.soft(picture.length, `bytes of ${name}.png`).toBeLessThan(LARGEST_BYTES)
}

/** Everything the map shows has come, in the colours of now. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() =>
    (window as { d120Map?: { whenPainted(): Promise<number> } }).d120Map?.whenPainted(),
  )
}
