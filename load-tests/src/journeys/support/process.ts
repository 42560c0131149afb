import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The top folder of the source tree. */
export const ROOT = resolve(import.meta.dirname, '../../../..')
const BUILT = join(ROOT, 'app/target/dispatch120')

/** The built product, past the launcher, so that a journey never builds. */
function command(words: string[]): [string, string[]] {
  const libraries = join(BUILT, 'lib')
  if (!existsSync(libraries)) throw new Error('The product is not built: run ./dispatch120 build')
  const home = process.env['JAVA_HOME']
  const java = home ? join(home, 'bin/java') : 'java'
  const memory = ['-Xmx512m', '-XX:+ExitOnOutOfMemoryError', '-XX:+PerfDisableSharedMem']
  // Written by the launcher for its Java; another one leaves it alone.
  const archive = readdirSync(BUILT).find((name) => name.endsWith('.jsa'))
  const shared = archive
    ? [`-XX:SharedArchiveFile=${join(BUILT, archive)}`, '-Xshare:auto', '-Xlog:cds=off']
    : []
  const options = [...memory, ...shared, '-Dfile.encoding=UTF-8', '-Duser.timezone=UTC']
  return [java, [...options, '-cp', join(libraries, '*'), 'io.dispatch120.app.Main', ...words]]
}

/** Starts it with everything it says in a file. */
export function startProduct(
  words: string[],
  env: NodeJS.ProcessEnv,
  folder: string,
  log: string,
): ChildProcess {
  const [java, options] = command(words)
  const out = openSync(log, 'a')
  try {
    return spawn(java, options, { env, cwd: folder, stdio: ['ignore', out, out] })
  } finally {
    closeSync(out)
  }
}

/** Runs one of its tools to the end. */
export function runProduct(words: string[], env: NodeJS.ProcessEnv, folder: string) {
  const [java, options] = command(words)
  const done = spawnSync(java, options, { env, cwd: folder, encoding: 'utf8' })
  return { status: done.status, output: done.stdout + done.stderr }
}

export async function endProcess(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  child.kill(signal)
  await ended
}

/** A node that was killed leaves its PostgreSQL behind; the folder says which process that is. */
export async function endPostgres(folder: string): Promise<void> {
  const pidFile = join(folder, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const [pid, place] = readFileSync(pidFile, 'utf8').split('\n')
  if (place !== folder || !isAlive(Number(pid))) return
  process.kill(Number(pid), 'SIGINT')
  await until(`PostgreSQL (pid ${pid}) has stopped`, 30_000, () => Promise.resolve(!isAlive(Number(pid))))
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Waits for a condition, asking ten times a second. */
export async function until(what: string, millis: number, condition: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + millis
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Waited ${millis} ms in vain until ${what}`)
    await new Promise((next) => setTimeout(next, 100))
  }
}
