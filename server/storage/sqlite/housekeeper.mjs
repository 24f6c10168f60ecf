/*
 * A thread of its own, with a connection of its own, for what takes long on the file (P6.7). Plain JavaScript, because a
 * thread starts from a file: this one is the same in the sources and beside the built server.
 */
import { parentPort, workerData } from 'node:worker_threads'

/** @type {{ file: string, driver: 'node:sqlite' | 'libsql' }} */
const { file, driver } = workerData

async function open() {
  if (driver === 'node:sqlite') return new (process.getBuiltinModule('node:sqlite').DatabaseSync)(file)
  const { default: Database } = await import('libsql')
  return new Database(file)
}
const database = await open()
database.exec('PRAGMA busy_timeout = 5000; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0; PRAGMA secure_delete = ON')

/** Moves everything from the log into the file and syncs both. */
function moveLog(mode) {
  const [{ busy, log, checkpointed }] = database.prepare(`PRAGMA wal_checkpoint(${mode})`).all()
  if (busy !== 0 || log !== checkpointed) throw new Error('the log is in use')
}
/** By the names in housekeeping.ts. */
const chores = {
  checkpoint: () => moveLog('PASSIVE'),
  empty: () => moveLog('TRUNCATE'),
  copy: ({ to }) => database.exec(`VACUUM INTO '${to.replaceAll("'", "''")}'`),
  forget() {
    moveLog('TRUNCATE')
    database.exec('VACUUM')
    moveLog('TRUNCATE')
  },
}

parentPort.on('message', (chore) => {
  if (chore.kind === 'close') {
    database.close()
    parentPort.close()
    return
  }
  try {
    chores[chore.kind](chore)
    parentPort.postMessage({ ok: true })
  } catch (error) {
    parentPort.postMessage({ ok: false, message: error instanceof Error ? error.message : String(error) })
  }
})
