import type { TestInfo } from '@playwright/test'

/** One line of the table. */
export interface Row {
  what: string
  measured: string
  reference?: string
  goal: string
  met: boolean
}

export function report(testInfo: TestInfo, row: Row): void {
  testInfo.annotations.push({ type: 'row', description: JSON.stringify(row) })
}

/** @param share 0.99 for the p99 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN
}

export function spread(values: readonly number[]): string {
  return `p50 ${percentile(values, 0.5).toFixed(1)} ms, p99 ${percentile(values, 0.99).toFixed(1)} ms`
}
