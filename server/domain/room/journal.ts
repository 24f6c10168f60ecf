import type { Clock } from '../clock.ts'
import type { Log } from '../Log.ts'
import type { Append, DocumentStore } from './DocumentStore.ts'
import { mergeUpdates } from './liveDocument.ts'
import type { RoomMeter } from './RoomMeter.ts'

/** What became of entries. */
export type Written =
  /** They survive the death of the process. */
  | { readonly appended: true; readonly sequences: readonly number[] }
  /** The disk refuses: they wait in memory. The sequence numbers come when they are appended; never rejects. */
  | { readonly appended: false; readonly whenAppended: Promise<readonly number[]> }
export interface Journal {
  /** Resolves when the entries are appended, or when the disk has refused them for now. Order is kept. */
  write(entries: readonly Append[]): Promise<Written>
  /** Calls back once everything written before survives a loss of power, at once when it does already. */
  afterSync(act: () => void): void
  failing(): boolean
  /** What waits to be appended, of one document, oldest first. */
  waiting(documentId: string): readonly Append[]
  /** Jobs that wait to be appended. */
  length(): number
  /** Tries once more to write and sync what waits. */
  close(): Promise<void>
}
interface Job {
  entries: readonly Append[]
  /** Further updates of the same document that a failing disk made wait: they go to disk as one with the first. */
  more: Uint8Array[]
  readonly settle: (written: Written) => void
  /** Set when others see it already, from memory. */
  shown: Shown | null
}
interface Shown {
  readonly whenAppended: Promise<readonly number[]>
  readonly done: (sequences: readonly number[]) => void
}
function showFromMemory(job: Job): Shown {
  if (job.shown) return job.shown
  let done: Shown['done'] = () => undefined
  const whenAppended = new Promise<readonly number[]>((resolve) => (done = resolve))
  job.shown = { whenAppended, done }
  job.settle({ appended: false, whenAppended })
  return job.shown
}
function mergeMore(job: Job): void {
  const [first] = job.entries
  if (job.more.length === 0 || first?.kind !== 'update') return
  try {
    job.entries = [{ ...first, update: mergeUpdates([first.update, ...job.more]) ?? first.update }]
  } catch {
    // They go as they are: one that can't be merged must not hold up all that is behind it.
    job.entries = [first, ...job.more.map((update) => ({ ...first, update }))]
  }
  job.more = []
}

/** Behind a failing disk, updates of one document are merged when so many have gathered: memory stays in bounds. */
const MERGE_WAITING = 64

/**
 * Group commit in two steps. What all rooms have to write in one turn of the event loop is appended in one transaction,
 * and may then be shown; disks sync more slowly, so that happens apart, off the event loop, for all that was appended
 * meanwhile, and lets the receipts go. A write that fails keeps everything in memory, in order, and is tried again with
 * growing pauses. So a job waits in the queue, is appended, and settled with that; or, while appending fails, it is shown from
 * memory, settled with that at once, and its numbers come when it is appended after all.
 */
export function createJournal(
  parts: { readonly documents: DocumentStore; readonly clock: Clock; readonly log: Log; readonly meter: RoomMeter },
  limits: { readonly retryMs: number; readonly retryMaxMs: number; readonly syncEveryMs: number },
): Journal {
  const { documents, clock, log, meter } = parts
  const queue: Job[] = []
  /** Called when the next sync that starts has ended. */
  let unsynced: (() => void)[] = []
  /** Something was appended since the last sync began; before the first one, perhaps by a process that was killed. */
  let isDirty = true
  /** Of the step that fails: how long until it is tried again. A disk that is gone fails in both. */
  const pauseMs: { append: number | null; sync: number | null } = { append: null, sync: null }
  let flushing: Promise<void> | null = null
  let syncing: Promise<void> | null = null
  let syncedAt = -Infinity
  let cancelAppend: (() => void) | null = null
  let cancelSync: (() => void) | null = null
  let closed = false

  const isFull = (): boolean => pauseMs.append !== null
  const isFailing = (): boolean => isFull() || pauseMs.sync !== null
  function after(waitMs: number, act: () => void): () => void {
    if (waitMs > 0) {
      const timer = setTimeout(act, waitMs)
      return () => clearTimeout(timer)
    }
    // After all rooms that take their turn in this tick have said what they write.
    let cancelled = false
    process.nextTick(() => !cancelled && act())
    return () => void (cancelled = true)
  }
  function failed(step: 'append' | 'sync', error: unknown): void {
    if (!isFailing()) log.error('storage.failing', { step, error: error instanceof Error ? error.message : String(error), entries: queue.length })
    const before = pauseMs[step]
    pauseMs[step] = before === null ? limits.retryMs : Math.min(before * 2, limits.retryMaxMs)
  }
  function worked(step: 'append' | 'sync'): void {
    if (pauseMs[step] === null) return
    log.warn('storage.recovered', { step })
    pauseMs[step] = null
  }

  function scheduleAppend(waitMs: number): void {
    if (cancelAppend || flushing || closed) return
    cancelAppend = after(waitMs, () => {
      cancelAppend = null
      void flush()
    })
  }
  function flush(): Promise<void> {
    flushing ??= append().then((tookMs) => {
      flushing = null
      // A slow disk must not take the whole event loop: it gets at most a third of the time.
      if (queue.length > 0) scheduleAppend(pauseMs.append ?? (tookMs > 1 ? Math.min(2 * tookMs, 50) : 0))
    })
    return flushing
  }
  /** @returns how long it took, ms. */
  async function append(): Promise<number> {
    const jobs = queue.slice()
    if (jobs.length === 0) return 0
    const startedAt = clock.monotonic()
    try {
      jobs.forEach(mergeMore)
      const sequences = await documents.append(jobs.length === 1 && jobs[0] ? jobs[0].entries : jobs.flatMap((job) => job.entries))
      queue.splice(0, jobs.length)
      let from = 0
      for (const job of jobs) {
        const own = jobs.length === 1 ? sequences : sequences.slice(from, (from += job.entries.length))
        if (job.shown) job.shown.done(own)
        else job.settle({ appended: true, sequences: own })
      }
      if (sequences.length > 0) isDirty = true
      worked('append')
      meter.committed(clock.monotonic() - startedAt, sequences.length)
    } catch (error) {
      failed('append', error)
      queue.forEach(showFromMemory)
    }
    return clock.monotonic() - startedAt
  }

  function scheduleSync(waitMs: number): void {
    if (cancelSync || syncing || closed) return
    cancelSync = after(waitMs, () => {
      cancelSync = null
      void sync()
    })
  }
  function sync(): Promise<void> {
    syncing ??= syncOnce().then(() => {
      syncing = null
      if (unsynced.length > 0) scheduleSync(pauseMs.sync ?? limits.syncEveryMs)
    })
    return syncing
  }
  async function syncOnce(): Promise<void> {
    const acts = unsynced
    unsynced = []
    isDirty = false
    const startedAt = clock.monotonic()
    try {
      await documents.syncToDisk()
      worked('sync')
      meter.synced(clock.monotonic() - startedAt)
      syncedAt = clock.monotonic()
      for (const act of acts) act()
    } catch (error) {
      isDirty = true
      failed('sync', error)
      unsynced = [...acts, ...unsynced]
    }
  }

  function join(entries: readonly Append[]): Job | undefined {
    const [entry] = entries
    // What is on its way to the disk takes nothing more along.
    if (!isFull() || flushing || entries.length !== 1 || entry?.kind !== 'update') return undefined
    const last = queue.findLast((job) => job.entries.some(({ documentId }) => documentId === entry.documentId))
    if (!last || last.entries.length !== 1 || last.entries[0]?.kind !== 'update') return undefined
    last.more.push(entry.update)
    if (last.more.length >= MERGE_WAITING) mergeMore(last)
    return last
  }

  return {
    write(entries) {
      const joined = join(entries)
      if (joined) return Promise.resolve({ appended: false, whenAppended: showFromMemory(joined).whenAppended })
      return new Promise((settle) => {
        const job: Job = { entries, more: [], settle, shown: null }
        queue.push(job)
        if (isFull()) showFromMemory(job)
        else scheduleAppend(0)
      })
    },
    afterSync(act) {
      if (!isDirty && !syncing) return act()
      unsynced.push(act)
      scheduleSync(Math.max(0, syncedAt + limits.syncEveryMs - clock.monotonic()))
    },
    // The disk may be well again while something that was shown from memory still waits for its turn to be written.
    failing: () => isFailing() || queue.some((job) => job.shown !== null),
    waiting(documentId) {
      queue.forEach(mergeMore)
      return queue.flatMap((job) => job.entries).filter((entry) => entry.documentId === documentId)
    },
    length: () => queue.length,
    async close() {
      closed = true
      cancelAppend?.()
      cancelSync?.()
      await flushing
      await append()
      await syncing
      await syncOnce()
      if (queue.length > 0) log.error('storage.lost', { entries: queue.length })
    },
  }
}
