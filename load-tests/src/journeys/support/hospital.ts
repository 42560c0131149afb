import { expect, type Locator, type Page } from '@playwright/test'
import type { Product } from './product'

/** The desk of a hospital that can do everything for a STEMI in the demo, and is advised for a scene at Meixihu. */
export class Hospital {
  static readonly ID = 'xiangya3'
  static readonly NAME = '中南大学湘雅三医院'

  constructor(readonly page: Page) {}

  async signIn(product: Product): Promise<void> {
    await this.page.goto(product.console)
    await this.page.getByLabel('用户名').fill(Hospital.ID)
    await this.page.getByLabel('密码').fill('demo-hospital')
    await this.page.getByRole('button', { name: '登录', exact: true }).click()
  }

  /** What rings until somebody answers. */
  get asked(): Locator {
    return this.page.getByText('120 请求接收')
  }

  async accept(): Promise<void> {
    await this.page.getByRole('button', { name: /^接收/ }).click()
    await expect(this.asked).toBeHidden()
  }

  async openWaveform(): Promise<void> {
    await this.page.getByRole('button', { name: /HL7 波形/ }).click()
    await expect(this.page.getByRole('application', { name: /心电图/ })).toBeVisible()
  }

  /** Records steps of the pathway as happening now. */
  async record(...steps: string[]): Promise<void> {
    const group = this.page.getByRole('group', { name: '记录时间节点' })
    for (const step of steps) {
      const button = group.getByRole('button', { name: step, exact: true })
      await button.click()
      await expect(button).toBeHidden()
    }
  }
}
