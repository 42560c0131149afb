import { Api } from '../support/api'
import { Crew } from '../support/crew'
import { Dispatcher } from '../support/dispatcher'
import { sampleEcg } from '../support/ecg'
import { expect, test } from '../support/fixtures'
import { WANTED, settled, take } from '../support/screenshots'
import { populate } from '../support/town'

const HOME = { lng: 112.89, lat: 28.2, radiusMeters: 12, source: 'confirmed' }
const STATION = { longitude: 112.8907, latitude: 28.201, accuracy: 10 }
const HOSPITAL = '中南大学湘雅三医院'
const AGO = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

test('pictures of a STEMI for the documentation', async ({ ownProduct, desk, phone }) => {
  test.skip(!WANTED, 'taken only when UPDATE_SCREENSHOTS=1')
  test.setTimeout(420_000)
  const product = await ownProduct()
  const api = await Api.signIn(product)
  await populate(product, api)
  const { incident } = await api.receiveCall({
    phone: '13874801120',
    complaint: 'chest_pain',
    address: '梅溪湖路 8 号 2 栋 1 单元 1201',
    callerWithPatient: 'yes',
    location: HOME,
    sendLink: false,
  })
  const patient = (await api.incident(incident.id)).patients[0]?.id ?? ''
  await api.patch(`/patients/${patient}`, { sex: 'male', ageYears: 58 })
  await api.assign(incident.id, 'A03')
  const dispatcher = new Dispatcher(await desk('dispatcher'))
  const hospital = await desk('hospital')
  const crew = new Crew(await phone('crew', STATION), 'A03')

  await hospital.goto(product.console)
  await hospital.getByLabel('用户名').fill('xiangya3')
  await hospital.getByLabel('密码').fill('demo-hospital')
  await hospital.getByRole('button', { name: '登录', exact: true }).click()
  await dispatcher.signIn(product)
  await crew.signOn(product)
  for (const step of ['接受', '出发', '到达现场', '接触患者']) await crew.tap(step)
  await crew.openPathway()
  await crew.sendEcg(sampleEcg('image'))
  await crew.sendEcg(sampleEcg('aecg'))
  await api.post(`/patients/${patient}/chest-pain/milestones`, { milestone: 'symptom_onset', at: AGO(70) })
  await api.post(`/patients/${patient}/chest-pain/vitals`, {
    systolic: 96,
    diastolic: 62,
    heartRate: 104,
    oxygenSaturation: 94,
    respiratoryRate: 22,
  })
  await crew.stemi()
  await expect(crew.page.getByText('首选建议').first()).toBeVisible()
  await take(crew.page, 'crew-destination')
  await crew.choose(HOSPITAL)
  await expect(crew.warning).toContainText(/已通知第 1\/\d 级/)
  await take(crew.page, 'crew-pathway')

  await expect(hospital.getByText('120 请求接收')).toBeVisible()
  await hospital.mouse.click(960, 700)
  await settled(hospital)
  await take(hospital, 'hospital-asked')
  await dispatcher.page.goto(`${product.console}/?measure`)
  await dispatcher.select('梅溪湖路 8 号')
  await dispatcher.tab('胸痛·预警')
  await settled(dispatcher.page)
  await take(dispatcher.page, 'console-pathway')

  const { items } = await api.get<{ items: { link?: string }[] }>('/demo/text-messages')
  const link = items.map((one) => one.link).find((one) => one?.includes('/e/'))
  const doctor = await phone('doctor')
  await doctor.goto(link ?? '')
  await expect(doctor.getByRole('button', { name: '接收', exact: true })).toBeVisible()
  await expect(doctor.getByRole('application', { name: /心电图/ })).toBeVisible()
  await take(doctor, 'doctor-asked')

  await hospital.getByRole('button', { name: /^接收/ }).click()
  await expect(hospital.getByText('120 请求接收')).toBeHidden()
  await hospital.getByRole('button', { name: /HL7 波形/ }).click()
  await expect(hospital.getByRole('application', { name: /心电图/ })).toBeVisible()
  const steps = hospital.getByRole('group', { name: '记录时间节点' })
  const tap = async (step: string) => {
    const button = steps.getByRole('button', { name: step, exact: true })
    await button.click()
    await expect(button).toBeHidden()
  }
  await tap('启动导管室')
  await hospital.getByRole('heading', { name: /^STEMI/ }).scrollIntoViewIfNeeded()
  await hospital.mouse.move(0, 0)
  await settled(hospital)
  await take(hospital, 'hospital-desk')
  await hospital.getByRole('button', { name: '到达医院', exact: true }).click()
  for (const step of ['导管室就绪', '到达导管室', '穿刺', '导丝通过']) await tap(step)
  await hospital.getByRole('link', { name: '胸痛月报' }).click()
  await expect(hospital.getByRole('row').nth(3)).toBeVisible()
  await take(hospital, 'report')
})
