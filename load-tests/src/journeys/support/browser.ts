import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a test's browser is started with. */
export interface BrowserInstallation {
  executablePath: string
  args: string[]
  env: Record<string, string>
}

const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-sync',
  '--disable-domain-reliability',
  '--no-pings',
  '--font-render-hinting=none',
  '--ignore-gpu-blocklist',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
]

/**
 * The browser of the npm package, unpacked once into a folder of this user; `CHROMIUM_PATH` overrides it. On a machine
 * without the libraries it wants, those that come along are put on the path.
 */
export async function findBrowser(): Promise<BrowserInstallation> {
  const own = process.env['CHROMIUM_PATH']
  if (own) {
    if (!existsSync(own)) throw new Error(`CHROMIUM_PATH names ${own}, which does not exist.`)
    return { executablePath: own, args: FLAGS, env: environment() }
  }
  const folder = join(tmpdir(), `dispatch120-chromium-${process.getuid?.() ?? 0}`)
  mkdirSync(folder, { recursive: true })
  const executablePath = await unpack(folder)
  if (!missesLibraries(executablePath)) return { executablePath, args: FLAGS, env: environment() }
  const env = environment({ LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') })
  if (missesLibraries(executablePath, env)) {
    throw new Error(
      `${executablePath} lacks libraries of the system (see: ldd ${executablePath}). ` +
        'Install a Chromium and name it in CHROMIUM_PATH.',
    )
  }
  return { executablePath, args: FLAGS, env }
}

/** The package unpacks into the temporary folder, and its libraries only where it believes to be in its cloud. */
async function unpack(folder: string): Promise<string> {
  const before = { TMPDIR: process.env['TMPDIR'], AWS_EXECUTION_ENV: process.env['AWS_EXECUTION_ENV'] }
  process.env['TMPDIR'] = folder
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs20.x'
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    return await chromium.executablePath()
  } finally {
    restore('TMPDIR', before.TMPDIR)
    restore('AWS_EXECUTION_ENV', before.AWS_EXECUTION_ENV)
    // Set by the package for its cloud; they would reach every process started here.
    for (const name of ['LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']) restore(name, ORIGINAL[name])
  }
}

const ORIGINAL: Record<string, string | undefined> = {
  LD_LIBRARY_PATH: process.env['LD_LIBRARY_PATH'],
  FONTCONFIG_PATH: process.env['FONTCONFIG_PATH'],
  HOME: process.env['HOME'],
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) Reflect.deleteProperty(process.env, name)
  else process.env[name] = value
}

function missesLibraries(executable: string, env = environment()): boolean {
  const found = spawnSync('ldd', [executable], { env, encoding: 'utf8' })
  return found.status === 0 && found.stdout.includes('not found')
}

function environment(more: Record<string, string> = {}): Record<string, string> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { ...Object.fromEntries(own), ...more }
}
