import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../../../..')
const LOGS = join(ROOT, 'load-tests/target/journeys')
const START_MILLIS = 90_000

interface Ports {
  http: number
  edge: number
  management: number
}

/** The built product as a process of its own, on ports and data of its own. */
export class Product {
  private process: ChildProcess | undefined
  private ports: Ports = { http: 0, edge: 0, management: 0 }

  private constructor(
    private readonly dataDir: string,
    private readonly options: Record<string, string>,
  ) {}

  /** Starts a demo without simulated crews unless `options` say otherwise. */
  static async demo(options: Record<string, string> = {}): Promise<Product> {
    const product = new Product(mkdtempSync(join(tmpdir(), 'dispatch120-journey-')), options)
    try {
      await product.start()
    } catch (error) {
      await product.dispose()
      throw error
    }
    return product
  }

  get console(): string {
    return `http://127.0.0.1:${this.ports.http}`
  }

  get edge(): string {
    return `http://127.0.0.1:${this.ports.edge}`
  }

  /** Starts it, the second time on the same ports. Ready when it says so itself. */
  async start(): Promise<void> {
    mkdirSync(LOGS, { recursive: true })
    const log = createWriteStream(join(LOGS, 'product.log'), { flags: 'a' })
    const child = spawn(join(ROOT, 'dispatch120'), ['demo'], { env: this.environment(), cwd: this.dataDir })
    this.process = child
    child.stdout.pipe(log)
    child.stderr.pipe(log)
    const portsFile = join(this.dataDir, 'data', 'ports.json')
    await until(`the product is ready (see ${LOGS}/product.log)`, START_MILLIS, async () => {
      if (child.exitCode !== null)
        throw new Error(`The product ended with ${child.exitCode}; see ${LOGS}/product.log`)
      if (!existsSync(portsFile)) return false
      this.ports = JSON.parse(readFileSync(portsFile, 'utf8')) as Ports
      return isReady(this.ports.management)
    })
  }

  /** As a power cut would: nothing is said to anybody. */
  async kill(): Promise<void> {
    await this.end('SIGKILL')
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM')
  }

  /** Checks the journal beside the running product: sequence and hash chain. Gives the exit code. */
  verifyJournal(): number | null {
    const done = spawnSync(join(ROOT, 'dispatch120'), ['verify-journal'], {
      env: this.environment(),
      cwd: this.dataDir,
    })
    return done.status
  }

  async dispose(): Promise<void> {
    await this.stop()
    rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 5 })
  }

  private environment(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      DISPATCH120_DATA_DIR: join(this.dataDir, 'data'),
      DISPATCH120_HTTP_PORT: String(this.ports.http),
      DISPATCH120_EDGE_PORT: String(this.ports.edge),
      DISPATCH120_MANAGEMENT_PORT: String(this.ports.management),
      DISPATCH120_JTT808_PORT: 'off',
      DISPATCH120_SIMULATE: 'off',
      ...this.options,
    }
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.process
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise<void>((done) => child.once('exit', () => done()))
    child.kill(signal)
    await ended
  }
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok
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
