/* npm run bench: installs the program and the servers it is measured against, if they are not there, and starts the measuring. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installMissing } from '../../server/tools/install.mjs'
import { requireNode } from '../../server/tools/nodeVersion.mjs'

requireNode()
const root = fileURLToPath(new URL('../..', import.meta.url))
installMissing(root, { withTools: true })
installMissing(join(root, 'tests', 'bench'))

const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'tests', 'bench', 'main.ts'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
// Ctrl-C reaches the whole group; this process only waits until the servers are down.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 0)))
