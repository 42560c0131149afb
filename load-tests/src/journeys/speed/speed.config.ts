import { defineConfig } from '@playwright/test'

/** Measurements, not tests: run by hand, on a machine that does nothing else. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.speed.ts',
  outputDir: '../../../target/journeys/speed',
  reporter: [['./table.ts']],
  workers: 1,
  timeout: 900_000,
})
