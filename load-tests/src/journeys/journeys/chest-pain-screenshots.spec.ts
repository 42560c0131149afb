import { Api } from '../support/api'
import { Crew } from '../support/crew'
import { Dispatcher } from '../support/dispatcher'
import { sampleEcg } from '../support/ecg'
import { expect, test } from '../support/fixtures'
import { Hospital } from '../support/hospital'
import { openAsDoctor } from '../support/doctor'
import { WANTED, settled, take } from '../support/screenshots'
import { populate } from '../support/town'

const HOME = { lng: 112.89, lat: 28.2, radiusMeters: 12, source: 'confirmed' }
const STATION = { longitude: 112.8907, latitude: 28.201, accuracy: 10 }
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
  const hospital = new Hospital(await desk('hospital'))
  const crew = new Crew(await phone('crew', STATION), 'A03')

  await hospital.signIn(product)
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
  await crew.choose(Hospital.NAME)
  await expect(crew.warning).toContainText(/已通知第 1\/\d 级/)
  await take(crew.page, 'crew-pathway')

  await expect(hospital.asked).toBeVisible()
  await hospital.page.mouse.click(960, 700)
  await settled(hospital.page)
  await take(hospital.page, 'hospital-asked')
  await dispatcher.page.goto(`${product.console}/?measure`)
  await dispatcher.select('梅溪湖路 8 号')
  await dispatcher.tab('胸痛·预警')
  await settled(dispatcher.page)
  await take(dispatcher.page, 'console-pathway')

  const doctor = await phone('doctor')
  await openAsDoctor(doctor, api)
  await expect(doctor.getByRole('application', { name: /心电图/ })).toBeVisible()
  await take(doctor, 'doctor-asked')

  await hospital.accept()
  await hospital.openWaveform()
  await hospital.record('启动导管室')
  await hospital.page.getByRole('heading', { name: /^STEMI/ }).scrollIntoViewIfNeeded()
  await hospital.page.mouse.move(0, 0)
  await settled(hospital.page)
  await take(hospital.page, 'hospital-desk')
  await hospital.page.getByRole('button', { name: '到达医院', exact: true }).click()
  await hospital.record('导管室就绪', '到达导管室', '穿刺', '导丝通过')
  await hospital.page.getByRole('link', { name: '胸痛月报' }).click()
  await expect(hospital.page.getByRole('row').nth(3)).toBeVisible()
  await take(hospital.page, 'report')
})
