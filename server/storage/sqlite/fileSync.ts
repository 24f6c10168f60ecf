import { open, type FileHandle } from 'node:fs/promises'
import { isMissing } from './files.ts'

export interface FileSync {
  /** Resolves when everything written before the call survives a loss of power. @throws what the disk says */
  sync(): Promise<void>
  close(): Promise<void>
}

/**
 * Syncs one file that stays the same file for as long as it is used, in a thread of Node's pool. Calls that come while one
 * sync runs share the next.
 *
 * A sync that failed may have cost what it should have written, and the next one says all is well: Linux reports a failed
 * write to a file once and then forgets it. So after a failure only `rescue` counts, which writes everything once more, to
 * another place, and syncs that; then the file must need nothing of what it held before.
 */
export function createFileSync(file: string, rescue: () => Promise<void>): FileSync {
  let handle: FileHandle | null = null
  let isDoubtful = false
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null

  async function syncOnce(): Promise<void> {
    try {
      handle ??= await open(file, 'r+')
    } catch (error) {
      if (isMissing(error)) return // nothing was written yet
      throw error
    }
    try {
      await handle.datasync()
      if (!isDoubtful) return
      await rescue()
      // That it was emptied must survive the power, too.
      await handle.datasync()
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
      // The one under way may have begun before the caller's write.
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
