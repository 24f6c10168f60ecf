import type { OpenDriver } from './driver.ts'
import { openLibsql } from './libsqlDriver.ts'
import { nodeSqlite } from './nodeSqliteDriver.ts'

export type DriverName = 'node:sqlite' | 'libsql'

/** Node's own SQLite where this Node has it (22.13 and later), else libsql, which installs without a compiler. */
export async function findDriver(): Promise<{ readonly name: DriverName; readonly open: OpenDriver }> {
  const builtIn = nodeSqlite()
  return builtIn ? { name: 'node:sqlite', open: builtIn } : { name: 'libsql', open: await openLibsql() }
}
