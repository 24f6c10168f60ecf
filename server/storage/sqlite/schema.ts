import { inTransaction, numberOf, type Driver } from './driver.ts'

/** One step per version; never edited once released, only added to. */
const migrations: readonly string[] = [
  `CREATE TABLE classes (
     id TEXT PRIMARY KEY,
     code TEXT NOT NULL,
     version INTEGER NOT NULL,
     created_at INTEGER NOT NULL,
     ended_at INTEGER,
     state TEXT NOT NULL
   ) STRICT;
   CREATE UNIQUE INDEX classes_open_code ON classes (code) WHERE ended_at IS NULL;
   CREATE TABLE documents (
     id TEXT PRIMARY KEY,
     class_id TEXT NOT NULL,
     created_at INTEGER NOT NULL,
     snapshot BLOB,
     snapshot_through INTEGER NOT NULL DEFAULT 0
   ) STRICT;
   CREATE INDEX documents_class ON documents (class_id);
   CREATE TABLE updates (
     sequence INTEGER PRIMARY KEY AUTOINCREMENT,
     document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
     held INTEGER NOT NULL,
     participant_id TEXT,
     at INTEGER NOT NULL,
     bytes BLOB NOT NULL
   ) STRICT;
   CREATE INDEX updates_document ON updates (document_id, held, sequence);
   CREATE TABLE sessions (
     token_hash TEXT PRIMARY KEY,
     kind TEXT NOT NULL,
     class_id TEXT,
     participant_id TEXT,
     created_at INTEGER NOT NULL,
     expires_at INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX sessions_class ON sessions (class_id, participant_id);`,
  // When the newest of the updates that the snapshot covers was written.
  'ALTER TABLE documents ADD COLUMN edited_at INTEGER;',
  // One page per keystroke: no second index, no counter row. The numbers come from `documents.ts`.
  `CREATE TABLE log (
     document_id TEXT NOT NULL,
     sequence INTEGER NOT NULL,
     held INTEGER NOT NULL,
     participant_id TEXT,
     at INTEGER NOT NULL,
     bytes BLOB NOT NULL,
     PRIMARY KEY (document_id, sequence)
   ) STRICT, WITHOUT ROWID;
   INSERT INTO log SELECT document_id, sequence, held, participant_id, at, bytes FROM updates;
   DROP TABLE updates;
   ALTER TABLE log RENAME TO updates;`,
  `CREATE TABLE checkpoints (
     sequence INTEGER PRIMARY KEY AUTOINCREMENT,
     id TEXT NOT NULL UNIQUE,
     document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
     at INTEGER NOT NULL,
     reason TEXT NOT NULL,
     item_id TEXT,
     factors INTEGER NOT NULL,
     customers INTEGER NOT NULL,
     grades INTEGER NOT NULL,
     bytes INTEGER NOT NULL,
     content BLOB NOT NULL
   ) STRICT;
   CREATE INDEX checkpoints_document ON checkpoints (document_id, sequence);`,
  `CREATE TABLE answers (
     class_id TEXT NOT NULL,
     topic TEXT NOT NULL,
     participant_id TEXT NOT NULL,
     at INTEGER NOT NULL,
     value TEXT NOT NULL,
     PRIMARY KEY (class_id, topic, participant_id)
   ) STRICT, WITHOUT ROWID;`,
  // Courses of the trainer's own, and how long the items of a course took; neither belongs to a class.
  `CREATE TABLE courses (
     id TEXT PRIMARY KEY,
     version INTEGER NOT NULL,
     created_at INTEGER NOT NULL,
     edited_at INTEGER NOT NULL,
     removed_at INTEGER,
     template TEXT NOT NULL
   ) STRICT;
   CREATE TABLE days (
     id TEXT PRIMARY KEY,
     course_id TEXT NOT NULL,
     at INTEGER NOT NULL,
     items TEXT NOT NULL
   ) STRICT;
   CREATE INDEX days_course ON days (course_id, at);`,
  // Which devices hold a copy of a class that is gone.
  'CREATE TABLE wiped_sessions (mark TEXT PRIMARY KEY, expires_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;',
  // Edits come from the log in batches: which is the newest one here, and rows that hold several.
  `ALTER TABLE updates RENAME COLUMN held TO kind;
   CREATE TABLE taken (through INTEGER NOT NULL) STRICT;
   INSERT INTO taken VALUES (0);`,
]

/** For somebody else who has the file; the event loop stands still meanwhile. */
export const waitAtMost = (driver: Driver, ms: number): void => driver.exec(`PRAGMA busy_timeout = ${ms}`)

/** Waiting comes first: virus scanners hold a fresh file for a moment, also against the other settings. */
export function configure(driver: Driver): void {
  waitAtMost(driver, 5_000)
  driver.exec('PRAGMA journal_mode = WAL')
  // Commits are synced by `fileSync` and moved into the file by `housekeeping`, both apart from the event loop.
  driver.exec('PRAGMA synchronous = NORMAL')
  driver.exec('PRAGMA wal_autocheckpoint = 0')
  driver.exec('PRAGMA secure_delete = ON')
  driver.exec('PRAGMA foreign_keys = ON')
}

/** @throws when the file was written by a newer version of this program. */
export function migrate(driver: Driver): void {
  const found = pragma(driver, 'user_version')
  if (found > migrations.length) throw new NewerFile(found, migrations.length)
  driver.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
  migrations.slice(found).forEach((step, index) => {
    inTransaction(driver, () => {
      driver.exec(step)
      driver.exec(`PRAGMA user_version = ${found + index + 1}`)
    })
  })
}

/** Marks a file as ours: "Ketu" in ASCII. */
const APPLICATION_ID = 0x4b657475

const pragma = (driver: Driver, name: 'application_id' | 'user_version'): number => numberOf(driver.prepare(`PRAGMA ${name}`).all([])[0], name)

/**
 * By `exec` alone: libsql keeps a file open for as long as a prepared statement lives, and Windows would then refuse to
 * move a damaged file aside. So what must not be is inserted where nothing may be.
 * @throws an error that counts as damage when the file is broken or another program's.
 */
export function checkWhole(driver: Driver): void {
  driver.exec('PRAGMA temp_store = MEMORY; CREATE TEMP TABLE trouble (what TEXT CHECK (what IS NULL))')
  const refuseWhere = (query: string, why: string): void => {
    try {
      driver.exec(`INSERT INTO temp.trouble ${query}`)
    } catch (error) {
      throw error instanceof Error && /constraint/i.test(error.message) ? new Error(why) : error
    }
  }
  // Without a number of errors: newer SQLite takes that for the name of a table.
  refuseWhere("SELECT quick_check FROM pragma_quick_check WHERE quick_check <> 'ok' LIMIT 1", 'database disk image is malformed: quick_check')
  refuseWhere(
    `SELECT 'foreign' FROM pragma_application_id WHERE application_id <> ${APPLICATION_ID}
       AND EXISTS (SELECT 1 FROM main.sqlite_schema WHERE type = 'table')`,
    'not a database of this program',
  )
  driver.exec('DROP TABLE temp.trouble')
}

/** Not damage: the file is fine, but this program is too old for it. It is left alone. */
export class NewerFile extends Error {
  readonly code = 'newer-file'
  constructor(found: number, known: number) {
    super(`The data file has version ${found}, this program knows up to ${known}. Update the program.`)
    this.name = 'NewerFile'
  }
}
