import { Api } from '../support/api'
import { Dispatcher } from '../support/dispatcher'
import { expect, test } from '../support/fixtures'

const NEAR_STATION = { lng: 112.944, lat: 28.1975, radiusMeters: 10, source: 'confirmed' }

test('two dispatchers send the same unit: one of them is told in words', async ({ product, desk }) => {
  const api = await Api.signIn(product)
  for (const phone of ['13800138061', '13800138062']) {
    const address = `五一大道 ${phone}`
    await api.receiveCall({
      phone,
      complaint: 'chest_pain',
      address,
      location: NEAR_STATION,
      sendLink: false,
    })
  }
  const one = new Dispatcher(await desk('one'))
  const other = new Dispatcher(await desk('other'))
  const news = [await one.muffle(), await other.muffle()]
  await one.signIn(product)
  await other.signIn(product, 'supervisor')
  await one.select('13800138061')
  await other.select('13800138062')
  const unit = await one.proposal()
  expect(await other.proposal()).toBe(unit)

  news.forEach((of) => of.hold())
  expect(await one.assignProposal()).toBe(unit)
  // A proposal that has only just come asks for a second press.
  await expect(async () => {
    await other.page.keyboard.press('Enter')
    const refusal = other.page.getByRole('alert').filter({ hasText: '该单元正在执行任务' })
    await expect(refusal).toBeVisible({ timeout: 2_000 })
  }).toPass()
  news.forEach((of) => of.release())
  await expect.poll(() => other.proposal()).not.toBe(unit)

  const incidents = await Promise.all(['13800138061', '13800138062'].map((phone) => api.findByPhone(phone)))
  const live = incidents.flatMap(({ assignments }) => assignments)
  expect(live.map(({ unitId }) => unitId)).toEqual([unit])
  await api.cancel(live[0]?.id ?? '', '演练结束')
})

test('the Enter that confirms a word of an input method sends no ambulance', async ({ product, desk }) => {
  const api = await Api.signIn(product)
  const phone = '13800138063'
  await api.receiveCall({
    phone,
    complaint: 'stroke',
    address: `输入法路 ${phone}`,
    location: NEAR_STATION,
    sendLink: false,
  })
  const dispatcher = new Dispatcher(await desk('dispatcher'))
  await dispatcher.signIn(product)
  await dispatcher.select(phone)
  await dispatcher.proposal()
  const { page } = dispatcher
  await dispatcher.proposals.focus()
  const devtools = await page.context().newCDPSession(page)
  // What a browser sends while the candidates of an input method are open.
  await devtools.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  })
  await page.evaluate(() => {
    const fire = (event: Event) => document.activeElement?.dispatchEvent(event)
    fire(new CompositionEvent('compositionstart', { bubbles: true }))
    fire(
      new KeyboardEvent('keydown', {
        key: 'Enter',
        code: 'Enter',
        isComposing: true,
        bubbles: true,
        cancelable: true,
      }),
    )
    fire(new CompositionEvent('compositionend', { bubbles: true, data: '心' }))
    // Safari's confirming Enter comes after the composition has ended.
    fire(
      new KeyboardEvent('keydown', {
        key: 'Enter',
        code: 'Enter',
        keyCode: 229,
        bubbles: true,
        cancelable: true,
      }),
    )
  })
  await dispatcher.tab('患者')
  await expect(page.getByRole('button', { name: '增加患者' })).toBeVisible()
  expect((await api.findByPhone(phone)).assignments).toEqual([])

  await dispatcher.proposals.focus()
  await dispatcher.assignProposal()
  const [assignment] = (await api.findByPhone(phone)).assignments
  await api.cancel(assignment?.id ?? '', '演练结束')
})

test('a position that arrives under the pointer puts the nearest unit first', async ({ product, desk }) => {
  const api = await Api.signIn(product)
  const phone = '13800138064'
  const { incident } = await api.receiveCall({
    phone,
    complaint: 'stroke',
    address: `指针路 ${phone}`,
    sendLink: false,
  })
  const dispatcher = new Dispatcher(await desk('dispatcher'))
  await dispatcher.signIn(product)
  await dispatcher.select(phone)
  await dispatcher.proposals.hover()
  await api.post(`/incidents/${incident.id}/locations`, NEAR_STATION)
  await expect(dispatcher.page.getByRole('button', { name: '±10 m' })).toBeVisible()
  const { units } = await api.get<{ units: { unitId: string }[] }>(`/incidents/${incident.id}/recommendation`)
  await expect(dispatcher.proposals.getByRole('option', { selected: true })).toContainText(
    units[0]?.unitId ?? '?',
  )
})
