/* Starts a TypeScript tool of this folder, with everything installed and built: `node tests/tool.mjs simulator/demo.ts …`. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installMissing } from '../server/tools/install.mjs'
import { requireNode } from '../server/tools/nodeVersion.mjs'

requireNode()
const root = fileURLToPath(new URL('..', import.meta.url))
installMissing(root, { withTools: true })
const { buildClient, buildServer } = await import('../server/tools/build.mjs')
await buildClient(root)
await buildServer(root)

const [tool = '', ...given] = process.argv.slice(2)
const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'tests', tool), ...given], { cwd: root, stdio: 'inherit' })
// Ctrl-C reaches the whole group; this process only waits until the tool has cleaned up.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 0)))
