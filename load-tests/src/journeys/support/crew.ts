import { expect, type Locator, type Page } from '@playwright/test'
import type { Place } from './fixtures'
import type { Product } from './product'

/** The crew of a unit, on its phone. */
export class Crew {
  constructor(
    readonly page: Page,
    readonly unitId: string,
  ) {}

  async signOn(product: Product): Promise<void> {
    await this.page.goto(`${product.edge}/crew`)
    await this.page.getByLabel('车组账号').fill(this.unitId.toLowerCase())
    await this.page.getByLabel('密码').fill('demo-crew')
    await this.page.getByRole('button', { name: '签到' }).click()
    await expect(this.connection('在线')).toBeVisible()
  }

  /** How the page says it is connected. */
  connection(state: string): Locator {
    return this.page.getByRole('button', { name: `设备状态: ${state}` })
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  /** Presses the big button, again if it was not yet taking taps, until the page has moved on. */
  async tap(name: string): Promise<void> {
    const button = this.button(name)
    await expect(button).toBeVisible()
    await expect(async () => {
      if (await button.isVisible()) await button.click({ timeout: 2_000 })
      await expect(button).toBeHidden({ timeout: 1_500 })
    }).toPass()
  }

  /** The vehicle drives: the phone is somewhere else now. */
  async drive(place: Place): Promise<void> {
    await this.page.context().setGeolocation(place)
  }
}
