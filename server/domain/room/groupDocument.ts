import * as Y from 'yjs'
import type { Log } from '../Log.ts'
import { checkUpdate, insertsSomething, isNews } from './checkUpdate.ts'
import type { Append, HeldUpdate, StoredDocument } from './DocumentStore.ts'
import { FoldingDoc } from './foldingDoc.ts'
import { BadFrame } from './frames.ts'
import type { RoomLimits } from './limits.ts'
import { absorb, changesBy, createHoldingCopy, docFromStored, integrate, integrateNew, integratePlain, mergeUpdates } from './liveDocument.ts'
import { nestingOf } from './nesting.ts'
import { HalfApplied, NotPlain, plainHead } from './plainUpdate.ts'

/** What became of an update from outside. */
export type Outcome =
  /** In the document. `diff` is what was new, null when nothing was. `missing`: a part was left out, see `integrate`. */
  | { readonly kind: 'applied'; readonly diff: Uint8Array | null; readonly missing: boolean }
  /** Kept for when the lock opens; `diff` as above, null when it was held already. */
  | { readonly kind: 'held'; readonly diff: Uint8Array | null; readonly missing: boolean }
  | { readonly kind: 'full' }
  /** Yjs could not cope with it and the document may be half changed: `replace` it. */
  | { readonly kind: 'broken'; readonly error: unknown }

/** The first updates of a row, taken together. */
export interface Taken {
  /** Of each, in order. */
  readonly outcomes: readonly Extract<Outcome, { kind: 'applied' }>[]
  /** All that was new, null when nothing was. */
  readonly diff: Uint8Array | null
}

export interface Writer {
  readonly participantId: string | null
  readonly throughLock: boolean
}

/** A larger document would take so long to unfold that everybody's next letter waits for it. */
const FOLDED_MOST_BYTES = 200_000

/** The live document of one group with its lock: decides what an update may do. Knows no sockets and no disk. */
export class GroupDocument {
  readonly id: string
  readonly classId: string
  private content: FoldingDoc
  /** Something that is stored is not in it, so nothing that is stored may be replaced by it. */
  private damaged = false
  /** The live document plus what is held; made when the first update is held, gone when the lock opens. */
  private copy: Y.Doc | null = null
  private held: { readonly update: Uint8Array; readonly participantId: string | null }[]
  private isLocked: boolean
  private bytes: number
  private readonly limits: Pick<RoomLimits, 'documentBytes' | 'nesting'>
  private readonly log: Log
  private readonly classIsFull: () => boolean

  constructor(stored: StoredDocument, limits: Pick<RoomLimits, 'documentBytes' | 'nesting'>, log: Log, classIsFull: () => boolean = () => false) {
    this.id = stored.documentId
    this.classId = stored.classId
    this.limits = limits
    this.log = log
    this.classIsFull = classIsFull
    this.content = this.read(stored)
    this.held = stored.held.map(({ update, participantId }) => ({ update, participantId }))
    // Something is held, so it was locked when the server stopped; it opens when the class says so.
    this.isLocked = this.held.length > 0
    this.bytes = bytesOf(stored)
  }
  /** For reading, and at once: after a while without use it is another object. */
  get doc(): Y.Doc {
    return this.content.doc
  }
  /** All of it as one update. */
  whole(): Uint8Array {
    return this.content.whole()
  }
  /** The same, or null when it does not read back as the same document (P6.8), or as all that is stored: that must stay then. */
  snapshot(): Uint8Array | null {
    const snapshot = this.content.verified()
    return this.damaged ? null : snapshot
  }
  /** Something that was stored is missing here, as far as is known since it was read. */
  get isDamaged(): boolean {
    return this.damaged
  }
  /** Bytes, held edits included, as rows and snapshots measure. */
  get size(): number {
    return this.bytes
  }
  get locked(): boolean {
    return this.isLocked
  }
  heldBy(): ReadonlySet<string> {
    return new Set(this.held.flatMap(({ participantId }) => (participantId === null ? [] : [participantId])))
  }

  /** True when whoever says this state vector has something that the document has not. */
  lacks(stateVector: Uint8Array): boolean {
    for (const [client, clock] of Y.decodeStateVector(stateVector)) if (clock > Y.getState(this.doc.store, client)) return true
    return false
  }

  /** @throws BadFrame when the update can't be read. */
  take(update: Uint8Array, writer: Writer): Outcome {
    return this.takePlain(update, writer) ?? this.takeChecked(update, writer)
  }
  /**
   * As many of the updates, from the first on, as are typed and nothing else, in one transaction: it costs little more than
   * one of them alone. @throws when Yjs broke down over one of them: the document may be half changed then, `replace` it.
   */
  takeTyped(updates: Iterable<{ readonly update: Uint8Array; readonly throughLock: boolean }>): Taken {
    const outcomes: Taken['outcomes'][number][] = []
    const live = this.doc
    const takeAll = (): void => {
      for (const { update, throughLock } of updates) {
        const outcome = this.tryPlain(update, throughLock, integrateNew)
        if (!outcome) return
        outcomes.push(outcome)
      }
    }
    const diff = changesBy(() => Y.transact(live, takeAll, null, false), live)
    return { outcomes, diff }
  }
  /** What nearly everything is: typed while the document is open, and nothing that could do harm. Decoded once. */
  private takePlain(update: Uint8Array, { throughLock }: Writer): Outcome | undefined {
    try {
      return this.tryPlain(update, throughLock, integratePlain)
    } catch (error) {
      return { kind: 'broken', error }
    }
  }
  /** Undefined, and nothing has changed, when it needs a closer look. @throws when the document may be changed in part. */
  private tryPlain(update: Uint8Array, throughLock: boolean, integrateIt: typeof integrateNew): Extract<Outcome, { kind: 'applied' }> | undefined {
    if ((this.isLocked && !throughLock) || this.copy) return undefined
    const head = plainHead(update)
    if (!head || this.bytes + update.byteLength > this.limits.documentBytes || this.classIsFull()) return undefined
    const live = this.doc
    const roots = live.share.size
    try {
      const integrated = integrateIt(live, update, head)
      if (!integrated) return undefined
      if (integrated.missing && !integrated.diff) dropRoots(live, roots)
      this.bytes += integrated.diff?.byteLength ?? 0
      return { kind: 'applied', ...integrated }
    } catch (error) {
      // Bytes that could not be read at all.
      if (!(error instanceof NotPlain) && (error instanceof HalfApplied || !isBad(update))) throw error
      dropRoots(live, roots)
      return undefined
    }
  }
  private takeChecked(update: Uint8Array, { participantId, throughLock }: Writer): Outcome {
    const decoded = checkUpdate(update)
    if (nestingOf(this.copy ?? this.doc, decoded) > this.limits.nesting) throw new BadFrame('nested too deep')
    if (insertsSomething(decoded) && (this.isFullWith(update.byteLength) || this.classIsFull())) return { kind: 'full' }
    try {
      if (!this.isLocked || throughLock) return { kind: 'applied', ...this.apply(update) }
      if (!isNews(this.doc, decoded)) return { kind: 'applied', diff: null, missing: false }
      const { diff, missing } = integrate(this.holdingCopy(), update)
      if (diff) {
        this.held.push({ update: diff, participantId })
        this.bytes += diff.byteLength
      }
      return { kind: 'held', diff, missing }
    } catch (error) {
      this.copy?.destroy()
      this.copy = null
      return { kind: 'broken', error }
    }
  }
  /** An update that another process has stored already. */
  apply(update: Uint8Array): { readonly diff: Uint8Array | null; readonly missing: boolean } {
    const { diff, missing } = integrate(this.doc, update)
    if (diff && this.copy) integrate(this.copy, diff)
    this.bytes += diff?.byteLength ?? 0
    return { diff, missing }
  }

  /**
   * An edit of our own, made on a copy, so that one that fails leaves nothing behind: of use to `apply`.
   * @returns what it would change, null when nothing. @throws what `change` throws
   */
  draft(change: (doc: Y.Doc) => void): Uint8Array | null {
    const trial = new Y.Doc()
    try {
      Y.applyUpdate(trial, this.whole())
      const parts: Uint8Array[] = []
      trial.on('update', (part: Uint8Array) => void parts.push(part))
      trial.transact(() => change(trial))
      return mergeUpdates(parts)
    } finally {
      trial.destroy()
    }
  }

  lock(): void {
    this.isLocked = true
  }
  /**
   * Opens the lock: what was held goes in, in order of arrival. `count` of them, as one `diff`. `broken`: Yjs could not cope
   * with one, which is left out, and the document may be half changed: `replace` it.
   */
  release(): { readonly count: number; readonly diff: Uint8Array | null; readonly broken: boolean } {
    const held = this.held
    const diffs: Uint8Array[] = []
    let broken = false
    for (const { update } of held) {
      try {
        const { diff } = integrate(this.doc, update)
        if (diff) diffs.push(diff)
      } catch (error) {
        broken = true
        this.heldUnreadable(error)
      }
    }
    this.held = []
    this.isLocked = false
    this.copy?.destroy()
    this.copy = null
    return { count: held.length, diff: mergeUpdates(diffs), broken }
  }

  /** Builds the live document anew from what is stored and what still waits for the disk. */
  replace(stored: StoredDocument, waiting: readonly Append[]): void {
    const old = this.content
    this.content = this.read(stored)
    for (const entry of waiting) if (entry.kind !== 'held' && entry.update) absorb(this.doc, entry.update)
    this.copy?.destroy()
    this.copy = null
    old.destroy()
  }
  /** After compaction: the log's overhead is gone. */
  measured(snapshotBytes: number): void {
    this.bytes = snapshotBytes + sum(this.held)
  }
  /** Exactly, without the overhead that a log repeats. */
  measure(): void {
    this.measured(this.whole().byteLength)
  }
  /** To be called every now and then, between turns: what nobody has used since the last time takes only its bytes. */
  fold(): void {
    if (this.copy || this.bytes > FOLDED_MOST_BYTES || !this.content.fold()) return
    this.log.debug('document.folded', { documentId: this.id, bytes: this.whole().byteLength })
  }
  destroy(): void {
    this.copy?.destroy()
    this.content.destroy()
  }

  private read(stored: StoredDocument): FoldingDoc {
    const unfold = (snapshot: Uint8Array): Y.Doc => docFromStored({ snapshot, updates: [] }, this.unreadable)
    const { snapshot, updates, damaged } = stored
    this.damaged = damaged
    if (damaged) this.log.error('document.row-unreadable', { documentId: this.id })
    return new FoldingDoc(snapshot && updates.length === 0 && isReadable(snapshot) ? snapshot : docFromStored(stored, this.unreadable), unfold)
  }
  private readonly unreadable = (error: unknown): void => {
    this.damaged = true
    this.log.error('document.row-unreadable', { documentId: this.id, error })
  }
  private holdingCopy(): Y.Doc {
    this.copy ??= createHoldingCopy(this.whole(), this.held, this.heldUnreadable)
    return this.copy
  }
  private readonly heldUnreadable = (error: unknown): void => this.log.error('document.held-unreadable', { documentId: this.id, error })
  /** The log counts repeated overhead, so the document is measured before somebody is refused. */
  private isFullWith(more: number): boolean {
    if (this.bytes + more <= this.limits.documentBytes) return false
    this.measure()
    return this.bytes + more > this.limits.documentBytes
  }
}

/** What can't be read must not be handed on as it is. A third of the cost of making the document. */
const isReadable = (snapshot: Uint8Array): boolean => !fails(() => Y.encodeStateVectorFromUpdate(snapshot))
/** Yjs makes the types that an update names while it reads it. What is refused must leave none behind: they would be counted nowhere. */
function dropRoots(doc: Y.Doc, before: number): void {
  for (const name of [...doc.share.keys()].slice(before)) doc.share.delete(name)
}
const isBad = (update: Uint8Array): boolean => fails(() => checkUpdate(update))
function fails(act: () => unknown): boolean {
  try {
    act()
    return false
  } catch {
    return true
  }
}
const sum = (updates: readonly Pick<HeldUpdate, 'update'>[]): number => updates.reduce((bytes, { update }) => bytes + update.byteLength, 0)
const bytesOf = ({ snapshot, updates, held }: StoredDocument): number =>
  (snapshot?.byteLength ?? 0) + updates.reduce((bytes, update) => bytes + update.byteLength, 0) + sum(held)
