/* npm run dev: the server restarts and the pages reload on every change. Pages at 5173, the server at 8420 (or KETU_PORT). */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installMissing } from './install.mjs'
import { requireNode } from './nodeVersion.mjs'

requireNode()
const root = fileURLToPath(new URL('../..', import.meta.url))
installMissing(root, { withTools: true })
const data = join(root, 'node_modules', '.cache', 'ketu-data')
const port = process.env.KETU_PORT ?? '8420'
const run = (script, given) => spawn(process.execPath, [join(root, 'node_modules', script), ...given], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, KETU_NO_OPEN: '1', KETU_PORT: port } })

const children = [
  run('tsx/dist/cli.mjs', ['watch', '--clear-screen=false', 'server/main.ts', '--data', data, ...process.argv.slice(2)]),
  run('vite/bin/vite.js', ['--config', 'client/vite.config.ts']),
]
console.log('\n  页面 Pages: http://localhost:5173  （培训师入口里的端口换成 5173  in the trainer link use port 5173）\n')
let stopping = false
const stop = () => {
  if (stopping) return
  stopping = true
  for (const child of children) child.kill('SIGTERM')
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
for (const child of children) child.on('exit', stop)
