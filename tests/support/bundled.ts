import { build } from 'esbuild'
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Inside the tree, so that packages with native parts are found from there. */
const folder = join(root, 'node_modules', '.cache', 'faults', String(process.pid))
const made = new Map<string, Promise<string>>()

/**
 * One of our programs as one file, made once per test process from the tree as it is: it starts in a quarter of a second,
 * and a program that is killed twenty times should. `entry` is a path from the top of the tree.
 */
export function bundled(entry: string): Promise<string> {
  const known = made.get(entry)
  if (known) return known
  const file = join(folder, `${basename(entry, '.ts')}.mjs`)
  mkdirSync(folder, { recursive: true })
  copyFileSync(join(root, 'server', 'storage', 'sqlite', 'housekeeper.mjs'), join(folder, 'housekeeper.mjs'))
  const making = build({
    entryPoints: [join(root, entry)],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'warning',
    external: ['libsql', 'bufferutil', 'utf-8-validate', 'supports-color'],
    banner: { js: "import { createRequire as ketuCreateRequire } from 'node:module'; const require = ketuCreateRequire(import.meta.url);" },
  }).then(() => file)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  made.set(entry, making)
  return making
}
