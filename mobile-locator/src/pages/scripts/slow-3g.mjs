// Measures how long a page of the edge needs on a slow phone network until its big button is painted, and until a tap
// at that moment is answered (the script may come later: the tap must wait for it). Usage: node scripts/slow-3g.mjs URL [--runs 3]. Exit 1 above 3 s.
//
// Two networks: 400 kbit/s with 400 ms round trip, which is a slow 3G connection; and the figures that Chrome's own
// "Slow 3G" preset uses (400 kbit/s, 2 s a request, which stands for name look-up, TCP and TLS as well).
import { chromium as playwright } from 'playwright-core'
import chromium from '@sparticuz/chromium'

const NETWORKS = [
  { name: 'slow 3G, 400 kbit/s, 400 ms', latency: 400, limitMillis: 3000 },
  { name: "Chrome's Slow 3G preset, 400 kbit/s, 2000 ms a request", latency: 2000, limitMillis: undefined },
]
const BYTES_PER_SECOND = 400_000 / 8
const CPU_SLOWDOWN = 4
const BUTTON = 'a.big'

const url = process.argv[2]
if (!url || url.startsWith('-')) {
  console.error('Usage: node scripts/slow-3g.mjs URL [--runs 3]')
  process.exit(2)
}
const runs = Number(process.argv[process.argv.indexOf('--runs') + 1]) || 3

const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  args: ['--no-sandbox'],
})
try {
  for (const network of NETWORKS) {
    const results = []
    for (let run = 0; run < runs; run++) results.push(await measure(network.latency))
    const worst = (key) => Math.round(Math.max(...results.map((result) => result[key])))
    console.log(`${network.name}, CPU ${CPU_SLOWDOWN} times slower, worst of ${runs}:`)
    console.log(`  painted ${worst('painted')} ms, a tap at once is answered at ${worst('works')} ms,`)
    console.log(`  ${worst('bytes')} bytes received`)
    if (network.limitMillis && worst('works') > network.limitMillis) {
      console.error(`  over the limit of ${network.limitMillis} ms`)
      process.exitCode = 1
    }
  }
} finally {
  await browser.close()
}

/** A fresh browser profile each time: nothing is cached. */
async function measure(latency) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  let bytes = 0
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: BYTES_PER_SECOND,
    uploadThroughput: BYTES_PER_SECOND,
  })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  const painted = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0].startTime,
  )
  // A tap before the script has come: it must not be lost.
  await page.evaluate((button) => document.querySelector(button).click(), BUTTON)
  // The script shows the language switch when it has taken over, and takes #share or #find back when it has acted.
  const works = await page.evaluate(async () => {
    const done = () => !document.getElementById('language').hidden && location.hash === ''
    while (!done()) await new Promise((next) => setTimeout(next, 10))
    return performance.now()
  })
  await context.close()
  return { painted, works, bytes }
}
