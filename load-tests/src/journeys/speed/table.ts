import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { spawnSync } from 'node:child_process'
import { cpus, loadavg, totalmem } from 'node:os'
import type { Row } from './row'

/** Prints what was measured as one table, with the machine and the commit. */
export default class Table implements Reporter {
  private readonly rows: Row[] = []
  private readonly problems: string[] = []

  onTestEnd(test: TestCase, result: TestResult): void {
    for (const { type, description } of test.annotations) {
      if (type === 'row' && description) this.rows.push(JSON.parse(description) as Row)
    }
    for (const { message } of result.errors) this.problems.push(`${test.title}: ${message ?? ''}`)
  }

  onStdOut(text: string | Buffer): void {
    process.stderr.write(text)
  }

  onEnd(): void {
    const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).stdout.trim()
    const memory = Math.round(totalmem() / 2 ** 30)
    const lines = [
      `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${memory} GiB, load ${loadavg()[0]?.toFixed(1)}, commit ${commit}`,
      '',
      '| what | measured | reference of the same run | goal | met |',
      '|---|---|---|---|---|',
      ...this.rows.map(
        ({ what, measured, reference, goal, met }) =>
          `| ${what} | ${measured} | ${reference ?? '–'} | ${goal} | ${met ? 'yes' : 'no'} |`,
      ),
    ]
    console.log([...lines, ...this.problems].join('\n'))
  }
}
