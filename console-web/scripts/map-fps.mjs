// How smoothly the console's map moves: opens the built page in headless Chromium against a make-believe center and
// prints frames per second with all units driving at 1 Hz, and, as the reference of the same run, with none driving.
//
//   npm run build && node scripts/map-fps.mjs [units…] [--rounds=3] [--seconds=10]
//
// An incident is selected whose unit drives to it along 250 points of road, and 24 roads are closed. Rounds are interleaved. Chromium draws in software (SwiftShader) unless CHROMIUM_PATH is one that does not.
import { readdirSync, readFileSync } from 'node:fs'
import { openBrowser } from './browser.mjs'
import { startMockCenter } from './mock-center.mjs'

const args = process.argv.slice(2)
const option = (name, otherwise) =>
  Number(args.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise)
const counts = args.filter((arg) => /^\d+$/.test(arg)).map(Number)
const fleets = counts.length > 0 ? counts : [300, 2000]
const rounds = option('rounds', 3)
const seconds = option('seconds', 10)

const browser = await openBrowser()
const results = new Map()
for (let round = 0; round < rounds; round++) {
  for (const units of fleets) {
    for (const moving of [0, units]) {
      const name = `${units} units, ${moving ? 'all moving at 1 Hz' : 'none moving (reference)'}`
      results.set(name, [...(results.get(name) ?? []), await measure(units, moving)])
    }
  }
}
await browser.close()

console.log(`${rounds} rounds of ${seconds} s, 1920×1080, Chromium ${browser.version()}`)
console.log(
  'case                                 | median fps | 5th pct fps | worst frame ms | pictures/s | ms a picture | CPU cores | pieces each',
)
for (const [name, runs] of results) {
  const deltas = runs.flatMap((run) => run.deltas).sort((a, b) => a - b)
  const at = (share) => deltas[Math.min(deltas.length - 1, Math.floor(deltas.length * share))]
  const drawn = runs.reduce((sum, run) => sum + run.frames, 0)
  const millis = runs.reduce((sum, run) => sum + run.drawMillis, 0)
  const cells = [
    (1000 / at(0.5)).toFixed(1).padStart(10),
    (1000 / at(0.95)).toFixed(1).padStart(11),
    deltas.at(-1).toFixed(1).padStart(14),
    (drawn / (rounds * seconds)).toFixed(1).padStart(10),
    (drawn ? millis / drawn : 0).toFixed(2).padStart(12),
    (runs.reduce((sum, run) => sum + run.cores, 0) / runs.length).toFixed(2).padStart(9),
    (runs.reduce((sum, run) => sum + run.tiles, 0) / Math.max(1, drawn)).toFixed(1).padStart(8),
  ]
  console.log(`${name.padEnd(36)} | ${cells.join(' | ')}`)
}

async function measure(units, moving) {
  const center = await startMockCenter({ units, moving: 0 })
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  try {
    await page.goto(`${center.url}?measure`)
    await page.waitForFunction(() => window.d120Map)
    await page.evaluate(() => window.d120Map.whenPainted())
    await page.getByRole('option').filter({ hasText: '枫林三路' }).click()
    await page.waitForSelector('[data-courses*="road"]')
    await settle(page)
    center.drive(moving)
    await page.waitForTimeout(3000)
    const spent = cpuSeconds()
    const run = await page.evaluate(async (millis) => {
      const before = window.d120Map.figures()
      const deltas = []
      const start = performance.now()
      let last = start
      while (last - start < millis) {
        const now = await new Promise(requestAnimationFrame)
        if (now > last) deltas.push(now - last)
        last = Math.max(last, now)
      }
      const after = window.d120Map.figures()
      return {
        deltas,
        frames: after.frames - before.frames,
        drawMillis: after.drawMillis - before.drawMillis,
        tiles: after.tiles - before.tiles,
      }
    }, seconds * 1000)
    return { ...run, cores: (cpuSeconds() - spent) / seconds }
  } finally {
    await page.close()
    center.close()
  }
}

/** Drawing in software lags behind: waits until what was asked for at the start is really done. */
async function settle(page) {
  for (let i = 0; i < 60; i++) {
    const before = cpuSeconds()
    await page.waitForTimeout(1000)
    if (cpuSeconds() - before < 0.1) return
  }
}

/** Processor time of the browser's processes, which other work on the machine does not change much. Linux only. */
function cpuSeconds() {
  const processes = new Map()
  try {
    for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      const fields = readFileSync(`/proc/${id}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      processes.set(Number(id), { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) })
    }
  } catch {
    // A process that ended meanwhile.
  }
  const isOurs = (id) => {
    let parent = processes.get(id)?.parent
    while (parent && parent !== process.pid) parent = processes.get(parent)?.parent
    return parent === process.pid
  }
  return [...processes].reduce((sum, [id, { ticks }]) => (isOurs(id) ? sum + ticks / 100 : sum), 0)
}
