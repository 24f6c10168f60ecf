import type { Log } from '../../domain/Log.ts'
import type { Storage } from '../../domain/Storage.ts'

export interface SqliteOptions {
  /** Path of the database, or ':memory:'. Its folder must exist; safety copies go to `backups` beside it. */
  readonly file: string
  readonly log: Log
}
/** @throws AlreadyRunning when another process has the file. */
export async function openSqlite(_options: SqliteOptions): Promise<Storage> {
  throw new Error('being built')
}
