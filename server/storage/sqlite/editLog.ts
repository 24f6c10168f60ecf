import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { readRecords, writeRecord, type Numbered } from './editRecord.ts'
import { editLogFiles, removeFile, syncFolder } from './files.ts'
import { createFileSync, type FileSync } from './fileSync.ts'

/** What was appended and is not yet known to be safe in the database. */
export interface EditLog {
  /** What an earlier process left and the database has not taken over, oldest first. */
  readonly found: readonly Numbered[]
  /** Survives the death of the process when it returns. @throws what the disk says; then nothing of it counts */
  append(entries: readonly Numbered[]): void
  /** Resolves when everything appended before survives a loss of power. @throws what the disk says */
  sync(): Promise<void>
  /** Of the entries that it holds, in bytes of the disk. */
  size(): number
  /** New entries go to the other file if that one is free, so that this one can become free. */
  turn(): void
  /** Everything up to `sequence` is safe elsewhere: a file with nothing beyond it is free. */
  safeThrough(sequence: number): void
  /** Cuts the free files, so that nothing stays of what they held. */
  empty(): void
  /** Files that hold nothing any more go. */
  close(): Promise<void>
}
interface File {
  readonly path: string
  readonly descriptor: number
  readonly sync: FileSync
  /** Where the next record goes. */
  end: number
  /** Its newest entry; 0 when it is free. */
  last: number
  /** Counts what was ever written to it, and how much of that is known to be on the disk. */
  written: number
  synced: number
}

/**
 * Adding to a file costs a tenth of a transaction, and no page is written for a keystroke. Two files take turns: while the
 * database takes over what one holds, edits go to the other. A free file is written anew over what it held and not cut,
 * so that a sync finds its length unchanged: what is left there has been in the database for long, and its numbers say so.
 * @param takenThrough the newest entry that the database has
 * @param rescue writes everything once more, to another place, after a sync that failed; see `createFileSync`
 */
export async function openEditLog(database: string, takenThrough: number, rescue: () => Promise<void>): Promise<EditLog> {
  const found: Numbered[] = []
  function openFile(path: string): File {
    closeSync(openSync(path, 'a+'))
    const { entries, end } = readRecords(readFileSync(path))
    found.push(...entries.filter(({ sequence }) => sequence > takenThrough))
    // What the database took over may not be safe there: that process died. Until `safeThrough` says so, nothing here is free.
    const last = entries.reduce((newest, { sequence }) => Math.max(newest, sequence), 0)
    const descriptor = openSync(path, 'r+')
    // What a loss of power left behind the first gap must not be read once the gap is filled.
    ftruncateSync(descriptor, end)
    return { path, descriptor, sync: createFileSync(path, rescue), end, last, written: entries.length, synced: 0 }
  }
  let active = openFile(database + editLogFiles[0])
  let other = openFile(database + editLogFiles[1])
  const files = [active, other]
  found.sort((one, two) => one.sequence - two.sequence)
  // That the files are there must survive the power, too.
  await syncFolder(dirname(database))

  return {
    found,
    append(entries) {
      const record = writeRecord(entries)
      // At a place of its own: a write that a full disk cut short lies where the next one goes.
      const written = writeSync(active.descriptor, record, 0, record.byteLength, active.end)
      if (written < record.byteLength) throw new Error(`ENOSPC: ${written} of ${record.byteLength} bytes were written`)
      active.end += record.byteLength
      active.last = entries.at(-1)?.sequence ?? active.last
      active.written += entries.length
    },
    async sync() {
      // Only what was written when the sync began is safe when it ends; who asks meanwhile waits for it, too.
      await Promise.all(files.filter((file) => file.synced < file.written).map(async (file) => {
        const { written } = file
        await file.sync.sync()
        file.synced = Math.max(file.synced, written)
      }))
    },
    size: () => files.reduce((sum, { end }) => sum + end, 0),
    turn() {
      if (other.last === 0) [active, other] = [other, active]
    },
    safeThrough(sequence) {
      for (const file of files) if (file.last <= sequence) Object.assign(file, { end: 0, last: 0, synced: file.written })
    },
    empty() {
      for (const file of files) if (file.last === 0) ftruncateSync(file.descriptor, 0)
    },
    async close() {
      for (const file of files) {
        await file.sync.close()
        closeSync(file.descriptor)
        if (file.last === 0) await removeFile(file.path)
      }
    },
  }
}
