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

const child = spawn(process.execPath, ['--enable-source-maps', '--disable-proto=delete', join(root, 'dist', 'server', 'main.js'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
// This process only passes signals on and waits until the server has saved; a second SIGINT does the server no harm.
process.on('SIGINT', () => child.kill('SIGINT'))
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 0)))
