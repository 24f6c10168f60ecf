import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

const isSource = (name) => /\.(ts|mjs|vue|css|html|json|svg|png|ico|webmanifest)$/.test(name)

/** Files below a folder, or the file itself, in a stable order. */
function filesOf(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesOf(join(path, entry.name)) : isSource(entry.name) ? [join(path, entry.name)] : []))
}

/** A hash of the contents of files and folders; contents and not times, because a clone or a copy renews all times. */
export function fingerprint(root, paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => filesOf(join(root, path)))) hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}
