import { defineConfig } from '@playwright/test'
import { chromiumArguments, findChromium } from './support/chromium.mjs'

export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  // Two cores, two classrooms at a time: most of each test is waiting for what people see.
  workers: 2,
  // The longest begins first, or it would run alone in the end.
  projects: [{ name: 'day', testMatch: /wholeDay/ }, { name: 'moments', testIgnore: /wholeDay/ }],
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  forbidOnly: true,
  // Real processes and sockets on a busy machine: what passes only the second time is counted as flaky and said.
  retries: process.env['CI'] ? 1 : 0,
  use: {
    launchOptions: { executablePath: findChromium(), args: chromiumArguments },
    locale: 'zh-CN',
    // A click that waits for a busy machine says nothing of the program; what people wait for is `expect`ed.
    actionTimeout: 20_000,
    // A trace triples the time of typing here; ask for one with --trace on.
    screenshot: 'only-on-failure',
  },
})
