import { Api } from '../support/api'
import { Dispatcher } from '../support/dispatcher'
import { expect, test } from '../support/fixtures'

const HOUR_MILLIS = 3_600_000

for (const [words, hours] of [
  ['behind', -2],
  ['ahead', 2],
] as const) {
  test(`ages are right on a PC whose clock is two hours ${words}`, async ({ product, desk }) => {
    const api = await Api.signIn(product)
    const phone = hours < 0 ? '13800138051' : '13800138052'
    const { incident } = await api.receiveCall({
      phone,
      complaint: 'seizure',
      address: `时钟路 ${phone}`,
      sendLink: false,
    })
    const dispatcher = new Dispatcher(await desk('dispatcher'))
    await dispatcher.page.clock.install({ time: Date.now() + hours * HOUR_MILLIS })
    await dispatcher.signIn(product)
    await dispatcher.select(phone)
    const age = dispatcher.page.getByText(/^受理/)
    await expect(age).toHaveText(/00:\d\d$/)
    await expect(dispatcher.queue.getByRole('option').filter({ hasText: phone })).toContainText(/00:\d\d/)
    await expect(dispatcher.timeline.getByRole('listitem')).not.toHaveCount(0)
    // The wall clock shows the center's time, not the PC's.
    const clock = dispatcher.page.getByText(/^\d\d:\d\d:\d\d$/).first()
    await expect.poll(async () => minutesOff(await clock.innerText())).toBeLessThan(1)
    await api.post(`/incidents/${incident.id}/close`, { outcome: 'advice_only' })
  })
}

/** How far a time of day in the center's zone is from now. */
function minutesOff(shown: string): number {
  const now = new Date().toLocaleTimeString('sv-SE', { timeZone: 'Asia/Shanghai' })
  const minutes = (time: string) => Date.parse(`2026-01-01T${time}Z`) / 60_000
  return Math.abs(minutes(shown) - minutes(now))
}
