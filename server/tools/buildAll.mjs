/* npm run build: what npm start would build, without starting. */
import { fileURLToPath } from 'node:url'
import { installMissing } from './install.mjs'
import { requireNode } from './nodeVersion.mjs'

requireNode()
const root = fileURLToPath(new URL('../..', import.meta.url))
installMissing(root)
const { buildClient, buildServer } = await import('./build.mjs')
await buildClient(root)
await buildServer(root)
