import { copyFileSync, mkdirSync, statSync, truncateSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { DocumentStore } from '../../server/domain/room/DocumentStore.ts'

/** What the database's log may grow to before SQLite begins it anew, when its length would say nothing any more. */
const FIRST_LAP_BYTES = 4_000_000

/**
 * A disk that keeps what it is given only once it was synced: `cutPower` leaves in a new folder what would be there after
 * a loss of power at this instant, the database without the unsynced end of its log. `syncMs` is how long a sync takes.
 */
export function createUnsyncedDisk(file: string, syncMs: number) {
  const log = `${file}-wal`
  const length = (): number => statSync(log, { throwIfNoEntry: false })?.size ?? 0
  let synced = 0
  return {
    wrap: (store: DocumentStore): DocumentStore => {
      synced = length()
      return {
        ...store,
        async syncToDisk() {
          const written = length()
          await wait(syncMs)
          await store.syncToDisk()
          synced = Math.max(synced, written)
        },
      }
    },
    /** @returns the copy's file, and how many bytes of the log were lost. */
    cutPower(folder: string): { readonly file: string; readonly lostBytes: number } {
      if (length() > FIRST_LAP_BYTES) throw new Error('the log may have begun anew')
      mkdirSync(folder, { recursive: true })
      const copy = join(folder, basename(file))
      copyFileSync(file, copy)
      copyFileSync(log, `${copy}-wal`)
      const lostBytes = length() - synced
      truncateSync(`${copy}-wal`, synced)
      return { file: copy, lostBytes }
    },
  }
}
