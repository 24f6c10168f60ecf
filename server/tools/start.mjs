/* npm start: installs what is missing, builds what is stale, starts. Plain JavaScript, nothing but Node. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installMissing } from './install.mjs'
import { requireNode } from './nodeVersion.mjs'

requireNode()
const root = fileURLToPath(new URL('../..', import.meta.url))
installMissing(root)
// Only now: it imports what was installed.
const { buildClient, buildServer } = await import('./build.mjs')
await buildClient(root)
await buildServer(root)

// A Node that calls its own SQLite experimental says so to the trainer.
const flags = ['--enable-source-maps', '--disable-proto=delete', '--disable-warning=ExperimentalWarning']
const child = spawn(process.execPath, [...flags, join(root, 'dist', 'server', 'main.js'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
// This process only waits until the server has saved. It passes signals on, a second SIGINT does the server no harm; but Windows tells
// everybody at a console by itself, and there `kill` would end the server before it has saved.
const passOn = (signal) => process.platform === 'win32' || child.kill(signal)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => passOn(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 0)))
