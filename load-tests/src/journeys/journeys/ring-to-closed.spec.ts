import { Api } from '../support/api'
import { Caller } from '../support/caller'
import { Crew } from '../support/crew'
import { Dispatcher } from '../support/dispatcher'
import { expect, test } from '../support/fixtures'

const PHONE = '13800138001'
const HOME = { longitude: 112.89, latitude: 28.2 }
const STATION = { longitude: 112.8907, latitude: 28.201, accuracy: 10 }

test('from ring to closed incident, with the server killed in the middle', async ({
  ownProduct,
  desk,
  phone,
}) => {
  test.setTimeout(240_000)
  const product = await ownProduct()
  const dispatcher = new Dispatcher(await desk('dispatcher'))
  const caller = new Caller(await phone('caller', { ...HOME, accuracy: 60 }))
  const crew = new Crew(await phone('crew', STATION), 'A03')
  const desktop = dispatcher.page

  await test.step('the crew signs on, the dispatcher signs in', async () => {
    await crew.signOn(product)
    await expect(crew.page.getByText('派车时这里会响铃。')).toBeVisible()
    await dispatcher.signIn(product)
  })

  await test.step('it rings: phone, complaint, saved, link sent', async () => {
    await dispatcher.takeCall({ phone: PHONE, complaint: '胸痛', address: '梅溪湖环湖路 8 栋 2 单元 1201' })
    await expect(desktop.getByText('还没有位置')).toBeVisible()
  })

  await test.step('the caller shares the position, and it improves', async () => {
    await caller.open(await dispatcher.link())
    await caller.share()
    await expect(caller.page.getByText('误差约 60 米')).toBeVisible()
    await expect(desktop.getByRole('button', { name: '±60 m' })).toBeVisible()
    await caller.improve({ ...HOME, accuracy: 12 })
    await expect(caller.page.getByText('误差约 12 米')).toBeVisible()
    await expect(desktop.getByRole('button', { name: '±12 m' })).toBeVisible()
  })

  await test.step('the nearest unit is proposed, and Enter sends it', async () => {
    expect(await dispatcher.proposal()).toBe('A03')
    await dispatcher.assignProposal()
  })

  await test.step('the crew page rings; accepted; on the way; the caller sees it', async () => {
    await expect(crew.page.getByRole('alertdialog', { name: '胸痛' })).toBeVisible()
    await expect(crew.page.getByText('梅溪湖环湖路 8 栋 2 单元 1201')).toBeVisible()
    await crew.tap('接受')
    await expect(dispatcher.timeline.getByText('A03 接令')).toBeVisible()
    await crew.tap('出发')
    await crew.drive({ longitude: 112.8905, latitude: 28.2008, accuracy: 8 })
    await expect(dispatcher.timeline.getByText('A03 出发')).toBeVisible()
    await expect(caller.page.getByText('救护车 A03 已出发')).toBeVisible()
  })

  await test.step('messages from the caller to the dispatcher and back', async () => {
    await caller.say('病人出冷汗,门开着')
    await expect(
      dispatcher.queue.getByText('条未读留言').or(dispatcher.timeline.getByText('病人出冷汗')).first(),
    ).toBeVisible()
    await dispatcher.tab('消息')
    await expect(dispatcher.messages.getByText('病人出冷汗,门开着')).toBeVisible()
    await dispatcher.say('救护车马上到,请到单元门口接')
    await expect(caller.thread.getByText('救护车马上到,请到单元门口接')).toBeVisible()
    await dispatcher.tab('时间线')
  })

  await test.step('the server dies; every screen says so and stays readable', async () => {
    await product.kill()
    await crew.drive({ ...HOME, accuracy: 8 })
    await crew.tap('到达现场')
    await expect(crew.page.getByText('待发送').first()).toBeVisible()
    await expect(crew.page.getByText('梅溪湖环湖路 8 栋 2 单元 1201')).toBeVisible()
    const banner = desktop.getByRole('alert').filter({ hasText: '与服务器断开' })
    await expect(banner).toBeVisible()
    await expect(banner).toContainText(/显示的是 \d+ 秒前的情况/)
    await expect(desktop.getByRole('link', { name: PHONE })).toBeVisible()
    await expect(caller.page.getByText('网络不好,正在重新连接')).toBeVisible()
    await caller.page.getByRole('textbox', { name: '写一句话' }).fill('我们在门口等')
    await caller.page.getByRole('button', { name: '发送', exact: true }).click()
  })

  await test.step('it comes back; everything catches up by itself', async () => {
    await product.start()
    await expect(desktop.getByText('实时', { exact: true })).toBeVisible({ timeout: 30_000 })
    await expect(desktop.getByText('与服务器断开')).toBeHidden()
    await expect(crew.connection('在线')).toBeVisible({ timeout: 30_000 })
    await expect(crew.page.getByText('待发送')).toBeHidden()
    await expect(dispatcher.timeline.getByText('A03 到达现场')).toBeVisible()
    await expect(caller.page.getByText('网络不好,正在重新连接')).toBeHidden({ timeout: 30_000 })
    await expect(caller.page.getByText('救护车已到达', { exact: true })).toBeVisible()
    await expect(caller.thread.getByText('已送达')).toHaveCount(2, { timeout: 30_000 })
    await expect(dispatcher.timeline.getByText('我们在门口等')).toBeVisible()
  })

  await test.step('the patient is treated, driven and handed over', async () => {
    await crew.tap('接触患者')
    await expect(dispatcher.timeline.getByText('A03 接触患者')).toBeVisible()
    const destination = desktop.getByRole('combobox', { name: '送往' })
    await destination.focus()
    await destination.selectOption({ index: 1 })
    await expect(dispatcher.timeline.getByText('A03 送往')).toBeVisible()
    await crew.tap('离开现场/转运')
    await crew.drive({ longitude: 112.8962, latitude: 28.2097, accuracy: 8 })
    await crew.tap('到达医院')
    await crew.tap('完成交接')
    await crew.tap('任务结束/返站')
    await expect(dispatcher.timeline.getByText('A03 任务结束')).toBeVisible()
    await expect(crew.page.getByText('派车时这里会响铃。')).toBeVisible()
  })

  await test.step('the dispatcher closes', async () => {
    await dispatcher.close('送医')
    await expect(dispatcher.queue.getByText(PHONE)).toBeHidden()
  })

  await test.step('nothing is missing on any screen', async () => {
    const api = await Api.signIn(product)
    const incident = await api.findByPhone(PHONE)
    expect(incident.status).toBe('closed')
    expect(incident.messages.map(({ text }) => text)).toEqual([
      '病人出冷汗,门开着',
      '救护车马上到,请到单元门口接',
      '我们在门口等',
    ])
    const steps = ['assigned', 'acknowledged', 'en_route', 'on_scene', 'patient_contact', 'transporting']
    const all = [...steps, 'at_hospital', 'handed_over', 'cleared']
    expect(Object.keys(incident.assignments[0]?.milestones ?? {}).sort()).toEqual(all.sort())

    await dispatcher.tab('时间线')
    const events = await api.timeline(incident.id)
    const shown = dispatcher.timeline.getByRole('listitem')
    await expect(shown).toHaveCount(events.length)
    expect(await shown.getByRole('time').allInnerTexts()).toEqual(events.map(({ at }) => clock(at)))
    expect(await dispatcher.timeline.innerText()).not.toMatch(/[a-z]+_[a-z]+/)

    await expect(caller.page.getByText('这次急救任务已经结束')).toBeVisible()
    for (const { text } of incident.messages) await expect(caller.thread.getByText(text)).toBeVisible()
    await expect(crew.connection('在线')).toBeVisible()
    await expect(crew.page.getByText('与中心不一致')).toBeHidden()
    const verified = product.verifyJournal()
    expect(verified.status, verified.output).toBe(0)
  })
})

function clock(iso: string): string {
  return new Date(iso).toLocaleTimeString('sv-SE', { timeZone: 'Asia/Shanghai' })
}
