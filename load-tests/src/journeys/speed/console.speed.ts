import { Api } from '../support/api'
import { Dispatcher } from '../support/dispatcher'
import { expect, test } from '../support/fixtures'
import { populate } from '../support/town'
import { measureIdle, watchPainting } from './paint'
import { report, spread, percentile } from './row'

const EVENTS = 240
const BETWEEN_MILLIS = 200
const GOAL_MILLIS = 100
const GOAL_BYTES = 400 * 1024

test('from the socket to the screen', async ({ product, desk }, testInfo) => {
  const api = await Api.signIn(product)
  const incidents = [...(await populate(product, api)).values()]
  const selected = incidents[0]
  if (!selected) throw new Error('no incident')
  const dispatcher = new Dispatcher(await desk('dispatcher'))
  const { page } = dispatcher
  await page.addInitScript(watchPainting)
  await dispatcher.signIn(product)
  await dispatcher.select('枫林三路与西二环交叉口')
  await page.waitForLoadState('networkidle')
  await page.evaluate(measureIdle, EVENTS / 4)

  // A message to the open incident changes its timeline, an address another row of the queue.
  const begun = Date.now()
  for (let number = 0; number < EVENTS; number++) {
    const due = begun + number * BETWEEN_MILLIS
    await new Promise((next) => setTimeout(next, Math.max(0, due - Date.now())))
    const other = incidents[1 + (number % (incidents.length - 1))]
    if (number % 2 === 0)
      await api.post(`/incidents/${selected.id}/messages`, { text: `⟦${number}⟧ 请保持电话畅通` })
    else await api.patch(`/incidents/${other?.id}`, { address: `⟦${number}⟧ 岳麓大道` })
  }
  const done = () => Object.values(window.painted.painted).filter(Number.isFinite).length
  await expect.poll(() => page.evaluate(done)).toBe(EVENTS)
  await page.evaluate(measureIdle, EVENTS / 4)

  const { arrived, inDocument, painted, idle, letter } = await page.evaluate(() => window.painted)
  const numbers = [...Array(EVENTS).keys()]
  const since = (times: Record<number, number>, number: number) =>
    (times[number] ?? NaN) - (arrived[number] ?? NaN)
  for (const [kind, rest] of [
    ['a message in the timeline', 0],
    ['an address in the queue', 1],
  ] as const) {
    const own = numbers.filter((number) => number % 2 === rest)
    const millis = own.map((number) => since(painted, number))
    const drawn = own.map((number) => since(inDocument, number))
    report(testInfo, {
      what: `event on the socket → painted: ${kind}, ${own.length} of ${EVENTS} events at 5/s`,
      measured: `${spread(millis)} (in the document: ${spread(drawn)})`,
      reference: `one letter: ${spread(letter)}; nothing: ${spread(idle)}`,
      goal: `p99 ≤ ${GOAL_MILLIS} ms`,
      met: percentile(millis, 0.99) <= GOAL_MILLIS,
    })
  }
})

test('the first load of the console', async ({ product, desk }, testInfo) => {
  const dispatcher = new Dispatcher(await desk('dispatcher'))
  const { page } = dispatcher
  const devtools = await page.context().newCDPSession(page)
  const urls = new Map<string, string>()
  const bytes = { map: 0, rest: 0 }
  // What is drawn in the map's pane, and nothing before it.
  const ofMap = (url: string) => /\/assets\/(view|maplibre)|\/map\/|basemap|\.pbf|geojson/.test(url)
  devtools.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url))
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes[ofMap(urls.get(requestId) ?? '') ? 'map' : 'rest'] += encodedDataLength
  })
  await devtools.send('Network.enable')
  const begun = Date.now()
  await page.goto(product.console, { waitUntil: 'commit' })
  await expect(page.getByLabel('用户名')).toBeFocused()
  const usable = Date.now() - begun
  const toSignIn = bytes.rest
  await dispatcher.enterPassword('dispatcher')
  const entered = Date.now()
  await expect(dispatcher.queue).toBeVisible()
  await expect(page.getByText('实时', { exact: true })).toBeVisible()
  const queue = Date.now() - entered
  await page.waitForLoadState('networkidle')
  const kib = (count: number) => `${(count / 1024).toFixed(0)} KiB`
  report(testInfo, {
    what: 'console, first load before the map',
    measured: `${kib(bytes.rest)} (${kib(toSignIn)} until sign-in)`,
    reference: `map and its data ${kib(bytes.map)}`,
    goal: `≤ ${kib(GOAL_BYTES)}`,
    met: bytes.rest <= GOAL_BYTES,
  })
  report(testInfo, {
    what: 'console, cold browser → sign-in usable · password → live queue',
    measured: `${usable} ms · ${queue} ms`,
    goal: '≤ 2000 ms each',
    met: usable <= 2000 && queue <= 2000,
  })
})
