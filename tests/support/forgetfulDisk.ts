import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { editLogFiles } from '../../server/storage/sqlite/files.ts'

/** What a loss of power would have left at one instant, and what had been promised by then. */
export interface Cut<P> {
  /** The database as the disk has it. */
  readonly file: string
  readonly promised: P
}

/**
 * A disk that has nothing but what was synced: stands under Node's `datasync`, so under everything that asks for a sync,
 * whoever asks. Each cut is the files as they were when a sync began that then ended well, with all that was promised
 * until the next one ended: whatever is promised without a sync is missing in it.
 */
export async function forgetfulDisk<P>(file: string, cutsInto: string, promisedNow: () => P) {
  const probe = await open(file, 'r')
  const prototype: { datasync: () => Promise<void> } = Object.getPrototypeOf(probe)
  await probe.close()
  const real = prototype.datasync
  const cuts: Cut<P>[] = []
  let isWanted = false
  let image: string | null = null

  function copyNow(): string {
    const folder = join(cutsInto, `cut${cuts.length}`)
    mkdirSync(folder, { recursive: true })
    const copy = join(folder, basename(file))
    // The file before its log: what moves from the log into the file meanwhile is then in both.
    for (const suffix of ['', '-wal', ...editLogFiles]) if (existsSync(file + suffix)) copyFileSync(file + suffix, copy + suffix)
    return copy
  }
  prototype.datasync = async function (this: unknown) {
    const taken = isWanted && image === null ? copyNow() : null
    if (taken !== null) isWanted = false
    await real.call(this)
    // Whoever waits for this sync is told after this line, so only of the one before is all promised.
    if (image !== null) cuts.push({ file: image, promised: promisedNow() })
    image = taken
  }
  return {
    cuts,
    /** The power is cut after the next sync, just before the one after it ends. */
    cutSoon: () => void (isWanted = true),
    restore: () => void (prototype.datasync = real),
  }
}
