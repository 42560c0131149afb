// Checks what a caller's phone must fetch before the page works, and that nothing of it is too new for old phones.
// Run after the build: node scripts/budget.mjs [folder of the built pages]. Exit 1 when a page is over its budget.
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/**
 * Most bytes over the network, gzip, before the page works. For callers the contract says 50 KB, we hold ourselves to
 * less. A crew's phone keeps its page and loads it anew only when it has changed.
 */
export const BUDGETS = {
  'caller.html': 20_480,
  'aed.html': 20_480,
  'answer.html': 20_480,
  'crew.html': 61_440,
}
const MOST_REQUESTS = 5

/** Not in Chrome 80 or Safari 13; a build translates syntax, not these. */
const TOO_NEW = [
  /\.replaceChildren\(/,
  /\.replaceAll\(/,
  /\.findLast(Index)?\(/,
  /\.toSorted\(/,
  /\bstructuredClone\(/,
  /\bObject\.hasOwn\(/,
  /\bcrypto\.randomUUID\(/,
  /\bPromise\.any\(/,
  /\bAbortSignal\.any\(/,
]

/** The files a page loads before it works: itself, its scripts and styles, and what those import at once. */
export async function firstLoad(folder, page) {
  const files = new Map()
  const take = async (path) => {
    if (files.has(path)) return
    const bytes = await readFile(join(folder, path))
    files.set(path, bytes)
    const text = bytes.toString()
    if (path.endsWith('.html')) {
      // What is fetched ahead of its use, when there is nothing else to do, comes after the page works.
      const linked = /<(?:script|link)\b(?![^>]*\brel="prefetch")[^>]*?(?:src|href)="\/([^"]+\.(?:js|css))"/g
      for (const [, asset] of text.matchAll(linked)) await take(asset)
    } else if (path.endsWith('.js')) {
      for (const [, asset] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) await take(`assets/${asset}`)
    }
  }
  await take(page)
  return files
}

export async function check(folder, page, budget) {
  const files = await firstLoad(folder, page)
  const complaints = []
  let gzip = 0
  let brotli = 0
  for (const [path, bytes] of files) {
    gzip += gzipSync(bytes, { level: 9 }).length
    brotli += brotliCompressSync(bytes).length
    const tooNew = path.endsWith('.js') && TOO_NEW.find((api) => api.test(bytes.toString()))
    if (tooNew) complaints.push(`${path} uses ${tooNew}, which Chrome 80 or Safari 13 does not have`)
  }
  if (gzip > budget) complaints.push(`${page} needs ${gzip} bytes before it works; its budget is ${budget}`)
  if (files.size > MOST_REQUESTS)
    complaints.push(`${page} needs ${files.size} requests; at most ${MOST_REQUESTS}`)
  return { page, requests: files.size, gzip, brotli, complaints }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const built = fileURLToPath(new URL('../../../target/classes/edge', import.meta.url))
  const folder = resolve(process.argv[2] ?? built)
  for (const [page, budget] of Object.entries(BUDGETS)) {
    const { requests, gzip, brotli, complaints } = await check(folder, page, budget)
    console.log(`${page}: ${requests} requests, ${gzip} bytes gzip, ${brotli} brotli of ${budget}`)
    for (const complaint of complaints) console.error(`  ${complaint}`)
    if (complaints.length > 0) process.exitCode = 1
  }
}
