/* npm start: installs what is missing, builds what is stale, starts, and starts again what broke. Plain JavaScript, nothing but Node. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installMissing } from './install.mjs'
import { keepRunning } from './keepRunning.mjs'
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
const server = keepRunning([...flags, join(root, 'dist', 'server', 'main.js'), ...process.argv.slice(2)], {
  cwd: root,
  breaks: () => console.error('\n  程序意外停止，正在自动重新启动……\n  It stopped unexpectedly and is started again …\n'),
})
// When it is to end, this process only waits until the server has saved.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.stop(signal))
process.exit(await server.ended)
