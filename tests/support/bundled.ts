import { build } from 'esbuild'
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Inside the tree, so that packages with native parts are found from there. */
const folders = join(root, 'node_modules', '.cache', 'faults')
const folder = join(folders, String(process.pid))
const made = new Map<string, Promise<string>>()

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
/** Test processes are ended without a word, so the next one clears up after them. */
function clearUp(): void {
  for (const name of readdirSync(folders)) {
    if (/^\d+$/.test(name) && !isRunning(Number(name))) rmSync(join(folders, name), { recursive: true, force: true })
  }
}

/**
 * One of our programs as one file, made once per test process from the tree as it is: it starts in a quarter of a second,
 * and a program that is killed twenty times should. `entry` is a path from the top of the tree.
 */
export function bundled(entry: string): Promise<string> {
  const known = made.get(entry)
  if (known) return known
  const file = join(folder, `${basename(entry, '.ts')}.mjs`)
  mkdirSync(folder, { recursive: true })
  clearUp()
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
  made.set(entry, making)
  return making
}
