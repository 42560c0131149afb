import { expect, type Locator, type Page } from '@playwright/test'
import type { Place } from './fixtures'

/** Somebody who has called 120 and opens the link that came as a text. */
export class Caller {
  constructor(readonly page: Page) {}

  async open(link: string): Promise<void> {
    await this.page.goto(link)
    await expect(this.shareButton).toBeVisible()
  }

  get shareButton(): Locator {
    return this.page.getByRole('button', { name: '共享我的位置' })
  }

  async share(): Promise<void> {
    await this.shareButton.click()
  }

  async improve(place: Place): Promise<void> {
    await this.page.context().setGeolocation(place)
  }

  async say(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: '写一句话' }).fill(text)
    await this.page.getByRole('button', { name: '发送', exact: true }).click()
    await expect(this.thread.getByText(text)).toBeVisible()
  }

  get thread(): Locator {
    return this.page.getByRole('log')
  }
}
