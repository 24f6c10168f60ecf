import { exerciseEnd } from '../checkpoint/exerciseEnd.ts'
import type { Classes } from '../class/Classes.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../Log.ts'
import type { Storage } from '../Storage.ts'

/** A day of work lost is worse than a copy too many (P6.2). */
const EVERY_MS = 5 * 60_000
/** A trainer who leafs through the agenda wants one copy, not ten. */
const APART_MS = 30_000

export interface SafetyCopies {
  /** Called once a second: takes the copy whose time has come, without waiting for it. */
  tick(): void
  /** Waits for the copy under way. */
  close(): Promise<void>
}
interface CopiesParts {
  readonly storage: Pick<Storage, 'backup'>
  readonly classes: Pick<Classes, 'listen'>
  readonly clock: Clock
  readonly log: Log
}

/** Copies of the whole file, every five minutes and at each exercise's end; one at a time, and apart from each other. */
export function createSafetyCopies({ storage, classes, clock, log }: CopiesParts): SafetyCopies {
  let dueAt = clock.monotonic() + EVERY_MS
  let startedAt = -Infinity
  let running: Promise<void> | null = null
  let closed = false

  async function copy(): Promise<void> {
    try {
      await storage.backup()
    } catch (error) {
      log.error('backup.failed', { error })
    }
    running = null
  }
  function tick(): void {
    const now = clock.monotonic()
    if (closed || running || now < dueAt || now < startedAt + APART_MS) return
    startedAt = now
    dueAt = now + EVERY_MS
    running = copy()
  }
  classes.listen({
    changed(_, before, after) {
      if (!exerciseEnd(before, after)) return
      dueAt = clock.monotonic()
      tick()
    },
  })
  return {
    tick,
    async close() {
      closed = true
      await running
    },
  }
}
