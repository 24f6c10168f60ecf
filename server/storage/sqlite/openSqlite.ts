import { existsSync, statSync } from 'node:fs'
import type { Log } from '../../domain/Log.ts'
import { AlreadyRunning, type Storage } from '../../domain/Storage.ts'
import { createBackups, mentionsClass, type Backups } from './backups.ts'
import { createAnswerRepository } from './answers.ts'
import { createClassRepository, type Forget } from './classes.ts'
import { createCheckpointRepository } from './checkpoints.ts'
import { createCourseRepository } from './courses.ts'
import { createDayRepository } from './days.ts'
import type { DocumentStore } from '../../domain/room/DocumentStore.ts'
import { createDatabaseDocuments, createDocumentStore, type DatabaseDocuments } from './documents.ts'
import { inTransaction, isDamage, isLocked, numberOf, type Driver, type OpenDriver } from './driver.ts'
import { openEditLog } from './editLog.ts'
import { createFileSync } from './fileSync.ts'
import { findDriver, type DriverName } from './findDriver.ts'
import { createHousekeeping, type Housekeeping, type Writes } from './housekeeping.ts'
import { createLoggedDocuments } from './loggedDocuments.ts'
import { moveLog } from './moveLog.ts'
import { checkWhole, configure, migrate, waitAtMost } from './schema.ts'
import { createSessionRepository } from './sessions.ts'

/** Of the pages, what may be free in a file that is closed. */
const FREE_SHARE = 0.2
/** How long somebody else who has the file, such as a backup program, may keep the event loop, and the end of the server. */
const BUSY_MS = 20
const CLOSING_MS = 5_000

export interface SqliteOptions {
  /** Path of the database, or ':memory:'. Its folder must exist; safety copies go to `backups` beside it. */
  readonly file: string
  readonly log: Log
}

/**
 * Opens the database, or brings back the newest good safety copy when the file is damaged.
 * @throws AlreadyRunning when another process has the file; NewerFile when a newer program wrote it.
 */
export async function openSqlite({ file, log }: SqliteOptions): Promise<Storage> {
  const { name, open } = await findDriver()
  if (file === ':memory:') return inMemory(openReady(open, file))

  const lock = takeLock(open, file)
  try {
    const backups = createBackups(file)
    const wasKilled = (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
    const { driver, restored } = await openOrRestore(open, file, backups, log)
    log.info('storage.opened', { driver: name, restored: restored !== null })
    return await inFile({ file, log, open, name, driver, restored, wasKilled, backups, lock })
  } catch (error) {
    lock.close()
    throw error
  }
}

function repositoriesOn(driver: Driver, writes: Writes, documents: DocumentStore, forget: Forget) {
  const sessions = createSessionRepository(driver, writes)
  return {
    documents, sessions,
    classes: createClassRepository(driver, writes, sessions, forget),
    checkpoints: createCheckpointRepository(driver, writes),
    answers: createAnswerRepository(driver, writes),
    courses: createCourseRepository(driver, writes),
    days: createDayRepository(driver, writes),
  }
}

/** Nothing in memory survives anything, so nothing waits for it. */
function inMemory(driver: Driver): Storage {
  const writes: Writes = {
    async write(_bytes, work, then) {
      const result = inTransaction(driver, work)
      then?.()
      return result
    },
    synced: async () => undefined,
  }
  return {
    ...repositoriesOn(driver, writes, createDocumentStore(createDatabaseDocuments(driver, writes)), async (_classId, last) => {
      await last?.()
      return 0
    }),
    restored: null,
    backup: async () => null,
    close: async () => driver.close(),
  }
}

interface FileParts {
  readonly file: string
  readonly log: Log
  readonly open: OpenDriver
  readonly name: DriverName
  readonly driver: Driver
  readonly restored: Storage['restored']
  /** A process left its write-ahead log behind. */
  readonly wasKilled: boolean
  readonly backups: Backups
  readonly lock: Driver
}

/**
 * Under `synchronous = NORMAL` a commit in write-ahead mode only writes the log, so it survives the process and is cheap;
 * what makes it survive the power is one sync of the log (https://www.sqlite.org/wal.html, "Performance Considerations").
 * SQLite syncs the log by itself before it moves pages out of it, and its header when it starts over, so syncing the log
 * here is all that is missing. A commit is in the log whole, with the frames that fill its last sector
 * (https://www.sqlite.org/fileformat2.html#walformat), before the statement returns, and the log is one file from one
 * opening of the database to its closing: emptied and begun anew, but never replaced while we have it open.
 */
async function inFile({ file, log, open, name, driver, restored, wasKilled, backups, lock }: FileParts): Promise<Storage> {
  // From here on a class is waiting; `housekeeping.write` has more patience.
  waitAtMost(driver, BUSY_MS)
  const wal = createFileSync(`${file}-wal`, () => housekeeping.empty())
  const housekeeping: Housekeeping = createHousekeeping(file, { driver: name, sync: wal.sync, log })
  const writes: Writes = { write: (bytes, work, then) => housekeeping.write(bytes, () => inTransaction(driver, work), then), synced: wal.sync }
  // How the syncs of that process ended nobody knows; see `createFileSync`. A full disk may have no room for this, and starts nevertheless.
  if (wasKilled) await housekeeping.empty().then(wal.sync).catch((error: unknown) => log.warn('storage.checkpoint-failed', { error }))
  const database = createDatabaseDocuments(driver, writes)
  const documents = await openDocuments(file, database, wal.sync, log)
  const takeCopy = async () => {
    await documents.moveToDatabase()
    return backups.take(housekeeping.copyTo, Date.now())
  }
  let closed = false
  async function closeFile(): Promise<void> {
    await housekeeping.close()
    await wal.close()
    try {
      waitAtMost(driver, CLOSING_MS)
      giveBackSpace(driver, log)
      // Leaving the write-ahead mode removes the log: one whole file stays, safe to copy (P6.2).
      moveLog(driver, 'TRUNCATE')
      driver.exec('PRAGMA journal_mode = DELETE')
    } finally {
      driver.close()
      lock.close()
    }
  }
  return {
    ...repositoriesOn(driver, writes, documents, async (classId, last) => {
      await documents.forget()
      await housekeeping.forget()
      // Copies that know a wiped class go with it; one new copy keeps the other classes safe.
      const removed = await backups.removeWhere((copy) => mentionsClass(open, copy, classId))
      await last?.()
      // The class is gone for good by now; a disk too full for a copy is no reason to say otherwise.
      await takeCopy().catch((error: unknown) => log.error('storage.backup-failed', { error }))
      return removed
    }),
    restored,
    backup: takeCopy,
    async close() {
      if (closed) return
      closed = true
      await documents.close().finally(closeFile)
    },
  }
}
/** Once a good part of the file is free, of what was compacted; there is no harm when it can't be done. */
function giveBackSpace(driver: Driver, log: Log): void {
  try {
    const [row] = driver.prepare('SELECT freelist_count AS free, page_count AS pages FROM pragma_freelist_count, pragma_page_count').all([])
    if (numberOf(row, 'free') > numberOf(row, 'pages') * FREE_SHARE) driver.exec('VACUUM')
  } catch (error) {
    log.warn('storage.vacuum-failed', { error })
  }
}
/** With what a process that was killed left in the log of edits. */
async function openDocuments(file: string, database: DatabaseDocuments, databaseSynced: () => Promise<void>, log: Log) {
  const editLog = await openEditLog(file, database.takenThrough(), async () => {
    // Twice, so that each file was free in between: what came in meanwhile lies behind what may be lost.
    for (let time = 0; time < 2; time++) await documents.moveToDatabase()
  })
  const documents = createLoggedDocuments({ database, editLog, databaseSynced, log })
  if (editLog.size() > 0) log.info('storage.edits-found', { entries: editLog.found.length })
  // On a disk that is full they stay where they are, and are read from there. What the database has is synced, too: it is told as stored from now on.
  await documents.takeFound()
  return documents
}

/**
 * A second little database beside the file, locked for as long as we run. The system lets go of it when the process
 * dies, however it dies, so no stale lock can keep a class from starting; the main file stays readable for tools.
 */
function takeLock(open: OpenDriver, file: string): Driver {
  const lock = open(`${file}.lock`)
  try {
    lock.exec('PRAGMA busy_timeout = 0')
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    throw isLocked(error) ? new AlreadyRunning(file) : error
  }
}

/** SQLite takes a file of no length for a new database, and deletes the log beside it. */
function refuseEmptied(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.size === 0) throw new Error('not a database: the file has no length')
}

function openReady(open: OpenDriver, file: string): Driver {
  refuseEmptied(file)
  const driver = open(file)
  try {
    // Before anything is set: a damaged file goes aside as it was found.
    checkWhole(driver)
    configure(driver)
    migrate(driver)
    return driver
  } catch (error) {
    driver.close()
    throw error
  }
}

/** True when the file opens and is whole, for choosing a safety copy. Leaves the file as it is. */
function isWhole(open: OpenDriver, file: string): boolean {
  let driver: Driver | undefined
  try {
    refuseEmptied(file)
    driver = open(file)
    checkWhole(driver)
    return true
  } catch {
    return false
  } finally {
    driver?.close()
  }
}

async function openOrRestore(open: OpenDriver, file: string, backups: Backups, log: Log) {
  try {
    await refuseLost(file, backups)
    return { driver: openReady(open, file), restored: null }
  } catch (error) {
    if (!isDamage(error)) throw error
    const { aside, fromMinute } = await backups.restoreNewest((copy) => isWhole(open, copy), Date.now())
    log.error('storage.restored', { aside, fromMinute, error: error instanceof Error ? error.message : String(error) })
    return { driver: openReady(open, file), restored: { fromMinute } }
  }
}
/** No file, but copies of one: it was lost, or we died in the middle of bringing it back. Only where there is neither, the day is young. */
async function refuseLost(file: string, backups: Backups): Promise<void> {
  if (!existsSync(file) && (await backups.any())) throw new Error('not a database: the file is gone, and there are copies of it')
}
