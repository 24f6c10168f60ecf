import { defineConfig } from '@playwright/test'
import { chromiumArguments, findChromium } from './support/chromium.mjs'

export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  // One classroom at a time: a browser for each person is all that two cores can carry, and two at once made each other late.
  workers: 1,
  projects: [
    { name: 'day', testMatch: /wholeDay\.spec/ },
    // Things move all day long; here nobody waits for it.
    { name: 'moments', testIgnore: /wholeDay/, use: { contextOptions: { reducedMotion: 'reduce' } } },
  ],
  timeout: 120_000,
  expect: { timeout: 20_000 },
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
