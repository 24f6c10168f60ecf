/* npm test: installs, builds, checks types and lint, then vitest and the browser tests. Each step ends the run when it fails. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installMissing } from '../server/tools/install.mjs'
import { requireNode } from '../server/tools/nodeVersion.mjs'

requireNode()
const root = fileURLToPath(new URL('..', import.meta.url))
installMissing(root, { withTools: true })
const { buildClient, buildServer } = await import('../server/tools/build.mjs')
const { findChromium, howToInstall, installChromium } = await import('./support/chromium.mjs')
const { findLibreOffice, howToInstallLibreOffice, installLibreOffice } = await import('./support/libreoffice.mjs')

const results = join(root, 'test-results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
const took = []
// A build in this process says "production" to all that it starts; the tests want Vue as it warns and records.
const environment = { ...process.env, NODE_ENV: 'test' }

async function step(name, work) {
  console.log(`\n── ${name}`)
  const started = Date.now()
  if ((await work()) === false) {
    console.error(`\n${name} failed.`)
    process.exit(1)
  }
  took.push(`${name} ${((Date.now() - started) / 1000).toFixed(0)} s`)
}
const read = (name) => (existsSync(join(results, name)) ? JSON.parse(readFileSync(join(results, name), 'utf8')) : {})
const run = (script, ...given) => spawnSync(process.execPath, [join(root, 'node_modules', script), ...given], { cwd: root, stdio: 'inherit', env: environment }).status === 0

await step('build', async () => {
  await buildClient(root)
  await buildServer(root)
})
await step('types', () => run('vue-tsc/bin/vue-tsc.js', '-b'))
await step('lint', () => run('eslint/bin/eslint.js', '--config', '.config/eslint.js', '--max-warnings', '0', '.'))
if (process.env.CI) installLibreOffice()
const hasOffice = findLibreOffice() !== undefined
if (!hasOffice && process.env.CI) {
  console.error(`\n${howToInstallLibreOffice}`)
  process.exit(1)
}
await step('vitest', () => run('vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${join(results, 'vitest.json')}`))
// Playwright empties the folder.
const units = read('vitest.json')

if (!hasOffice) console.error(`\n!! THE WORKBOOKS WERE NOT CALCULATED. ${howToInstallLibreOffice}\n`)
installChromium()
const hasBrowser = findChromium() !== undefined
if (!hasBrowser && process.env.CI) {
  console.error(`\n${howToInstall}`)
  process.exit(1)
}
if (hasBrowser) await step('browsers', () => run('@playwright/test/cli.js', 'test', '--config', 'tests/playwright.config.ts'))
else console.error(`\n!! THE BROWSER TESTS DID NOT RUN. ${howToInstall}\n`)

const browsers = read('e2e.json').stats ?? {}
console.log(`\n${took.join(' · ')}`)
if (browsers.flaky) console.error(`!! ${browsers.flaky} browser tests passed only at the second try`)
console.log(`${(units.numPassedTests ?? 0) + (browsers.expected ?? 0) + (browsers.flaky ?? 0)} passed, ${(units.numFailedTests ?? 0) + (browsers.unexpected ?? 0)} failed`)
