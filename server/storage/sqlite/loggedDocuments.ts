import type { Log } from '../../domain/Log.ts'
import type { Append, DocumentStore, StoredDocument } from '../../domain/room/DocumentStore.ts'
import type { DatabaseDocuments } from './documents.ts'
import type { EditLog } from './editLog.ts'
import type { Numbered } from './editRecord.ts'
import { WaitingEdits } from './waitingEdits.ts'
import { oneByOne } from '../../domain/oneByOne.ts'

/** The database takes over what the log holds after so long, or as soon as it holds so much. */
const TAKE_AFTER_MS = 5_000
const TAKE_AT_BYTES = 1_000_000
/**
 * No process gives a number that an earlier one may have given: a loss of power can leave what was written last and take what
 * was before it, and SQLite finds it again once the same edits are taken over anew.
 */
const LEAP = 1_000_000

export interface LoggedDocuments extends DocumentStore {
  /** With what an earlier process left in the log; what the database refuses is tried again later. */
  takeFound(): Promise<void>
  /** Resolves when all that was appended so far is safe in the database. @throws what the disk says */
  moveToDatabase(): Promise<void>
  /** The same; then nothing stays of what the log held. */
  forget(): Promise<void>
  /** @throws what the disk says, when not all that was appended is safe */
  close(): Promise<void>
}

/**
 * `DocumentStore` on a database with a log of edits before it. An edit is appended to the log, synced there, and taken over
 * by the database later, with all others in one transaction, a row for each document. Until then it is also kept here,
 * so that who loads a document finds it whole.
 */
export function createLoggedDocuments({ database, editLog, databaseSynced, log }: {
  readonly database: DatabaseDocuments
  readonly editLog: EditLog
  /** Resolves when everything written to the database so far survives a loss of power. */
  readonly databaseSynced: () => Promise<void>
  readonly log: Log
}): LoggedDocuments {
  /** In the log alone, oldest first: what the database is asked to take over, and last what is being added to. */
  let waiting: WaitingEdits[] = []
  let newest = new WaitingEdits()
  for (const entry of editLog.found) newest.add(entry)
  let sequence = Math.max(database.lastSequence(), newest.through) + LEAP
  const inTurn = oneByOne()
  let timer: ReturnType<typeof setTimeout> | null = null
  let isMoving = false
  let closed = false
  /** The database refused last time: it is asked again after a while, not with every keystroke. */
  let hasRefused = false

  const moveToDatabase = (): Promise<void> =>
    inTurn(async () => {
      editLog.turn()
      if (!newest.isEmpty) {
        waiting.push(newest)
        newest = new WaitingEdits()
      }
      for (const edits of [...waiting]) await database.take(edits, () => (waiting = waiting.filter((one) => one !== edits)))
      const takenThrough = database.takenThrough()
      await databaseSynced()
      editLog.safeThrough(takenThrough)
    })
  function tryToMove(): Promise<void> {
    isMoving = true
    return moveToDatabase()
      .then(() => void (hasRefused = false))
      // They stay in the log, and are tried again; a disk that fails is told by those who write.
      .catch((error: unknown) => {
        hasRefused = true
        log.warn('storage.move-failed', { error })
      })
      .finally(() => {
        isMoving = false
        // Of what came in meanwhile, or was refused, maybe nobody else reminds us.
        if (!closed && (waiting.length > 0 || !newest.isEmpty)) schedule()
      })
  }
  function moveSoon(waitMs: number): void {
    timer ??= setTimeout(() => {
      timer = null
      void tryToMove()
    }, waitMs)
    timer.unref()
  }
  function schedule(): void {
    if (isMoving) return
    if (hasRefused || editLog.size() < TAKE_AT_BYTES) return moveSoon(TAKE_AFTER_MS)
    if (timer) clearTimeout(timer)
    timer = null
    moveSoon(0)
  }

  const waitingOf = (documentId: string): Numbered[] => [...waiting, newest].flatMap((edits) => edits.of(documentId))

  return {
    create: database.create,
    async load(documentId) {
      // In the same breath as the database looks, or what it takes over in between would be in neither.
      const more = waitingOf(documentId)
      const stored = await database.load(documentId)
      return stored && more.reduce(withEntry, stored)
    },
    async append(batch) {
      const entries = batch.map((entry, index) => numbered(entry, sequence + 1 + index))
      editLog.append(entries)
      sequence += entries.length
      for (const entry of entries) newest.add(entry)
      schedule()
      return entries.map((entry) => entry.sequence)
    },
    syncToDisk: editLog.sync,
    async compact(documentId, snapshot, through) {
      await moveToDatabase()
      await database.compact(documentId, snapshot, through)
    },
    async size(documentId) {
      const more = waitingOf(documentId).reduce((bytes, { update }) => bytes + (update?.byteLength ?? 0), 0)
      return (await database.size(documentId)) + more
    },
    takeFound: tryToMove,
    moveToDatabase,
    async forget() {
      // Twice, because behind the newest entries of the file in use there is still what it held before.
      for (let file = 0; file < 2; file++) {
        await moveToDatabase()
        editLog.empty()
      }
    },
    async close() {
      closed = true
      if (timer) clearTimeout(timer)
      await moveToDatabase().catch((error: unknown) => log.error('storage.move-failed', { error }))
      try {
        // What the database refused is safe in the log, for the next start.
        await editLog.sync()
      } finally {
        await editLog.close()
      }
    },
  }
}

/** A keystroke is written out: of a spread V8 makes a new shape each time, and whoever reads it is slow. */
const numbered = (entry: Append, sequence: number): Numbered =>
  entry.kind === 'update' ? { kind: entry.kind, sequence, documentId: entry.documentId, at: entry.at, update: entry.update } : { ...entry, sequence }

/** What the database would say of the document after it has taken the entry. */
function withEntry(stored: StoredDocument, entry: Numbered): StoredDocument {
  const { sequence, at } = entry
  const editedAt = Math.max(stored.editedAt ?? at, at)
  if (entry.kind === 'held') {
    const { update, participantId } = entry
    return { ...stored, editedAt, held: [...stored.held, { sequence, update, participantId, at }] }
  }
  const updates = entry.update === null ? stored.updates : [...stored.updates, entry.update]
  const held = entry.kind === 'release' ? stored.held.filter((one) => one.sequence > entry.through) : stored.held
  const isNew = entry.update !== null
  return { ...stored, updates, held, editedAt: isNew ? editedAt : stored.editedAt, lastSequence: isNew ? sequence : stored.lastSequence }
}
