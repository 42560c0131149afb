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

  /** Opens the pathway of the patient, and a chest-pain record where there is none yet. */
  async openPathway(): Promise<void> {
    await this.page.getByRole('button', { name: '胸痛' }).first().click()
    await this.tap('开始胸痛记录')
    await expect(this.stemiButton).toBeVisible()
  }

  /** From any page of the pathway to the working screen. */
  async leavePathway(): Promise<void> {
    const back = this.page.getByRole('button', { name: /^(返回|关闭)$/ })
    await expect(async () => {
      if (await back.isVisible()) await back.click({ timeout: 2_000 })
      await expect(back).toBeHidden({ timeout: 500 })
    }).toPass()
  }

  /** Sends a file as an ECG and waits until the center has it whole. */
  async sendEcg(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.button('心电图').click()
    await this.page.getByLabel('选择文件').setInputFiles(file)
    await expect(this.page.getByText('已送达').first()).toBeVisible()
    await this.button('返回').click()
  }

  /** The red button, and yes when it asks. */
  async stemi(): Promise<void> {
    await this.stemiButton.click()
    await this.tap('确认 STEMI')
  }

  /** Where advice is asked for: the hospital with this name. */
  async choose(hospital: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${hospital}`) }).click()
  }

  /** What became of warning the hospital. */
  get warning(): Locator {
    return this.page.getByRole('status', { name: '胸痛', exact: true })
  }

  private get stemiButton(): Locator {
    return this.page.getByRole('button', { name: /^STEMI/ })
  }

  /** The vehicle drives: the phone is somewhere else now. */
  async drive(place: Place): Promise<void> {
    await this.page.context().setGeolocation(place)
  }
}
