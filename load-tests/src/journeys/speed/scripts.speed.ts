import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { Api } from '../support/api'
import { findBrowser } from '../support/browser'
import { test } from '../support/fixtures'
import { ROOT } from '../support/process'
import { report } from './row'

/** Runs a measurement that a module has of its own, and gives what it says. */
async function run(script: string, words: string[]): Promise<string> {
  const { executablePath, env } = await findBrowser()
  const done = spawnSync(process.execPath, [join(ROOT, script), ...words], {
    env: { ...env, CHROMIUM_PATH: executablePath },
    encoding: 'utf8',
    cwd: join(ROOT, script, '../..'),
  })
  console.log(done.stdout + done.stderr)
  if (done.error) throw done.error
  return done.stdout
}

test("the caller's page on a slow network", async ({ product }, testInfo) => {
  const api = await Api.signIn(product)
  const { locatorUrl } = await api.receiveCall({ phone: '13874801199', complaint: 'burn', sendLink: true })
  const said = await run('mobile-locator/src/pages/scripts/slow-3g.mjs', [locatorUrl ?? '', '--runs', '3'])
  const lines = said.split('\n').map((line) => line.trim())
  const millis = /painted (\d+) ms/.exec(said)?.[1]
  report(testInfo, {
    what: "caller's page, slow 3G (400 kbit/s, 400 ms), CPU 4 times slower, worst of 3",
    measured: lines.slice(1, 3).join(' '),
    goal: 'usable < 3000 ms',
    met: Number(millis ?? Infinity) < 3000,
  })
})

test('the map with 300 moving units', async ({}, testInfo) => {
  testInfo.setTimeout(600_000)
  const said = await run('console-web/scripts/map-fps.mjs', ['300', '--rounds=3', '--seconds=10'])
  const line = (name: string) =>
    said
      .split('\n')
      .find((text) => text.includes(name))
      ?.split('|')
      .map((cell) => cell.trim()) ?? []
  const [, median, slowest] = line('all moving')
  const [, idleMedian, idleSlowest] = line('reference')
  report(testInfo, {
    what: 'map, 300 units moving at 1 Hz, drawn in software',
    measured: `median ${median} fps, 5th percentile ${slowest} fps`,
    reference: `none moving: ${idleMedian}, ${idleSlowest} fps`,
    goal: '≥ 30 fps',
    met: Number(median) >= 30,
  })
})
