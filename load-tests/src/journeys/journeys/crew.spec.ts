import { Api } from '../support/api'
import { Crew } from '../support/crew'
import { expect, test } from '../support/fixtures'

const STATION = { longitude: 112.8962, latitude: 28.2097, accuracy: 10 }
const SCENE = { lng: 112.9, lat: 28.212, radiusMeters: 10, source: 'confirmed' }

test('taps made without a network wait on the device and arrive in their order', async ({
  product,
  phone,
}) => {
  const api = await Api.signIn(product)
  const call = {
    phone: '13800138071',
    complaint: 'trauma_fall',
    address: '谷岳路',
    location: SCENE,
    sendLink: false,
  }
  const { incident } = await api.receiveCall(call)
  const crew = new Crew(await phone('crew', STATION), 'A13')
  await crew.signOn(product)
  await api.assign(incident.id, 'A13')
  await crew.tap('接受')
  await expect.poll(async () => (await api.incident(incident.id)).assignments[0]?.status).toBe('acknowledged')

  await crew.page.context().setOffline(true)
  for (const step of ['出发', '到达现场', '接触患者']) await crew.tap(step)
  await expect(crew.page.getByText('3 条待发送')).toBeVisible()
  expect((await api.incident(incident.id)).assignments[0]?.status).toBe('acknowledged')

  // A phone that was restarted meanwhile has forgotten nothing.
  await crew.page.reload()
  await expect(crew.page.getByText('3 条待发送')).toBeVisible()
  await expect(crew.page.getByText('谷岳路')).toBeVisible()

  await crew.page.context().setOffline(false)
  await expect(crew.page.getByText('条待发送')).toBeHidden({ timeout: 30_000 })
  const types = (await api.timeline(incident.id)).map(({ type }) => type)
  const steps = types.filter((type) => /^(unit_en_route|unit_on_scene|patient_contacted)$/.test(type))
  expect(steps).toEqual(['unit_en_route', 'unit_on_scene', 'patient_contacted'])
  const [assignment] = (await api.incident(incident.id)).assignments
  const times = ['en_route', 'on_scene', 'patient_contact'].map(
    (step) => assignment?.milestones[step]?.at ?? '',
  )
  expect(times).toEqual([...times].sort())
  expect(new Set(times).size).toBe(3)
  await expect(crew.page.getByText('与中心不一致')).toBeHidden()
})

test('a cancelled assignment is said with its reason until the crew has seen it', async ({
  product,
  phone,
}) => {
  const api = await Api.signIn(product)
  const call = {
    phone: '13800138072',
    complaint: 'burn',
    address: '桐梓坡路',
    location: SCENE,
    sendLink: false,
  }
  const { incident } = await api.receiveCall(call)
  const crew = new Crew(await phone('crew', STATION), 'A14')
  await crew.signOn(product)
  const assignment = await api.assign(incident.id, 'A14')
  await crew.tap('接受')
  await crew.tap('出发')
  await api.cancel(assignment.id, '报警人取消')
  const alarm = crew.page.getByRole('alertdialog', { name: '任务取消' })
  await expect(alarm).toContainText('原因:报警人取消'.replace(':', '：'))
  await crew.tap('知道了')
  await expect(alarm).toBeHidden()
  await expect(crew.page.getByText('派车时这里会响铃。')).toBeVisible()
})

test('a crew that cannot come says why, and the dispatch centre reads it', async ({ product, phone }) => {
  const api = await Api.signIn(product)
  const call = {
    phone: '13800138073',
    complaint: 'burn',
    address: '西二环',
    location: SCENE,
    sendLink: false,
  }
  const { incident } = await api.receiveCall(call)
  const crew = new Crew(await phone('crew', STATION), 'A15')
  await crew.signOn(product)
  await api.assign(incident.id, 'A15')
  await crew.button('无法执行……').click()
  await crew.button('车辆故障').click()
  await expect(crew.page.getByText('派车时这里会响铃。')).toBeVisible()
  await expect
    .poll(async () => (await api.incident(incident.id)).assignments[0])
    .toMatchObject({ status: 'declined', endReason: '车辆故障' })
})
