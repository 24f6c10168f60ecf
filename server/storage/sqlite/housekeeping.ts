import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Log } from '../../domain/Log.ts'
import { isLocked } from './driver.ts'
import type { DriverName } from './findDriver.ts'
import { oneByOne } from '../../domain/oneByOne.ts'

/** What the thread is asked for, one at a time. */
type Chore =
  /** Moves what the log holds into the file and syncs that; the log is then written anew from its start. */
  | { readonly kind: 'checkpoint' }
  /** The same, and cuts the log to nothing. */
  | { readonly kind: 'empty' }
  /** Writes a whole copy of the database into a new file, not yet synced. */
  | { readonly kind: 'copy'; readonly to: string }
  /** Empties the log and gives free pages back. */
  | { readonly kind: 'forget' }
type ChoreReply = { readonly ok: true } | { readonly ok: false; readonly message: string }

/** About what the log may hold before it is moved into the file. SQLite by itself would do so at half of it. */
const LOG_BYTES = 8_000_000
/** What a row adds to the log beside its content: a page, at least. */
export const PAGE_BYTES = 4_120

/** Another program that has the file is waited for, apart from the event loop. */
const BUSY_PAUSE_MS = 100
const BUSY_MOST_MS = 5_000

/** How this process writes: in turn with the housekeeping, and safe once it was synced. */
export interface Writes {
  /**
   * Runs what writes, in one transaction, as soon as nobody else has the file, nearly always at once; `then` in the same breath.
   * `bytes`: its content, roughly. @throws what the disk says, and then nothing was written; what `work` throws too
   */
  write<T>(bytes: number, work: () => T, then?: () => void): Promise<T>
  /** Resolves when everything written so far survives a loss of power. @throws what the disk says */
  synced(): Promise<void>
}
/** What takes long on the file, done in a thread of its own, one after the other. */
export interface Housekeeping {
  /** As `Writes` has it, but for the transaction. */
  readonly write: Writes['write']
  /** Resolves when all that was written is in the file itself, and synced, and nothing in the log. Writing waits for so long. */
  empty(): Promise<void>
  /** Writes a whole copy of the database, not yet synced. Writing goes on. */
  copyTo(file: string): Promise<void>
  /** Nothing of what was deleted stays in the file or the log. Writing waits for so long. */
  forget(): Promise<void>
  close(): Promise<void>
}

/**
 * No write ever meets a checkpoint: SQLite up to 3.51.2, and so libsql and most versions of Node, can damage the file when
 * a transaction begins the log anew while another connection checkpoints (https://www.sqlite.org/wal.html#walresetbug).
 * It also lets each checkpoint reach the log's end, so the log stays bounded however busy the class is. Who writes
 * meanwhile waits without holding up the event loop. @param sync is called before a checkpoint, to make that wait short.
 */
export function createHousekeeping(file: string, { driver, sync, log, logBytes = LOG_BYTES }: {
  readonly driver: DriverName
  readonly sync: () => Promise<void>
  readonly log: Log
  readonly logBytes?: number
}): Housekeeping {
  const thread = createThread({ file, driver })
  const inTurn = oneByOne()
  /** Set while a chore has the file for itself. */
  let alone: Promise<void> | null = null
  let writtenBytes = 0
  let isTidying = false

  const whileNobodyWrites = (chore: Chore): Promise<void> =>
    inTurn(async () => {
      let release: () => void = () => undefined
      alone = new Promise((resolve) => (release = resolve))
      try {
        await thread.run(chore)
      } finally {
        alone = null
        release()
      }
    })
  /** Who found the file locked by another program, and those behind them: nobody overtakes. */
  const inLine = oneByOne()
  let lineLength = 0
  /** A transaction that finds the file locked has done nothing. @throws what it says when the time is over */
  async function untilUnlocked<T>(work: () => T, giveUpAt: number): Promise<T> {
    for (;;) {
      while (alone) await alone
      try {
        return work()
      } catch (error) {
        if (!isLocked(error) || performance.now() > giveUpAt) throw error
      }
      await wait(BUSY_PAUSE_MS)
    }
  }
  async function patiently<T>(work: () => T): Promise<T> {
    // Of each by itself: those in line wait together.
    const giveUpAt = performance.now() + BUSY_MOST_MS
    while (alone) await alone
    if (lineLength === 0) {
      try {
        return work()
      } catch (error) {
        if (!isLocked(error)) throw error
      }
    }
    lineLength++
    return inLine(() => untilUnlocked(work, giveUpAt)).finally(() => lineLength--)
  }
  async function tidy(): Promise<void> {
    isTidying = true
    writtenBytes = 0
    try {
      await sync()
      await whileNobodyWrites({ kind: 'checkpoint' })
    } catch (error) {
      // Tried again when as much was written once more; a disk that fails is told by those who write.
      log.warn('storage.checkpoint-failed', { error })
    } finally {
      isTidying = false
    }
  }
  return {
    async write(bytes, work, then) {
      const result = await patiently(() => {
        const result = work()
        then?.()
        return result
      })
      writtenBytes += bytes + PAGE_BYTES
      if (writtenBytes > logBytes && !isTidying) void tidy()
      return result
    },
    empty: () => whileNobodyWrites({ kind: 'empty' }),
    copyTo: (to) => inTurn(() => thread.run({ kind: 'copy', to })),
    forget: () => whileNobodyWrites({ kind: 'forget' }),
    close: () => inTurn(thread.close),
  }
}

/** Started with the first chore: most tools and tests that open a file have none. */
function createThread(database: { readonly file: string; readonly driver: DriverName }) {
  let worker: Worker | null = null
  let closed = false
  function start(): Worker {
    // Beside this file, and beside the built server.
    const started = new Worker(new URL('./housekeeper.mjs', import.meta.url), { workerData: database })
    started.once('exit', () => {
      if (worker === started) worker = null
    })
    // Whoever waits for it is told by `ask`; without any listener the process would end.
    started.on('error', () => undefined)
    return started
  }
  function ask(chore: Chore): Promise<ChoreReply> {
    const asked = (worker ??= start())
    return new Promise((resolve, reject) => {
      const settle = (act: () => void): void => {
        asked.off('message', answered).off('error', failed).off('exit', ended)
        act()
      }
      const answered = (reply: ChoreReply): void => settle(() => resolve(reply))
      const failed = (error: unknown): void => settle(() => reject(error))
      const ended = (): void => failed(new Error('the housekeeping ended'))
      asked.on('message', answered).on('error', failed).on('exit', ended)
      asked.postMessage(chore)
    })
  }
  return {
    async run(chore: Chore): Promise<void> {
      if (closed) return
      const reply = await ask(chore)
      if (!reply.ok) throw new Error(reply.message)
    },
    async close(): Promise<void> {
      closed = true
      if (!worker) return
      const ended = once(worker, 'exit')
      worker.postMessage({ kind: 'close' })
      await ended
    },
  }
}
