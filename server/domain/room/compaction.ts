import type { Log } from '../Log.ts'
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
    return this.rows >= this.parts.limits.compactAfterUpdates
  }
  /** Between turns only, when the document is what is stored. False when it could not be done now: the log stays then. */
  async run(): Promise<boolean> {
    const { documents, journal, log, meter } = this.parts
    if (journal.failing()) return false
    this.rows = 0
    const snapshot = this.document.snapshot()
    if (!snapshot) {
      log.error('document.not-compacted', { documentId: this.document.id })
      return false
    }
    try {
      await documents.compact(this.document.id, snapshot, this.lastSequence)
      this.document.measured(snapshot.byteLength)
      meter.compacted()
      log.info('document.compacted', { documentId: this.document.id, bytes: snapshot.byteLength })
      return true
    } catch (error) {
      log.warn('document.compact-failed', { documentId: this.document.id, error })
      return false
    }
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
