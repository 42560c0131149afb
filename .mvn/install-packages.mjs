// Installs the browser side's packages exactly as locked, and only when the lock file has changed since.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node.js 20.19 or newer is needed to build the pages; this is ${process.version}.`)
  process.exit(1)
}

const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex')
const marker = join(root, 'node_modules', '.installed')
if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) {
  process.exit(0)
}
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit' })
if (done.status !== 0) {
  console.error('npm ci failed: the packages of the browser side cannot be installed. See the lines above.')
  process.exit(1)
}
writeFileSync(marker, lock)
