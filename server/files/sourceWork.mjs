/*
 * The thread from its sources, for the tests and `npm run dev`. As one file, made once for each state of the sources: a
 * thread that translates them by itself takes a second and a half to start.
 */
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { threadId } from 'node:worker_threads'
import { fingerprint } from '../tools/fingerprint.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const file = join(root, 'node_modules', '.cache', 'fileWork', `${fingerprint(root, ['server/domain', 'server/files', 'shared', 'package-lock.json'])}.mjs`)
if (!existsSync(file)) {
  // Several may be at it: each makes its own, and the last one stays.
  const own = `${file}.${process.pid}.${threadId}.mjs`
  mkdirSync(dirname(file), { recursive: true })
  const { build } = await import('esbuild')
  await build({ entryPoints: [fileURLToPath(new URL('./work.ts', import.meta.url))], outfile: own, bundle: true, platform: 'node', target: 'node20', format: 'esm', logLevel: 'warning' })
  renameSync(own, file)
}
await import(pathToFileURL(file).href)
