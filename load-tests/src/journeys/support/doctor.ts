import { expect, type Page } from '@playwright/test'
import type { Api } from './api'

/** A doctor at home who opens the newest text message with a pre-alert, which the demo shows instead of sending it. */
export async function openAsDoctor(page: Page, dispatcher: Api): Promise<void> {
  const { items } = await dispatcher.get<{ items: { link?: string }[] }>('/demo/text-messages')
  const link = items.map((message) => message.link).find((one) => one?.includes('/e/'))
  if (!link) throw new Error('No text message has the link of a pre-alert.')
  await page.goto(link)
  await expect(page.getByRole('button', { name: '接收', exact: true })).toBeVisible()
}
