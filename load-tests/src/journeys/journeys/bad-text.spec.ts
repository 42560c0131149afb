import { Api } from '../support/api'
import { Caller } from '../support/caller'
import { Crew } from '../support/crew'
import { Dispatcher } from '../support/dispatcher'
import { expect, test } from '../support/fixtures'

const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(2)>'
const STRANGE = `${SCRIPT}👩‍⚕️🚑 \u202Eאבג\u202C {{7*7}} "'&amp;`
const LONG = `${STRANGE}${'长'.repeat(10_000 - STRANGE.length)}`
const PLACE = { longitude: 112.9406, latitude: 28.2231, accuracy: 15 }

test('scripts, emoji, right-to-left and 10,000 characters are text on every screen', async ({
  product,
  desk,
  phone,
}) => {
  const dispatcher = new Dispatcher(await desk('dispatcher'))
  const caller = new Caller(await phone('caller', PLACE))
  const crew = new Crew(await phone('crew', PLACE), 'A07')
  await crew.signOn(product)
  await dispatcher.signIn(product)
  const { page, timeline } = dispatcher

  await dispatcher.beginCall({ phone: '13800138031', complaint: '胸痛', address: STRANGE, note: LONG })
  await dispatcher.callForm.getByLabel('姓名').fill(SCRIPT)
  await dispatcher.callForm.getByRole('textbox', { name: '等车地点' }).fill(STRANGE)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('link', { name: '13800138031' })).toBeVisible()
  await expect(page.getByText(SCRIPT, { exact: true })).toBeVisible()
  await expect(page.getByRole('textbox', { name: '备注' })).toHaveValue(LONG)
  await expect(timeline).toContainText(LONG)
  await expect(dispatcher.queue).toContainText(SCRIPT)

  await caller.open(await dispatcher.link())
  await caller.share()
  await caller.say(STRANGE)
  await expect(timeline).toContainText(`呼救者:${STRANGE}`)
  await dispatcher.say(STRANGE)
  await expect(caller.thread.getByText(STRANGE)).toHaveCount(2)

  const api = await Api.signIn(product)
  const incident = await api.findByPhone('13800138031')
  await api.assign(incident.id, 'A07')
  await expect(crew.page.getByRole('alertdialog')).toContainText(LONG)
  await crew.tap('接受')
  await expect(crew.page.getByText(STRANGE).first()).toBeVisible()
  await crew.page.getByRole('button', { name: /^消息/ }).click()
  await expect(crew.page.getByRole('dialog', { name: '消息' }).getByText(STRANGE)).toHaveCount(2)
  await crew.page.getByRole('textbox', { name: '写给调度中心' }).fill(STRANGE)
  await crew.button('发送').click()
  await dispatcher.tab('消息')
  await expect(dispatcher.messages.getByText(STRANGE)).toHaveCount(3)

  // Nothing is pushed aside by words without a break.
  for (const screen of [page, caller.page, crew.page]) {
    expect(
      await screen.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0)
  }
})
