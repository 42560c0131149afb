import { defineConfig } from '@playwright/test'

/** One journey at a time: each has a whole product, a PostgreSQL and up to three browsers on two cores. */
export default defineConfig({
  testDir: './journeys',
  outputDir: '../../target/journeys/results',
  reporter: [['list']],
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
})
