import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface Locked {
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly hasInstallScript?: boolean
  readonly dev?: boolean
  readonly resolved?: string
}
const { packages } = JSON.parse(readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8')) as { packages: Record<string, Locked> }

/** npm's way: nested in the package itself, else in the folders above it. */
function isLocked(of: string, name: string): boolean {
  for (let folder = of; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder}${folder ? '/' : ''}node_modules/${name}`]) return true
    if (!folder) return false
  }
}

describe('the lock file', () => {
  it('holds every platform package, so that npm ci works on Windows and macOS too', () => {
    const missing = Object.entries(packages).flatMap(([path, one]) => Object.keys(one.optionalDependencies ?? {}).filter((name) => !isLocked(path, name)).map((name) => `${path} wants ${name}`))
    expect(missing).toEqual([])
  })
  it('names no registry host', () => {
    expect(Object.values(packages).filter((one) => one.resolved?.includes('://'))).toEqual([])
  })
  it('needs no install script: esbuild, the one that has one, works without it', () => {
    expect(Object.entries(packages).filter(([, one]) => one.hasInstallScript && !one.dev).map(([path]) => path)).toEqual(['node_modules/esbuild'])
  })
})
