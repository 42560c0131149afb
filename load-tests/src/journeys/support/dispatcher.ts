import { expect, type Locator, type Page } from '@playwright/test'
import type { Product } from './product'

export interface NewCall {
  phone: string
  complaint?: string
  address?: string
  note?: string
}

/** A dispatcher at the console, who sees and does what people can. */
export class Dispatcher {
  readonly queue: Locator
  readonly callForm: Locator
  readonly proposals: Locator
  readonly timeline: Locator
  readonly messages: Locator

  constructor(readonly page: Page) {
    this.queue = page.getByRole('listbox', { name: '事件' })
    this.callForm = page.getByRole('form', { name: '新呼叫' })
    this.proposals = page.getByRole('listbox', { name: '推荐单元' })
    this.timeline = page.getByRole('list', { name: '时间线' })
    this.messages = page.getByRole('tabpanel').getByLabel('消息', { exact: true })
  }

  async signIn(product: Product, username = 'dispatcher', password = `demo-${username}`): Promise<void> {
    await this.page.goto(product.console)
    await this.enterPassword(username, password)
    await expect(this.page.getByText('实时', { exact: true })).toBeVisible()
  }

  async enterPassword(username: string, password = `demo-${username}`): Promise<void> {
    await this.page.getByLabel('用户名').fill(username)
    await this.page.getByLabel('密码').fill(password)
    await this.page.getByRole('button', { name: '登录', exact: true }).click()
  }

  async beginCall(call: NewCall): Promise<void> {
    await this.page.keyboard.press('F2')
    const form = this.callForm
    await expect(form.getByLabel('电话')).toBeFocused()
    await this.page.keyboard.type(call.phone)
    if (call.complaint) {
      await form
        .getByRole('group', { name: '主诉' })
        .getByRole('button', { name: call.complaint, exact: true })
        .click()
    }
    if (call.address) await form.getByRole('textbox', { name: '地址' }).fill(call.address)
    if (call.note) await form.getByRole('textbox', { name: '备注' }).fill(call.note)
  }

  /** Takes a call to the end; the incident is open then. */
  async takeCall(call: NewCall): Promise<void> {
    await this.beginCall(call)
    await this.page.keyboard.press('Control+Enter')
    await expect(this.page.getByRole('link', { name: call.phone })).toBeVisible()
  }

  /**
   * From now on this page hears nothing of what others do, until the returned function is called. To be called before
   * signing in.
   */
  async muffle(): Promise<{ hold(): void; release(): void }> {
    const held: (() => void)[] = []
    let holding = false
    await this.page.routeWebSocket(/\/ws\/console/, (socket) => {
      socket.connectToServer().onMessage((frame) => {
        if (holding) held.push(() => socket.send(frame))
        else socket.send(frame)
      })
    })
    return {
      hold: () => (holding = true),
      release: () => {
        holding = false
        held.splice(0).forEach((send) => send())
      },
    }
  }

  async select(text: string): Promise<void> {
    await this.queue.getByRole('option').filter({ hasText: text }).click()
  }

  tab(name: '时间线' | '消息' | '患者' | '胸痛·预警' | 'AED' | '结案'): Promise<void> {
    return this.page.getByRole('tab', { name }).click()
  }

  /** The address of the link that the last text message had. */
  async link(): Promise<string> {
    const address = await this.page.getByRole('button', { name: '复制链接' }).getAttribute('title')
    if (!address) throw new Error('The panel does not say the address of the link.')
    return address
  }

  /** The unit that Enter would send. */
  async proposal(): Promise<string> {
    const chosen = this.proposals.getByRole('option', { selected: true })
    await expect(chosen).toBeVisible()
    const unit = /[A-Z]\d+/.exec(await chosen.innerText())?.[0]
    if (!unit) throw new Error('The proposal names no unit.')
    return unit
  }

  /** Sends the proposed unit by Enter; again where the proposal changed at the last moment and the page asks for it. */
  async assignProposal(): Promise<string> {
    const unit = await this.proposal()
    await expect(async () => {
      if (await this.proposals.isVisible()) await this.page.keyboard.press('Enter')
      await expect(this.page.getByText(`已派 ${unit}`)).toBeVisible({ timeout: 3_000 })
    }).toPass()
    return unit
  }

  async say(text: string): Promise<void> {
    await this.tab('消息')
    await this.page.getByRole('textbox', { name: '发给呼救者和车组' }).fill(text)
    await this.page.keyboard.press('Enter')
    await expect(this.messages.getByText(text).last()).toBeVisible()
  }

  async close(outcome: string): Promise<void> {
    await this.tab('结案')
    await this.page
      .getByRole('group', { name: '结果' })
      .getByRole('button', { name: outcome, exact: true })
      .click()
    await this.page.getByRole('button', { name: '结案', exact: true }).click()
    await expect(this.page.getByText(`${outcome} · `)).toBeVisible()
  }
}
