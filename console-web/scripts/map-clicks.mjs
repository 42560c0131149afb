// Does the map answer the mouse? Opens the built page in headless Chromium against a make-believe center and clicks,
// drags and hovers like a dispatcher. Ends with 1 when something is wrong.
//
//   npm run build && node scripts/map-clicks.mjs
import { openBrowser } from './browser.mjs'
import { startMockCenter } from './mock-center.mjs'

const WORLD_PIXELS = 512
const EARTH_METERS = 6_371_008.8
const HANDS_OFF_MILLIS = 20_000
const center = await startMockCenter({ units: 24, moving: 0 })
const browser = await openBrowser()
const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
let failures = 0

try {
  await page.goto(`${center.url}?measure`)
  await page.waitForFunction(() => window.d120Map)
  await page.evaluate(() => {
    const { $pinia } = document.querySelector('#app').__vue_app__.config.globalProperties
    window.workplace = $pinia._s.get('workplace')
  })
  await settle()
  await checkAll()
} finally {
  await browser.close()
  center.close()
}
process.exitCode = failures > 0 ? 1 : 0

async function checkAll() {
  const { incidents, units } = center.board.snapshot()
  const waiting = incidents.find(({ address }) => address.startsWith('咸嘉湖'))
  await clickAt(waiting.position, -20)
  check('a click on a pin selects its incident', (await selected()) === waiting.id)

  await settle()
  const unit = units.find(({ incidentId }) => incidentId === incidents[2].id)
  await clickAt(unit.position)
  check('a click on a committed unit selects its incident', (await selected()) === unit.incidentId)

  await settle()
  const answer = await askForPlace(async ({ left, top }) => page.mouse.click(left + 300, top + 640))
  check('a click answers a request for a place', meters(answer, await placeAt(300, 640)) < 5)
  check('Escape answers it with nothing', (await askForPlace(() => page.keyboard.press('Escape'))) === null)
  check('a place request does not select what was clicked', (await selected()) === unit.incidentId)

  await checkDraft()
  await checkTooltip('hospital', center.board.center.hospitals[2], '湖南航天医院')
  const aeds = await page.evaluate(() => fetch('/api/v1/aeds').then((response) => response.json()))
  const aed = aeds.items.find(({ position }) => isLonely(position, [...aeds.items, ...units]))
  await checkTooltip('defibrillator', aed, aed.name)
  await checkPause(incidents[0].id)
}

async function checkDraft() {
  const { center: middle } = await camera()
  const start = { lng: middle.lng + 0.004, lat: middle.lat + 0.006 }
  await page.evaluate((place) => (window.workplace.draftPlace = place), start)
  await settle()
  const from = await pointOf(start)
  const { left, top } = await box()
  await page.mouse.move(left + from.x, top + from.y - 20)
  await page.mouse.down()
  await page.mouse.move(left + from.x + 40, top + from.y + 10, { steps: 4 })
  await page.mouse.move(left + from.x + 90, top + from.y + 50, { steps: 4 })
  await page.mouse.up()
  const moved = await page.evaluate(() => ({ ...window.workplace.draftPlace }))
  const wanted = await placeAt(from.x + 90, from.y + 70)
  check(
    'the tip of a dragged pin is where it was put',
    meters(moved, wanted) < metersPerPixel(await camera()),
  )
  await page.mouse.click(left + from.x + 90, top + from.y + 50)
  const clicked = await page.evaluate(() => ({ ...window.workplace.draftPlace }))
  check('a click on the pin leaves it there', meters(clicked, moved) < 0.01)
  await page.evaluate(() => (window.workplace.draftPlace = undefined))
}

async function checkTooltip(kind, { position }, words) {
  await page.mouse.move(5, 5)
  await page.evaluate((place) => (window.workplace.lookAt = { ...place, zoom: 15 }), position)
  await page.waitForTimeout(1500)
  await settle()
  const { x, y } = await pointOf(position)
  const { left, top } = await box()
  await page.mouse.move(left + x + 1, top + y + 1)
  await page.waitForTimeout(300)
  const tooltip = await page
    .locator('.tooltip')
    .textContent({ timeout: 2000 })
    .catch(() => '')
  check(`the tooltip of a ${kind} tells its name`, tooltip.includes(words))
}

/** After a move by hand the map stays for 20 s, and then follows the selected incident again. */
async function checkPause(incidentId) {
  await page.evaluate((id) => window.workplace.select(id), incidentId)
  await page.waitForTimeout(1500)
  await settle()
  const { left, top } = await box()
  await page.mouse.move(left + 700, top + 800)
  await page.mouse.down()
  await page.mouse.move(left + 300, top + 200, { steps: 8 })
  await page.mouse.up()
  const letGo = Date.now()
  await page.waitForTimeout(1500)
  const there = await camera()
  await page.waitForTimeout(Math.max(0, HANDS_OFF_MILLIS - 3000 - (Date.now() - letGo)))
  check('the map stays where a hand put it', meters((await camera()).center, there.center) < 1)
  let moved = false
  while (!moved && Date.now() - letGo < 2 * HANDS_OFF_MILLIS) {
    await page.waitForTimeout(500)
    moved = meters((await camera()).center, there.center) > 100
  }
  check('and follows again after 20 s', moved)
}

function check(what, good) {
  if (!good) failures++
  console.log(`${good ? 'ok  ' : 'FAIL'} ${what}`)
}

async function settle() {
  await page.evaluate(() => window.d120Map.whenPainted())
}

function selected() {
  return page.evaluate(() => window.workplace.selectedIncidentId)
}

function camera() {
  return page.evaluate(() => window.d120Map.camera())
}

async function box() {
  const { x, y, width, height } = await page.locator('.ground').first().boundingBox()
  return { left: x, top: y, width, height }
}

async function askForPlace(act) {
  await page.evaluate(() => {
    window.answer = undefined
    void window.workplace.pickPlace('incident').then((place) => (window.answer = place ?? null))
  })
  await page.locator('.banner[role=status]').waitFor()
  await act(await box())
  await page.waitForFunction(() => window.answer !== undefined)
  return page.evaluate(() => window.answer)
}

async function clickAt(place, down = 0) {
  const { x, y } = await pointOf(place)
  const { left, top } = await box()
  await page.mouse.click(left + x, top + y + down)
  await page.waitForTimeout(1500)
}

/** Web Mercator, worked out here once more. */
function mercator({ lng, lat }) {
  return {
    x: (lng + 180) / 360,
    y: 0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI),
  }
}

async function pointOf(place) {
  const { center: middle, zoom } = await camera()
  const { width, height } = await box()
  const [a, b] = [mercator(place), mercator(middle)]
  const scale = WORLD_PIXELS * 2 ** zoom
  return { x: (a.x - b.x) * scale + width / 2, y: (a.y - b.y) * scale + height / 2 }
}

async function placeAt(x, y) {
  const { center: middle, zoom } = await camera()
  const { width, height } = await box()
  const scale = WORLD_PIXELS * 2 ** zoom
  const at = mercator(middle)
  const north = (0.5 - at.y - (y - height / 2) / scale) * 2 * Math.PI
  return {
    lng: (at.x + (x - width / 2) / scale) * 360 - 180,
    lat: (Math.atan(Math.sinh(north)) * 180) / Math.PI,
  }
}

function metersPerPixel({ center: { lat }, zoom }) {
  return (2 * Math.PI * EARTH_METERS * Math.cos((lat * Math.PI) / 180)) / (WORLD_PIXELS * 2 ** zoom)
}

function meters(a, b) {
  const shrink = Math.cos((a.lat * Math.PI) / 180)
  return Math.hypot((a.lng - b.lng) * shrink, a.lat - b.lat) * (Math.PI / 180) * EARTH_METERS
}

function isLonely(place, others) {
  return others.every(({ position }) => position === place || meters(position, place) > 200)
}
