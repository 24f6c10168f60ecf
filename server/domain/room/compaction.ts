import type { Log } from '../Log.ts'
import { oneByOne } from '../oneByOne.ts'
import type { Append, DocumentStore, StoredDocument } from './DocumentStore.ts'
import type { GroupDocument } from './groupDocument.ts'
import type { Journal } from './journal.ts'
import type { RoomLimits } from './limits.ts'
import type { RoomMeter } from './RoomMeter.ts'

export interface CompactionParts {
  readonly documents: DocumentStore
  readonly journal: Journal
  readonly meter: RoomMeter
  readonly log: Log
  readonly limits: RoomLimits
}

/** Counts what is stored of one document beyond its snapshot, and writes it anew as one piece when that has become much. */
export class Compaction {
  private readonly document: GroupDocument
  private readonly parts: CompactionParts
  /** Asks for a moment between turns. */
  private readonly ask: () => void
  private rows: number
  private lastSequence: number
  private readonly inTurn = oneByOne()
  private isWriting = false
  private idleTimer: ReturnType<typeof setTimeout> | null = null

  constructor(document: GroupDocument, stored: StoredDocument, parts: CompactionParts, ask: () => void) {
    this.document = document
    this.parts = parts
    this.ask = ask
    this.rows = stored.updates.length
    this.lastSequence = stored.lastSequence
  }
  /** One more row; what a lock holds back is no part of a snapshot. */
  stored(kind: Append['kind'], sequence: number): void {
    this.rows++
    if (kind !== 'held') this.lastSequence = Math.max(this.lastSequence, sequence)
    this.whenIdle()
  }
  /** Whether something is stored beyond the snapshot. */
  hasLog(): boolean {
    return this.rows > 0
  }
  /** Whether it is worth it when nobody writes. */
  private isWorthIt(): boolean {
    return this.rows >= this.parts.limits.compactWhenIdleUpdates
  }
  /** Whether it can't wait for that. */
  isDue(): boolean {
    return !this.isWriting && this.rows >= this.parts.limits.compactAfterUpdates
  }
  /** Resolves when nothing is being written anew any more. */
  idle(): Promise<void> {
    return this.inTurn(async () => undefined)
  }
  /**
   * To be called between turns, when the document is what is stored; the turns may go on while the disk takes its time.
   * Resolves with false when it could not be done: the log stays then.
   */
  async run(): Promise<boolean> {
    const { documents, journal, log, meter } = this.parts
    const { id } = this.document
    if (journal.failing()) return false
    this.rows = 0
    const snapshot = this.document.snapshot()
    if (!snapshot) {
      log.error('document.not-compacted', { documentId: id })
      return false
    }
    this.document.measured(snapshot.byteLength)
    const through = this.lastSequence
    return this.inTurn(async () => {
      this.isWriting = true
      try {
        await documents.compact(id, snapshot, through)
        meter.compacted()
        log.info('document.compacted', { documentId: id, bytes: snapshot.byteLength })
        return true
      } catch (error) {
        log.warn('document.compact-failed', { documentId: id, error })
        return false
      } finally {
        this.isWriting = false
      }
    })
  }
  stop(): void {
    if (this.idleTimer) clearTimeout(this.idleTimer)
    this.idleTimer = null
  }
  private whenIdle(): void {
    if (this.idleTimer) return void this.idleTimer.refresh()
    this.idleTimer = setTimeout(() => {
      if (this.isWorthIt()) this.ask()
    }, this.parts.limits.idleMs)
    this.idleTimer.unref()
  }
}
