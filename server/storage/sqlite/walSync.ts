import { open, type FileHandle } from 'node:fs/promises'
import { isMissing } from './files.ts'

export interface WalSync {
  /** Resolves when every transaction committed before the call survives a loss of power. @throws what the disk says */
  sync(): Promise<void>
  close(): Promise<void>
}

/**
 * Under `synchronous = NORMAL` a commit in write-ahead mode only writes the log, so it survives the process and is cheap;
 * what makes it survive the power is one sync of the log (https://www.sqlite.org/wal.html, "Performance Considerations").
 * SQLite syncs the log by itself before it moves pages out of it, and its header when it starts over, so syncing the log
 * here, in a thread of Node's pool, is all that is missing. Calls that come while one runs share the next. A commit is in the
 * log whole, with the frames that fill its last sector (https://www.sqlite.org/fileformat2.html#walformat), before the
 * statement returns, and the log is one file from one opening of the database to its closing: emptied and begun anew, but
 * never replaced while we have it open.
 *
 * A sync that failed may have cost what it should have written, and the next one says all is well: Linux reports a failed
 * write to a file once and then forgets it. So after a failure only `rescue` counts, which writes everything once more, to
 * another place, and syncs that.
 */
export function createWalSync(file: string, rescue: () => Promise<void>): WalSync {
  let handle: FileHandle | null = null
  let isDoubtful = false
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null

  async function syncOnce(): Promise<void> {
    try {
      // One handle for good: the log is emptied and filled again, but stays the same file until the database is closed.
      handle ??= await open(`${file}-wal`, 'r+')
    } catch (error) {
      if (isMissing(error)) return // nothing was written yet
      throw error
    }
    try {
      await handle.datasync()
      if (isDoubtful) await rescue()
      isDoubtful = false
    } catch (error) {
      isDoubtful = true
      throw error
    }
  }
  function start(): Promise<void> {
    next = null
    const own = syncOnce().finally(() => {
      if (running === own) running = null
    })
    running = own
    return own
  }
  return {
    sync() {
      if (!running) return start()
      // The one under way may have begun before the caller's commit.
      next ??= running.then(start, start)
      return next
    },
    async close() {
      await (next ?? running)?.catch(() => undefined)
      await handle?.close()
      handle = null
    },
  }
}
