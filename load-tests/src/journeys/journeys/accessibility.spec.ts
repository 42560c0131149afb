import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { Api } from '../support/api'
import { Caller } from '../support/caller'
import { Crew } from '../support/crew'
import { Dispatcher } from '../support/dispatcher'
import { sampleEcg } from '../support/ecg'
import { expect, test } from '../support/fixtures'
import { Hospital } from '../support/hospital'
import { openAsDoctor } from '../support/doctor'

const PLACE = { longitude: 112.9454, latitude: 28.237, accuracy: 12 }
const LOCATION = { lng: 112.9454, lat: 28.237, radiusMeters: 12, source: 'confirmed' }

/** What keeps people out: serious and critical violations, each with where it is and what is wrong there. */
async function expectAccessible(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const found = grave.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, any, all }) =>
        `${id} at ${target.join(' ')}: ${[...any, ...all].map(({ message }) => message).join('; ')}`,
    ),
  )
  expect.soft(found, name).toEqual([])
}

test('the console keeps nobody out, at night and by day', async ({ product, desk }) => {
  const api = await Api.signIn(product)
  const call = {
    phone: '13800138081',
    complaint: 'chest_pain',
    address: '金星北路 1 号',
    location: LOCATION,
    sendLink: false,
  }
  const { incident } = await api.receiveCall(call)
  const dispatcher = new Dispatcher(await desk('dispatcher'))
  const { page } = dispatcher
  await page.goto(product.console)
  await expect(page.getByLabel('用户名')).toBeFocused()
  await expectAccessible(page, 'sign-in')

  await dispatcher.signIn(product)
  await dispatcher.select('金星北路 1 号')
  await dispatcher.proposal()
  await expectAccessible(page, 'board with an incident, night')
  await dispatcher.beginCall({ phone: '13800138082', complaint: '卒中' })
  await expectAccessible(page, 'call form, night')
  await page.getByRole('button', { name: '白天' }).click()
  await expectAccessible(page, 'call form, day')
  await page.keyboard.press('Escape')
  await dispatcher.select('金星北路 1 号')
  const { id } = await api.assign(incident.id, 'A16')
  await expect(page.getByRole('region', { name: '任务' })).toBeVisible()
  await expectAccessible(page, 'board with an assignment, day')
  await api.cancel(id, '演练结束')
})

test('the pages on phones keep nobody out', async ({ product, phone }) => {
  const api = await Api.signIn(product)
  const call = { phone: '13800138083', complaint: 'stroke', address: '金星北路 2 号', location: LOCATION }
  const { incident, locatorUrl } = await api.receiveCall({ ...call, sendLink: true })
  const caller = new Caller(await phone('caller', PLACE))
  await caller.open(locatorUrl ?? '')
  await expectAccessible(caller.page, 'caller, before sharing')
  await caller.share()
  await caller.say('请快一点')
  await expectAccessible(caller.page, 'caller, sharing')

  const crew = new Crew(await phone('crew', PLACE), 'A17')
  await crew.page.goto(`${product.edge}/crew`)
  await expect(crew.button('签到')).toBeVisible()
  await expectAccessible(crew.page, 'crew, sign-on')
  await crew.signOn(product)
  await expectAccessible(crew.page, 'crew, waiting')
  const { id } = await api.assign(incident.id, 'A17')
  await expect(crew.page.getByRole('alertdialog')).toBeVisible()
  await expectAccessible(crew.page, 'crew, ringing')
  await crew.tap('接受')
  await expectAccessible(crew.page, 'crew, on the way')
  await api.cancel(id, '演练结束')

  const page = await phone('visitor', PLACE)
  await page.goto(`${product.edge}/aed`)
  await page.getByRole('button', { name: '用我的位置查找' }).click()
  await expect(page.getByRole('listitem').first()).toBeVisible()
  await expectAccessible(page, 'AED')
})

test('the pages of a STEMI keep nobody out', async ({ product, desk, phone }) => {
  test.setTimeout(180_000)
  const api = await Api.signIn(product)
  const call = { phone: '13800138084', complaint: 'chest_pain', address: '金星北路 4 号', location: LOCATION }
  const { incident } = await api.receiveCall({ ...call, sendLink: false })
  const patient = (await api.incident(incident.id)).patients[0]?.id ?? ''
  const crew = new Crew(await phone('crew', PLACE), 'A18')
  await crew.signOn(product)
  await api.assign(incident.id, 'A18')
  for (const step of ['接受', '到达现场', '接触患者']) await crew.tap(step)
  await crew.openPathway()
  await expectAccessible(crew.page, 'crew, pathway')
  await crew.sendEcg(sampleEcg('image'))
  await crew.stemi()
  await expect(crew.page.getByText('首选建议').first()).toBeVisible()
  await expectAccessible(crew.page, 'crew, where to')
  await crew.choose(Hospital.NAME)

  const hospital = new Hospital(await desk('hospital'))
  await hospital.signIn(product)
  await expect(hospital.asked).toBeVisible()
  await expectAccessible(hospital.page, 'hospital, asked, night')
  await hospital.page.getByRole('button', { name: '白天' }).click()
  await expectAccessible(hospital.page, 'hospital, asked, day')

  const doctor = await phone('doctor')
  await openAsDoctor(doctor, api)
  await expectAccessible(doctor, 'doctor, asked')

  const dispatcher = new Dispatcher(await desk('dispatcher'))
  await dispatcher.signIn(product)
  await dispatcher.select('金星北路 4 号')
  await dispatcher.tab('胸痛·预警')
  await expect(dispatcher.page.getByRole('region', { name: Hospital.NAME })).toBeVisible()
  await expectAccessible(dispatcher.page, 'console, pathway')

  await hospital.accept()
  await api.post(`/patients/${patient}/chest-pain/conclude`)
  await hospital.page.getByRole('link', { name: '胸痛月报' }).click()
  await expect(hospital.page.getByRole('heading', { name: /胸痛/ }).first()).toBeVisible()
  await expectAccessible(hospital.page, 'report')
})
