import type { Clock } from '../clock.ts'
import type { Log } from '../Log.ts'
import type { Append, DocumentStore } from './DocumentStore.ts'

export interface Written {
  /** False while the disk refuses: the entries wait in memory and are tried again. */
  readonly durable: boolean
  /** The sequence numbers, as soon as the entries are on disk. Never rejects. */
  readonly whenDurable: Promise<readonly number[]>
}
export interface Journal {
  /** Resolves when the entries are on disk, or when the disk has refused them for now. Order is kept. */
  write(entries: readonly Append[]): Promise<Written>
  failing(): boolean
  /** What waits for the disk, of one document, oldest first. */
  waiting(documentId: string): readonly Append[]
  /** Tries once more to write what waits. */
  close(): Promise<void>
}
interface Job {
  readonly entries: readonly Append[]
  readonly settle: (written: Written) => void
  readonly done: (sequences: readonly number[]) => void
  readonly whenDurable: Promise<readonly number[]>
}

/**
 * Group commit: what all rooms have to write in one turn of the event loop goes to disk in one synced transaction.
 * A write that fails keeps everything in memory, in order, and is tried again with growing pauses.
 */
export function createJournal(
  parts: { readonly documents: DocumentStore; readonly clock: Clock; readonly log: Log },
  limits: { readonly retryMs: number; readonly retryMaxMs: number },
): Journal {
  const { documents, clock, log } = parts
  const queue: Job[] = []
  let failing = false
  let pauseMs = limits.retryMs
  let flushing: Promise<void> | null = null
  let cancelNext: (() => void) | null = null
  let closed = false

  function schedule(afterMs: number): void {
    if (cancelNext || flushing || closed) return
    const run = (): void => {
      cancelNext = null
      void flush()
    }
    if (afterMs > 0) {
      const timer = setTimeout(run, afterMs)
      cancelNext = () => clearTimeout(timer)
    } else {
      const immediate = setImmediate(run)
      cancelNext = () => clearImmediate(immediate)
    }
  }
  function unschedule(): void {
    cancelNext?.()
    cancelNext = null
  }

  function flush(): Promise<void> {
    flushing ??= commit().then((tookMs) => {
      flushing = null
      if (queue.length === 0) return
      // A slow disk must not take the whole event loop: it gets at most a third of the time.
      schedule(failing ? pauseMs : tookMs > 1 ? Math.min(2 * tookMs, 50) : 0)
    })
    return flushing
  }

  /** @returns how long it took, ms. */
  async function commit(): Promise<number> {
    const jobs = [...queue]
    if (jobs.length === 0) return 0
    const startedAt = clock.monotonic()
    try {
      const sequences = await documents.append(jobs.flatMap((job) => job.entries))
      queue.splice(0, jobs.length)
      let from = 0
      for (const job of jobs) {
        job.done(sequences.slice(from, (from += job.entries.length)))
        job.settle({ durable: true, whenDurable: job.whenDurable })
      }
      if (failing) log.warn('storage.recovered', { entries: sequences.length })
      failing = false
      pauseMs = limits.retryMs
    } catch (error) {
      if (!failing) log.error('storage.failing', { error: error instanceof Error ? error.message : String(error), entries: queue.length })
      pauseMs = failing ? Math.min(pauseMs * 2, limits.retryMaxMs) : limits.retryMs
      failing = true
      for (const job of queue) job.settle({ durable: false, whenDurable: job.whenDurable })
    }
    return clock.monotonic() - startedAt
  }

  return {
    write(entries) {
      return new Promise((settle) => {
        let done: Job['done'] = () => undefined
        const whenDurable = new Promise<readonly number[]>((resolve) => (done = resolve))
        queue.push({ entries, settle, done, whenDurable })
        if (failing) settle({ durable: false, whenDurable })
        else schedule(0)
      })
    },
    failing: () => failing,
    waiting: (documentId) => queue.flatMap((job) => job.entries).filter((entry) => entry.documentId === documentId),
    async close() {
      closed = true
      await flushing
      unschedule()
      await commit()
      if (queue.length > 0) log.error('storage.lost', { entries: queue.length })
    },
  }
}
