import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { ROOT, endPostgres, endProcess, runProduct, startProduct, until } from './process'

const LOGS = join(ROOT, 'load-tests/target/journeys')
const START_MILLIS = 90_000

interface Ports {
  http: number
  edge: number
  management: number
}

/** The built product as a process of its own, on ports and data of its own. */
export class Product {
  /** Everything it has said, kept after the journey. */
  readonly log: string
  private process: ChildProcess | undefined
  private ports: Ports = { http: 0, edge: 0, management: 0 }

  private constructor(
    private readonly folder: string,
    private readonly options: Record<string, string>,
  ) {
    mkdirSync(LOGS, { recursive: true })
    this.log = join(LOGS, `${basename(folder)}.log`)
  }

  /** Starts a demo without simulated crews unless `options` say otherwise. */
  static async demo(options: Record<string, string> = {}): Promise<Product> {
    const product = new Product(realpathSync(mkdtempSync(join(tmpdir(), 'dispatch120-journey-'))), options)
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
    const child = startProduct(['demo'], this.environment(), this.folder, this.log)
    this.process = child
    const portsFile = join(this.folder, 'data', 'ports.json')
    await until(`the product is ready (see ${this.log})`, START_MILLIS, async () => {
      if (child.exitCode !== null)
        throw new Error(`The product ended with ${child.exitCode}; see ${this.log}`)
      if (!existsSync(portsFile)) return false
      this.ports = JSON.parse(readFileSync(portsFile, 'utf8')) as Ports
      return isReady(this.ports.management)
    })
  }

  /** As a power cut would: nothing is said to anybody, and its PostgreSQL is left running. */
  async kill(): Promise<void> {
    await endProcess(this.process, 'SIGKILL')
  }

  /** Checks the journal beside the running product: sequence and hash chain. */
  verifyJournal(): { status: number | null; output: string } {
    return runProduct(['verify-journal'], this.environment(), this.folder)
  }

  /** Ends it and removes its data; nothing of it runs on, however it ended. */
  async dispose(): Promise<void> {
    await endProcess(this.process, 'SIGTERM')
    await endPostgres(join(this.folder, 'data', 'postgres'))
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }

  private environment(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      DISPATCH120_DATA_DIR: join(this.folder, 'data'),
      DISPATCH120_HTTP_PORT: String(this.ports.http),
      DISPATCH120_EDGE_PORT: String(this.ports.edge),
      DISPATCH120_MANAGEMENT_PORT: String(this.ports.management),
      DISPATCH120_JTT808_PORT: 'off',
      DISPATCH120_SIMULATE: 'off',
      LC_ALL: 'C.UTF-8',
      ...this.options,
    }
  }
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok
  } catch {
    return false
  }
}
