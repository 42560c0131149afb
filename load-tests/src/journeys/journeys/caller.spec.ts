import type { Page } from '@playwright/test'
import { Api } from '../support/api'
import { Caller } from '../support/caller'
import { expect, test } from '../support/fixtures'

async function expectTelephone(page: Page): Promise<void> {
  await expect(page.getByRole('link', { name: '拨打 120' })).toHaveAttribute('href', 'tel:120')
}

test('a caller who refuses the location is helped: a pin on the map arrives, and so does an address in words', async ({
  product,
  phone,
}) => {
  const api = await Api.signIn(product)
  const { incident, locatorUrl } = await api.receiveCall({
    phone: '13800138041',
    complaint: 'breathing',
    sendLink: true,
  })
  const caller = new Caller(await phone('caller'))
  const { page } = caller
  await caller.open(locatorUrl ?? '')
  await expectTelephone(page)
  await caller.share()
  await expect(page.getByText('手机没有允许定位')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: '再试一次' })).toBeVisible()
  await expectTelephone(page)

  await page.getByRole('button', { name: '直接写地址' }).click()
  await page.getByRole('textbox', { name: '您在哪里' }).fill('观沙岭路 88 号后门')
  await page.getByRole('button', { name: '发送', exact: true }).first().click()
  await expect
    .poll(async () => (await api.incident(incident.id)).messages.map(({ text }) => text))
    .toEqual(['地址:观沙岭路 88 号后门'])

  await page.getByRole('button', { name: '在地图上点选' }).click()
  await page.getByRole('button', { name: '我在这里' }).click()
  await expect(page.getByText('已收到您的位置')).toBeVisible()
  await expect(page.getByText('按您在地图上点的位置')).toBeVisible()
  const { fixes } = await api.incident(incident.id)
  expect(fixes).toHaveLength(1)
  expect(fixes[0]).toMatchObject({ source: 'link' })
  expect(fixes[0]?.lng).toBeGreaterThan(112.7)
  expect(fixes[0]?.lat).toBeGreaterThan(28)
})

test('a link that nobody sent is answered kindly, with a way to call', async ({ product, phone }) => {
  const page = await phone('caller', { longitude: 112.9, latitude: 28.2 })
  await page.goto(`${product.edge}/l/AAAAAAAAAAAAAAAAAAAAAA`)
  await expect(page.getByText('这个链接已经不能用了')).toBeVisible()
  await expectTelephone(page)
})
