import { Api } from '../support/api'
import { Dispatcher } from '../support/dispatcher'
import { expect, test } from '../support/fixtures'
import { TownMap } from '../support/town-map'

const PHONE = '13800138091'
/** Across the river, where no unit stands: whoever comes must take a bridge or a tunnel. */
const EAST_BANK = { lng: 112.9712, lat: 28.1968, radiusMeters: 10, source: 'confirmed' }
/** Over the water west of the island. */
const RIVER_LNG = 112.9545
/** As far as the line is drawn to each side of the bridge, in degrees: 200 m. */
const BESIDE = 0.0018

interface Route {
  unitId: string
  line: [number, number][]
  etaSeconds: number
  method: string
}

interface Closure {
  id: string
  reason: string
  roads: unknown[]
}

/** Where a course is over the river. */
function findCrossing({ line }: Route): { lng: number; lat: number } | undefined {
  const at = line.findIndex(([lng], i) => {
    const before = line[i - 1]?.[0] ?? lng
    return Math.min(before, lng) <= RIVER_LNG && Math.max(before, lng) > RIVER_LNG
  })
  const [from, to] = [line[at - 1], line[at]]
  if (!from || !to) return undefined
  const share = (RIVER_LNG - from[0]) / (to[0] - from[0])
  return { lng: RIVER_LNG, lat: from[1] + (to[1] - from[1]) * share }
}

test('a dispatcher closes a bridge by drawing across it, and the proposal goes another way', async ({
  ownProduct,
  desk,
}) => {
  test.setTimeout(240_000)
  const product = await ownProduct()
  const api = await Api.signIn(product)
  const { incident } = await api.receiveCall({
    phone: PHONE,
    complaint: 'chest_pain',
    address: '五一大道 1 号',
    location: EAST_BANK,
    sendLink: false,
  })
  const dispatcher = new Dispatcher(await desk('dispatcher'))
  const { page } = dispatcher
  const map = new TownMap(page)
  const closures = () => api.get<{ items: Closure[] }>('/road-closures').then(({ items }) => items)
  const routeOf = async (unitId: string): Promise<Route> => {
    const { items } = await api.get<{ items: Route[] }>(`/incidents/${incident.id}/routes?unit=${unitId}`)
    const route = items.find((one) => one.unitId === unitId)
    if (!route) throw new Error(`No course of ${unitId}`)
    return route
  }

  await test.step('the way of the proposed unit follows the road', async () => {
    await page.goto(`${product.console}/?measure`)
    await dispatcher.enterPassword('dispatcher')
    await dispatcher.select('五一大道 1 号')
    const unit = await dispatcher.proposal()
    await expect.poll(() => map.courses()).toBe(`${unit} proposed road`)
  })

  const unit = await dispatcher.proposal()
  const before = await routeOf(unit)
  const bridge = findCrossing(before)
  expect(bridge, 'the way crosses the river').toBeDefined()
  if (!bridge) return

  await test.step('Alt+L, a line across the bridge, a reason, Enter', async () => {
    await page.keyboard.press('Alt+l')
    const form = page.getByRole('group', { name: '封闭道路' }).first()
    await form.getByRole('button', { name: '画线横断' }).click()
    await map.click({ lng: bridge.lng, lat: bridge.lat - BESIDE })
    await expect(form.getByText('还差 1 点')).toBeVisible()
    await map.click({ lng: bridge.lng, lat: bridge.lat + BESIDE })
    await expect(form.getByText(/将封闭 \d+ 段路/)).toBeVisible()
    await page.keyboard.type('桥面结冰')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('region', { name: '道路封闭' }).getByText('桥面结冰')).toBeVisible()
    expect((await closures()).map(({ reason }) => reason)).toEqual(['桥面结冰'])
  })

  await test.step('every way now avoids it, and the proposal says what that costs', async () => {
    const after = await routeOf(unit)
    const crossing = findCrossing(after)
    expect(Math.abs((crossing?.lat ?? 0) - bridge.lat)).toBeGreaterThan(BESIDE / 2)
    expect(after.etaSeconds).toBeGreaterThan(before.etaSeconds)
    const proposed = await dispatcher.proposal()
    await expect.poll(() => map.courses()).toBe(`${proposed} proposed road`)
  })

  await test.step('an observer sees the closure and can change nothing', async () => {
    const observer = new Dispatcher(await desk('observer'))
    await observer.signIn(product, 'observer')
    await observer.page.getByRole('button', { name: '道路封闭' }).click()
    const panel = observer.page.getByRole('region', { name: '道路封闭' })
    await expect(panel.getByText('桥面结冰')).toBeVisible()
    await expect(panel.getByRole('button', { name: '解除' })).toHaveCount(0)
  })

  await test.step('reopened, after it was confirmed, the way is the old one', async () => {
    const panel = page.getByRole('region', { name: '道路封闭' })
    await panel.getByRole('button', { name: '解除', exact: true }).click()
    await panel.getByRole('button', { name: '解除封闭' }).click()
    await expect(panel.getByText('桥面结冰')).toHaveCount(0)
    expect(await closures()).toEqual([])
    const crossing = findCrossing(await routeOf(unit))
    expect(crossing?.lat).toBeCloseTo(bridge.lat, 4)
  })
})
