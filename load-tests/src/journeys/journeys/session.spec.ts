import { Api } from '../support/api'
import { Dispatcher } from '../support/dispatcher'
import { expect, test } from '../support/fixtures'

const NOTE = '对方说楼道没有灯,二楼右手边'

test('a session that ends in mid-form asks for the password and keeps every word', async ({
  product,
  desk,
}) => {
  const dispatcher = new Dispatcher(await desk('dispatcher'))
  const { page, callForm } = dispatcher
  await dispatcher.signIn(product)
  await dispatcher.beginCall({
    phone: '13800138021',
    complaint: '卒中',
    address: '银盆岭小区 3 栋',
    note: NOTE,
  })

  await page.evaluate(() => fetch('/api/v1/sessions/current', { method: 'DELETE' }))
  await page.keyboard.press('Control+Enter')
  const dialog = page.getByRole('dialog', { name: '登录已过期,请再次登录' })
  await expect(dialog).toBeVisible()
  await expect(callForm.getByLabel('电话')).toHaveValue('13800138021')

  await dialog.getByLabel('密码').fill('demo-dispatcher')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(callForm.getByLabel('电话')).toHaveValue('13800138021')
  await expect(callForm.getByRole('textbox', { name: '地址' })).toHaveValue('银盆岭小区 3 栋')
  await expect(callForm.getByRole('textbox', { name: '备注' })).toHaveValue(NOTE)
  await callForm.getByLabel('电话').press('Control+Enter')
  await expect(page.getByRole('link', { name: '13800138021' })).toBeVisible()

  const api = await Api.signIn(product)
  expect(await api.findByPhone('13800138021')).toMatchObject({ complaint: 'stroke', note: NOTE })
})
