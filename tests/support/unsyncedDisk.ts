import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, readSync, statSync, truncateSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { DocumentStore } from '../../server/domain/room/DocumentStore.ts'
import { editLogFiles } from '../../server/storage/sqlite/files.ts'

/** The start of a file of the log, which changes when it is written anew. */
function startOf(file: string): string {
  const start = Buffer.alloc(8)
  const descriptor = openSync(file, 'r')
  readSync(descriptor, start, 0, start.length, 0)
  closeSync(descriptor)
  return start.toString('hex')
}

/**
 * A disk that keeps what it is given only once it was synced: `cutPower` leaves in a new folder what would be there after
 * a loss of power at this instant, the log of edits without its unsynced end. `syncMs` is how long a sync takes.
 */
export function createUnsyncedDisk(file: string, syncMs: number) {
  const starts = new Map<string, string>()
  /** How long each file of the log is. Once one is written anew its length says nothing any more. */
  const lengths = (): readonly number[] =>
    editLogFiles.map((suffix) => {
      const length = statSync(file + suffix).size
      const start = length === 0 ? '' : startOf(file + suffix)
      if (start !== '' && (starts.get(suffix) ?? start) !== start) throw new Error('the log has begun anew')
      if (start !== '') starts.set(suffix, start)
      return length
    })
  let synced: readonly number[] = editLogFiles.map(() => 0)
  const unsynced = (): readonly number[] => lengths().map((length, index) => length - (synced[index] ?? 0))
  const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0)
  return {
    /** What a loss of power would take now. */
    unsyncedBytes: () => sum(unsynced()),
    wrap: (store: DocumentStore): DocumentStore => ({
      ...store,
      async syncToDisk() {
        const written = lengths()
        await wait(syncMs)
        await store.syncToDisk()
        synced = written
      },
    }),
    /** @returns the copy's file, and how many bytes of the log were lost. */
    cutPower(folder: string): { readonly file: string; readonly lostBytes: number } {
      const lostBytes = sum(unsynced())
      mkdirSync(folder, { recursive: true })
      const copy = join(folder, basename(file))
      for (const suffix of ['', '-wal', ...editLogFiles]) if (existsSync(file + suffix)) copyFileSync(file + suffix, copy + suffix)
      editLogFiles.forEach((suffix, index) => truncateSync(copy + suffix, synced[index] ?? 0))
      return { file: copy, lostBytes }
    },
  }
}
