import type { OpenDriver } from './driver.ts'
import { openLibsql } from './libsqlDriver.ts'
import { nodeSqlite } from './nodeSqliteDriver.ts'

export type DriverName = 'node:sqlite' | 'libsql'

/** This Node has no SQLite of its own, and the package that stands in for it can't be loaded: on Windows it needs a library of Microsoft's that a new laptop may not have. */
export class NoDriver extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.name = 'NoDriver'
  }
}

/** Node's own SQLite where this Node has it (22.13 and later), else libsql, which installs without a compiler. @throws NoDriver */
export async function findDriver({ findBuiltIn = nodeSqlite, loadPackage = openLibsql } = {}): Promise<{ readonly name: DriverName; readonly open: OpenDriver }> {
  const builtIn = findBuiltIn()
  if (builtIn) return { name: 'node:sqlite', open: builtIn }
  try {
    return { name: 'libsql', open: await loadPackage() }
  } catch (error) {
    throw new NoDriver(error)
  }
}
