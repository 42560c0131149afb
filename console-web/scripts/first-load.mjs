// What a browser must load before the console works: the entry, what it imports at once, and the styles. Measured as
// the server sends it, compressed. Also looks that nothing of the mocked dev mode has come along.
// Run after `npm run build`; without a build there is nothing to measure.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

const LIMIT_BYTES = 400 * 1024
const MOCK_MARK = 'dispatch120-mocked-center'
const built = join(import.meta.dirname, '../target/classes/console')

if (!existsSync(join(built, 'index.html'))) {
  console.log('first load: not built, nothing measured')
  process.exit(0)
}

const html = readFileSync(join(built, 'index.html'), 'utf8')
const files = new Set(['/index.html'])
for (const [, path] of html.matchAll(/<(?:script|link)[^>]+(?:src|href)="([^"]+)"/g)) addWithImports(path)

const sizes = [...files].map((path) => [path, sizeOf(path)])
for (const [path, bytes] of sizes.sort((a, b) => b[1] - a[1]))
  console.log(`${kib(bytes).padStart(10)}  ${path}`)
const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0)
console.log(`first load: ${kib(total)} compressed, limit ${kib(LIMIT_BYTES)}`)

const mocked = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.js') && readFileSync(join(built, path), 'utf8').includes(MOCK_MARK),
)
if (mocked.length > 0) fail(`the mocked dev mode is in the build: ${mocked.join(', ')}`)
if (total > LIMIT_BYTES) fail('the first load is over its limit')

/** Static imports only: `import("./map.js")` is loaded when it is needed. */
function addWithImports(path) {
  if (files.has(path)) return
  files.add(path)
  if (!path.endsWith('.js')) return
  const text = readFileSync(join(built, path), 'utf8')
  const folder = path.slice(0, path.lastIndexOf('/'))
  for (const [, from] of text.matchAll(
    /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]+?from\s*)?"(\.[^"]+\.js)"/g,
  )) {
    addWithImports(new URL(from, `http://x${folder}/`).pathname)
  }
}

function sizeOf(path) {
  const file = join(built, path)
  const compressed = existsSync(`${file}.br`)
    ? readFileSync(`${file}.br`)
    : brotliCompressSync(readFileSync(file))
  return compressed.length
}

function kib(bytes) {
  return `${(bytes / 1024).toFixed(1)} KiB`
}

function fail(why) {
  console.error(`first load: ${why}`)
  process.exit(1)
}
