import { Api } from '../support/api'
import { Caller } from '../support/caller'
import { Crew } from '../support/crew'
import { Dispatcher } from '../support/dispatcher'
import { expect, test } from '../support/fixtures'
import { WANTED, settled, take } from '../support/screenshots'
import { populate } from '../support/town'

const HOME = { longitude: 112.89, latitude: 28.2 }
const STATION = { longitude: 112.8907, latitude: 28.201, accuracy: 10 }

test('pictures of every face for the documentation', async ({ ownProduct, desk, phone }) => {
  test.skip(!WANTED, 'taken only when UPDATE_SCREENSHOTS=1')
  test.setTimeout(300_000)
  const product = await ownProduct()
  const api = await Api.signIn(product)
  const incidents = await populate(product, api)
  const dispatcher = new Dispatcher(await desk('dispatcher'))
  const caller = new Caller(await phone('caller', { ...HOME, accuracy: 12 }))
  const crew = new Crew(await phone('crew', STATION), 'A03')
  const { page } = dispatcher

  await crew.signOn(product)
  await dispatcher.signIn(product)
  // With this address the map tells when it is painted.
  await page.goto(`${product.console}/?measure`)
  await expect(page.getByText('实时', { exact: true })).toBeVisible()
  const number = '13874801120'
  await dispatcher.beginCall({ phone: number, complaint: '胸痛', address: '梅溪湖路 8 号 2 栋 1 单元 1201' })
  await dispatcher.callForm.getByRole('textbox', { name: '等车地点' }).fill('小区北门岗亭,家属穿红衣')
  await dispatcher.callForm.getByRole('group', { name: '机主' }).getByRole('button', { name: '是' }).click()
  await settled(page)
  await take(page, 'console-call')

  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('link', { name: number })).toBeVisible()
  await caller.open(await dispatcher.link())
  await take(caller.page, 'caller-share')
  await caller.share()
  await expect(page.getByRole('button', { name: '±12 m' })).toBeVisible()
  await expect(dispatcher.proposals.getByRole('option', { selected: true })).toContainText('A03')
  await settled(page)
  await take(page, 'console-assigning')

  await dispatcher.assignProposal()
  await expect(crew.page.getByRole('alertdialog')).toBeVisible()
  await take(crew.page, 'crew-ringing')
  await crew.tap('接受')
  await crew.tap('出发')
  await crew.drive({ longitude: 112.8935, latitude: 28.2042, accuracy: 8 })
  await caller.say('爸爸出冷汗,胸口很痛')
  await dispatcher.say('救护车已出发,请让他坐着别动')
  await expect(caller.page.getByText('救护车 A03 已出发')).toBeVisible()
  await caller.page.getByRole('button', { name: '在地图上看' }).click()
  await expect(caller.page.locator('canvas')).toBeVisible()
  await take(caller.page, 'caller-approaching')
  await take(crew.page, 'crew-en-route')

  await dispatcher.tab('时间线')
  await page.mouse.move(0, 0)
  await settled(page)
  await take(page, 'console-night')
  await page.getByRole('button', { name: '白天' }).click()
  await settled(page)
  await take(page, 'console-day')

  await crew.page.context().setOffline(true)
  await crew.tap('到达现场')
  await expect(crew.page.getByText('条待发送')).toBeVisible()
  await take(crew.page, 'crew-offline')

  const visitor = await phone('visitor', { ...HOME, accuracy: 15 })
  await visitor.goto(`${product.edge}/aed`)
  await visitor.getByRole('button', { name: '用我的位置查找' }).click()
  await expect(visitor.getByRole('listitem').first()).toBeVisible()
  await take(visitor, 'aed')
  expect(incidents.size).toBeGreaterThanOrEqual(8)
})
