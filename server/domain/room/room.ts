import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { closeCode } from '../../../shared/protocol/sync.ts'
import { Committer, type CommitParts } from './committer.ts'
import { Compaction } from './compaction.ts'
import type { DocumentStore, StoredDocument } from './DocumentStore.ts'
import { nothingFrame, readMessage, updateFrame } from './frames.ts'
import { GroupDocument } from './groupDocument.ts'
import { Pace } from './pace.ts'
import type { Peer, PeerRoom } from './peer.ts'
import { createPresence } from './presence.ts'
import { Refusals, type RefusalParts } from './refusals.ts'
import type { RoomEvent } from './roomEvent.ts'
import { SyncAnswers } from './syncAnswers.ts'
import type { Ticks } from './ticks.ts'
import { newTurn, type Turn } from './turn.ts'
import { EVENTS_PER_TURN, TurnTaker, type TakingParts } from './turnTaker.ts'

export interface RoomParts extends TakingParts, CommitParts, RefusalParts {
  readonly documents: DocumentStore
  readonly ticks: Ticks
  readonly classIsFull: (classId: string) => boolean
  /** It can't go on: who is here comes again, and finds the document as it is stored. */
  readonly failed: (documentId: string, error: unknown) => void
}

/**
 * One live document and the peers on it. Everything that happens to it is an event in one queue; a turn takes what has
 * arrived, applies it, waits for the disk, and only then tells anybody. While a turn waits for the disk the next one
 * gathers, so between turns the document holds durable content alone.
 */
export class Room implements PeerRoom {
  readonly document: GroupDocument
  readonly peers = new Set<Peer>()
  private readonly presence: ReturnType<typeof createPresence>
  private readonly events: RoomEvent[] = []
  private running: Promise<void> | null = null
  /** Ends the wait for the next step of a group in which everybody types; null when none is under way. */
  private hurry: (() => void) | null = null
  private quietWaiters: { readonly resolve: () => void; readonly reject: (error: unknown) => void }[] = []
  /** Why the document, which broke, can't be read again; null when nothing is wrong. */
  private unreadable: Error | null = null
  /** What to tell who wants an edit, since it was dropped without saving; null while it was not. */
  private forgotten: { readonly why: unknown } | null = null
  private usedAt: number
  private readonly answers = new SyncAnswers()
  private readonly pace: Pace
  private readonly compaction: Compaction
  private readonly refusals: Refusals
  private readonly taker: TurnTaker
  private readonly committer: Committer
  private readonly parts: RoomParts

  constructor(stored: StoredDocument, parts: RoomParts) {
    this.parts = parts
    this.usedAt = parts.clock.monotonic()
    // Not `stored` itself, which would keep all its bytes for as long as the room.
    const { classId } = stored
    this.document = new GroupDocument(stored, parts.limits, parts.log, () => parts.classIsFull(classId))
    this.presence = createPresence(() => this.peers, parts.clock, parts.limits, parts.meter)
    this.pace = new Pace(parts.limits)
    this.compaction = new Compaction(this.document, stored, parts, () => this.enqueue({ kind: 'compact' }))
    this.refusals = new Refusals(this.document.id, parts)
    this.committer = new Committer(stored, { document: this.document, peers: this.peers, answers: this.answers, compaction: this.compaction, refusals: this.refusals, isForgotten: () => this.forgotten !== null }, parts)
    this.taker = new TurnTaker(this.document, parts, this.refusals, this.committer.heldThrough)
  }
  /** When somebody last wrote here, also before a restart; null: nobody has yet. */
  get editedAt(): number | null {
    return this.committer.editedAt
  }

  join(peer: Peer): void {
    this.peers.add(peer)
    peer.enter(this)
    // Goes with the answer to its first question, which it asks at once.
    const others = this.presence.everyoneFor(peer)
    if (others !== nothingFrame) peer.sendAlong(others)
  }
  leave(peer: Peer): void {
    this.peers.delete(peer)
    this.usedAt = this.parts.clock.monotonic()
    this.presence.leave(peer)
  }
  receive(peer: Peer, bytes: Uint8Array): void {
    if (peer.gone || this.forgotten) return
    if (!peer.admit(bytes.byteLength)) return this.refusals.refuse(peer, closeCode.tooFast, 'rate')
    try {
      const message = readMessage(bytes)
      if (message.type === 'awareness') this.presence.receive(peer, message.payload)
      else if (message.type === 'query-awareness') peer.send(this.presence.everyoneFor(peer))
      else if (message.type === 'step1') this.enqueue({ kind: 'question', peer, stateVector: message.stateVector })
      else this.enqueue({ kind: 'update', peer, step: message.type, update: message.update, frame: peer.ledger.add() })
    } catch (error) {
      this.refusals.failed(peer, error)
    }
  }
  slow(peer: Peer): void {
    this.refusals.slow(peer)
  }
  receiveRemote(update: Uint8Array): void {
    this.enqueue({ kind: 'remote', update })
  }
  /** @throws what the disk says, when the document broke and can't be read again for now; it is locked, or not, once it can */
  setLocked(locked: boolean): Promise<void> {
    return new Promise((done, failed) => {
      this.enqueue({ kind: 'lock', locked, done, failed })
      if (this.unreadable) failed(this.unreadable)
    })
  }
  /** An edit by the server itself; see `Rooms.edit`. @throws as `setLocked`, and then it is not made */
  edit(change: (doc: Y.Doc) => void): Promise<void> {
    if (this.unreadable) return Promise.reject(this.unreadable)
    return new Promise((done, failed) => this.enqueue({ kind: 'edit', change, done, failed }))
  }
  /** Whether it has a log. */
  isWorthCompacting(): boolean {
    return this.compaction.hasLog()
  }
  /** False when it could not be done now. */
  compactNow(): Promise<boolean> {
    if (this.unreadable) return Promise.resolve(false)
    return new Promise((done) => this.enqueue({ kind: 'compact', done }))
  }
  updatesPerSecond(): number {
    return this.pace.perSecond(this.parts.clock.monotonic())
  }
  /**
   * Resolves at a moment when everything in the document is durable; look before the next `await`.
   * @throws what the disk says, when the document broke and can't be read again for now
   */
  quiet(): Promise<void> {
    this.usedAt = this.parts.clock.monotonic()
    if (this.forgotten) return Promise.reject(this.forgotten.why)
    if (this.unreadable) return Promise.reject(this.unreadable)
    // While a step is waited for nothing is taken, and whoever looks has looked before the next turn of the event loop.
    if (!this.running || this.isWaitingForStep) return Promise.resolve()
    return new Promise((resolve, reject) => this.quietWaiters.push({ resolve, reject }))
  }
  /** Resolves when all that has arrived is durable, and nothing more is on its way to the disk. @throws as `quiet` */
  async drained(): Promise<void> {
    while (this.running) {
      this.hurry?.()
      await this.quiet()
    }
    await this.compaction.idle()
  }
  get isUnreadable(): boolean {
    return this.unreadable !== null
  }
  /** Nobody has been here for `sleepMs`, and all of it is where it was loaded from, so that it may be let go and loaded again. */
  maySleep(): boolean {
    if (this.peers.size > 0 || this.running || this.document.locked || this.parts.journal.waiting(this.document.id).length > 0) return false
    return this.usedAt + this.parts.limits.sleepMs <= this.parts.clock.monotonic()
  }
  /** Drops everything without saving. `why` is for those who wait for an edit. */
  forget(why: unknown): void {
    this.forgotten = { why }
    for (const event of this.events.splice(0)) decline(event, why)
    for (const { reject } of this.quietWaiters.splice(0)) reject(why)
    this.stop()
    this.document.destroy()
  }
  /** Between turns; see `GroupDocument.fold`. */
  fold(): void {
    if (!this.running) this.document.fold()
  }
  stop(): void {
    this.compaction.stop()
    this.presence.close()
  }

  private enqueue(event: RoomEvent): void {
    if (this.forgotten) return decline(event, this.forgotten.why)
    this.usedAt = this.parts.clock.monotonic()
    this.events.push(event)
    if (!mayWait(event)) this.hurry?.()
    this.running ??= this.parts.ticks.next().then(() => this.run())
  }
  private async run(): Promise<void> {
    while (this.events.length > 0 && !this.forgotten) {
      try {
        await this.takeTurn()
      } catch (error) {
        // A mistake of ours in one room must not end the others.
        this.parts.log.error('document.turn-failed', { documentId: this.document.id, error })
        this.parts.failed(this.document.id, error)
      }
      // Those who waited look now, before the next turn changes the document.
      if (this.events.length > 0) await this.parts.ticks.next()
    }
    this.running = null
    this.tellQuiet()
  }
  private async takeTurn(): Promise<void> {
    const waitMs = this.events.length < EVENTS_PER_TURN && this.events.every(mayWait) ? this.pace.waitMs(this.parts.clock.monotonic()) : 0
    if (waitMs > 0) {
      await this.step(waitMs)
      await this.parts.ticks.next()
    }
    const turn = newTurn()
    try {
      this.taker.take(turn, this.events)
      this.pace.turn(turn.frames.length, this.parts.clock.monotonic())
      this.parts.meter.updates(turn.frames.length)
      await this.committer.commit(turn)
    } catch (error) {
      for (const event of turn.waiting) decline(event, error)
      for (const done of turn.compacted) done(false)
      throw error
    }
    if (turn.reload && !this.forgotten) await this.reload()
    this.tellQuiet()
    if (turn.compact || this.compaction.isDue()) void this.compact(turn.compacted)
  }
  private async compact(waiting: Turn['compacted']): Promise<void> {
    const isCompacted = !this.forgotten && (await this.compaction.run())
    for (const done of waiting) done(isCompacted)
  }
  private get isWaitingForStep(): boolean {
    return this.hurry !== null
  }
  private tellQuiet(): void {
    for (const { resolve } of this.quietWaiters.splice(0)) resolve()
  }

  private step(waitMs: number): Promise<void> {
    return new Promise((resolve) => {
      this.hurry = () => {
        clearTimeout(timer)
        this.hurry = null
        resolve()
      }
      const timer = setTimeout(this.hurry, waitMs)
      this.tellQuiet()
    })
  }

  /**
   * Starts again from what is stored, so that what one peer broke reaches nobody else. Until that can be read nothing more
   * happens here: what the break left behind in memory is stored nowhere, and must be neither shown nor called saved.
   */
  private async reload(): Promise<void> {
    const { documents, log, limits } = this.parts
    for (let pauseMs = limits.retryMs; !this.forgotten; pauseMs = Math.min(2 * pauseMs, limits.retryMaxMs)) {
      try {
        const stored = await documents.load(this.document.id)
        if (stored && !this.forgotten) this.startFrom(stored)
        this.unreadable = null
        return
      } catch (error) {
        this.unreadable = error instanceof Error ? error : new Error(String(error))
        log.error('document.reload-failed', { documentId: this.document.id, error })
        for (const { reject } of this.quietWaiters.splice(0)) reject(error)
        this.tellWaiting(error)
      }
      await wait(pauseMs, undefined, { ref: false })
    }
  }
  /** Who waits for the class's one queue must not wait for a disk: a lock is kept for later, an edit is not made. */
  private tellWaiting(error: unknown): void {
    const events = this.events.splice(0)
    for (const event of events) {
      if (event.kind === 'edit' || event.kind === 'compact') decline(event, error)
      else if (event.kind === 'lock') event.failed(error)
    }
    this.events.push(...events.filter(({ kind }) => kind !== 'edit' && kind !== 'compact'))
  }
  private startFrom(stored: StoredDocument): void {
    const before = Y.encodeStateVector(this.document.doc)
    this.document.replace(stored, this.parts.journal.waiting(this.document.id))
    this.answers.changed()
    try {
      const missed = Y.encodeStateAsUpdate(this.document.doc, before)
      if (isNothing(missed)) return
      const frame = updateFrame(missed)
      for (const peer of this.peers) if (peer.synced) peer.send(frame)
    } catch (error) {
      // What was broken may say of itself what can't be read: they come again and ask.
      this.parts.log.error('document.missed-unknown', { documentId: this.document.id, error })
      for (const peer of [...this.peers]) peer.close(closeCode.restart)
    }
  }
}

/** No structs and no deletions. */
const isNothing = ({ byteLength }: Uint8Array): boolean => byteLength === 2

/** Until the next step of a group in which everybody types: what is typed, and a further question of who has its start. */
const mayWait = (event: RoomEvent): boolean => event.kind === 'update' || (event.kind === 'question' && event.peer.synced)

/** Nobody may wait for ever for what a forgotten room no longer does. */
function decline(event: RoomEvent, why: unknown): void {
  if (event.kind === 'edit') event.failed(why)
  // There is nothing left that could be locked otherwise.
  else if (event.kind === 'lock') event.done()
  else if (event.kind === 'compact') event.done?.(false)
}
