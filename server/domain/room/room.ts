import * as Y from 'yjs'
import { closeCode, type CloseCode } from '../../../shared/protocol/sync.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../Log.ts'
import type { DocumentStore, StoredDocument } from './DocumentStore.ts'
import { Compaction } from './compaction.ts'
import { BadFrame, nothingFrame, readMessage, step1Frame, updateFrame } from './frames.ts'
import { GroupDocument, type Outcome } from './groupDocument.ts'
import type { Journal } from './journal.ts'
import type { Frame } from './ledger.ts'
import type { RoomLimits } from './limits.ts'
import { mergeUpdates } from './liveDocument.ts'
import { Pace } from './pace.ts'
import type { Peer } from './peer.ts'
import { createPresence } from './presence.ts'
import type { RoomMeter } from './RoomMeter.ts'
import type { RefusedPeer } from './Rooms.ts'
import { isEmptyHanded, SyncAnswers } from './syncAnswers.ts'
import type { Ticks } from './ticks.ts'
import { broadcast, newTurn, type PeerFrame, type Turn } from './turn.ts'

type RoomEvent =
  | { readonly kind: 'question'; readonly peer: Peer; readonly stateVector: Uint8Array }
  | { readonly kind: 'update'; readonly peer: Peer; readonly step: 'step2' | 'update'; readonly update: Uint8Array; readonly frame: Frame }
  | { readonly kind: 'remote'; readonly update: Uint8Array }
  | { readonly kind: 'edit'; readonly change: (doc: Y.Doc) => void; readonly done: () => void; readonly failed: (error: unknown) => void }
  | { readonly kind: 'lock'; readonly locked: boolean; readonly done: () => void }
  | { readonly kind: 'compact'; readonly done?: (isCompacted: boolean) => void }

type UpdateEvent = Extract<RoomEvent, { kind: 'update' }>
type Settled = Pick<Extract<Outcome, { kind: 'applied' | 'held' }>, 'kind' | 'missing'>

export interface RoomParts {
  readonly documents: DocumentStore
  readonly journal: Journal
  readonly ticks: Ticks
  readonly meter: RoomMeter
  readonly classIsFull: (classId: string) => boolean
  readonly clock: Clock
  readonly log: Log
  readonly limits: RoomLimits
  /** A change can be seen: it is durable, or the disk fails and the room goes on from memory. */
  readonly changed: (documentId: string) => void
  /** Growth was refused. */
  readonly full: (documentId: string) => void
  /** A peer was closed for what it did. */
  readonly refused: (refused: RefusedPeer) => void
  /** A change of ours is durable; other processes may have it. */
  readonly publish: (documentId: string, update: Uint8Array) => void
}

/** State vectors answered in one turn: after a restart all come at once, and typing must get through between them (P2.9). */
const QUESTIONS_PER_TURN = 8
/** What gathered while the machine was busy is taken in portions, and must not keep all other documents waiting. */
const EVENTS_PER_TURN = 200

/**
 * One live document and the peers on it. Everything that happens to it is an event in one queue; a turn takes what has
 * arrived, applies it, waits for the disk, and only then tells anybody. While a turn waits for the disk the next one
 * gathers, so between turns the document holds durable content alone.
 */
export class Room {
  readonly document: GroupDocument
  readonly peers = new Set<Peer>()
  /** When somebody last wrote here, also before a restart; null: nobody has yet. */
  editedAt: number | null
  private readonly presence: ReturnType<typeof createPresence>
  private readonly events: RoomEvent[] = []
  private running: Promise<void> | null = null
  private quietWaiters: (() => void)[] = []
  private forgotten = false
  private usedAt: number
  /** Frames that a lock holds back, of peers that are still here. */
  private heldFrames: PeerFrame[] = []
  /** Yjs broke down over one of several updates: the next turn finds out which. */
  private takesOneByOne = false
  private readonly answers = new SyncAnswers()
  private readonly pace: Pace
  private readonly compaction: Compaction
  /** The newest edit that a lock holds back. */
  private lastHeld: number
  private readonly parts: RoomParts

  constructor(stored: StoredDocument, parts: RoomParts) {
    this.parts = parts
    this.usedAt = parts.clock.monotonic()
    // Not `stored` itself, which would keep all its bytes for as long as the room.
    const { classId } = stored
    this.document = new GroupDocument(stored, parts.limits, parts.log, () => parts.classIsFull(classId))
    this.presence = createPresence(() => this.peers, parts.clock, parts.limits, parts.meter)
    this.pace = new Pace(parts.limits)
    this.editedAt = stored.editedAt
    this.compaction = new Compaction(this.document, stored, parts, () => this.enqueue({ kind: 'compact' }))
    this.lastHeld = stored.held.at(-1)?.sequence ?? 0
  }

  join(peer: Peer): void {
    this.peers.add(peer)
    peer.onSlow = this.tellSlow
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
    if (!peer.admit(bytes.byteLength, this.parts.clock.monotonic())) return this.refuse(peer, closeCode.tooFast, 'rate')
    try {
      const message = readMessage(bytes)
      if (message.type === 'awareness') this.presence.receive(peer, message.payload)
      else if (message.type === 'query-awareness') peer.send(this.presence.everyoneFor(peer))
      else if (message.type === 'step1') this.enqueue({ kind: 'question', peer, stateVector: message.stateVector })
      else this.enqueue({ kind: 'update', peer, step: message.type, update: message.update, frame: peer.ledger.add() })
    } catch (error) {
      this.refuseBad(peer, error)
    }
  }
  receiveRemote(update: Uint8Array): void {
    this.enqueue({ kind: 'remote', update })
  }
  setLocked(locked: boolean): Promise<void> {
    return new Promise((done) => this.enqueue({ kind: 'lock', locked, done }))
  }
  /** An edit by the server itself; see `Rooms.edit`. */
  edit(change: (doc: Y.Doc) => void): Promise<void> {
    return new Promise((done, failed) => this.enqueue({ kind: 'edit', change, done, failed }))
  }
  /** Whether it has a log. */
  isWorthCompacting(): boolean {
    return this.compaction.hasLog()
  }
  /** False when it could not be done now. */
  compactNow(): Promise<boolean> {
    return new Promise((done) => this.enqueue({ kind: 'compact', done }))
  }
  updatesPerSecond(): number {
    return this.pace.perSecond(this.parts.clock.monotonic())
  }
  /** Resolves at a moment when everything in the document is durable; look before the next `await`. */
  quiet(): Promise<void> {
    this.usedAt = this.parts.clock.monotonic()
    if (!this.running) return Promise.resolve()
    return new Promise((resolve) => this.quietWaiters.push(resolve))
  }
  /** Nobody has been here for `sleepMs`, and all of it is where it was loaded from, so that it may be let go and loaded again. */
  maySleep(): boolean {
    if (this.peers.size > 0 || this.running || this.document.locked || this.parts.journal.waiting(this.document.id).length > 0) return false
    return this.usedAt + this.parts.limits.sleepMs <= this.parts.clock.monotonic()
  }
  /** Drops everything without saving: the class was wiped. */
  forget(): void {
    this.forgotten = true
    for (const event of this.events.splice(0)) {
      if (event.kind === 'lock' || event.kind === 'edit') event.done()
      else if (event.kind === 'compact') event.done?.(false)
    }
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
    if (this.forgotten) return
    this.usedAt = this.parts.clock.monotonic()
    this.events.push(event)
    this.running ??= this.parts.ticks.next().then(() => this.run())
  }
  private async run(): Promise<void> {
    while (this.events.length > 0 && !this.forgotten) {
      const mayWait = this.events.length < EVENTS_PER_TURN && this.events.every(({ kind }) => kind === 'update')
      const waitMs = mayWait ? this.pace.waitMs(this.parts.clock.monotonic()) : 0
      if (waitMs > 0) {
        await new Promise((resolve) => setTimeout(resolve, waitMs))
        await this.parts.ticks.next()
      }
      const waiting = this.events.length
      const turn = this.takeTurn()
      this.pace.turn(waiting - this.events.length, this.parts.clock.monotonic())
      this.parts.meter.updates(turn.frames.length)
      await this.commit(turn)
      if (turn.reload && !this.forgotten) await this.reload()
      for (const waiter of this.quietWaiters.splice(0)) waiter()
      if (turn.compact || this.compaction.isDue()) {
        const isCompacted = !this.forgotten && (await this.compaction.run())
        for (const done of turn.compacted) done(isCompacted)
      }
      // Those who waited look now, before the next turn changes the document.
      if (this.events.length > 0) await this.parts.ticks.next()
    }
    this.running = null
    for (const waiter of this.quietWaiters.splice(0)) waiter()
  }

  private takeTurn(): Turn {
    const turn = newTurn()
    let taken = this.takeTyped(turn)
    if (turn.reload) return turn
    let event = this.events.shift()
    for (; event; event = this.events.shift()) {
      if (event.kind === 'lock') {
        // A turn of its own, so that what came before the lock is stored before what it lets out.
        if (turn.appends.length > 0 || turn.parts.length > 0 || turn.frames.length > 0) break
        this.turnLock(turn, event.locked)
        turn.after.push(event.done)
        return this.closeTurn(turn)
      }
      if (event.kind === 'compact') {
        turn.compact = true
        if (event.done) turn.compacted.push(event.done)
      }
      else if (event.kind === 'question') turn.questions.push(event)
      else if (event.kind === 'remote') this.takeRemote(turn, event.update)
      else if (event.kind === 'edit') this.takeEdit(turn, event)
      else this.takeUpdate(turn, event)
      if (turn.reload || turn.questions.length >= QUESTIONS_PER_TURN || ++taken >= EVENTS_PER_TURN) {
        event = undefined
        break
      }
    }
    if (event) this.events.unshift(event)
    return this.closeTurn(turn)
  }
  private closeTurn(turn: Turn): Turn {
    turn.merged = mergeUpdates(turn.own)
    if (turn.merged) turn.appends.unshift({ kind: 'update', documentId: this.document.id, update: turn.merged, at: this.parts.clock.now() })
    return turn
  }

  /** What several have typed in the same moment, which is nearly all that ever comes together. @returns how many events it took */
  private takeTyped(turn: Turn): number {
    const oneByOne = this.takesOneByOne
    this.takesOneByOne = false
    if (oneByOne || this.events.length < 2) return 0
    const isTyped = (event: RoomEvent): event is UpdateEvent => event.kind === 'update' && event.step === 'update' && !event.peer.refused
    const other = this.events.findIndex((event) => !isTyped(event))
    const typed = this.events.slice(0, Math.min(EVENTS_PER_TURN, other === -1 ? this.events.length : other)).filter(isTyped)
    if (typed.length < 2) return 0
    try {
      const { outcomes, diff } = this.document.takeTyped(typed.map(({ peer, update }) => ({ update, throughLock: peer.writesThroughLock })))
      if (diff) turn.own.push(diff)
      for (const [index, outcome] of outcomes.entries()) {
        const event = typed[index]
        if (!event) break
        if (outcome.diff) turn.parts.push({ from: event.peer, update: outcome.diff })
        this.settle(turn, event, outcome)
      }
      this.events.splice(0, outcomes.length)
      return outcomes.length
    } catch (error) {
      // Whose it was is found out one by one, on the document as it was.
      this.parts.log.error('document.broken', { documentId: this.document.id, error })
      turn.reload = this.takesOneByOne = true
      return 0
    }
  }
  private takeUpdate(turn: Turn, event: UpdateEvent): void {
    const { peer, step, update } = event
    if (peer.refused) return
    if (step === 'step2') peer.asked = Math.max(0, peer.asked - 1)
    try {
      const outcome = this.document.take(update, { participantId: peer.participantId, throughLock: peer.writesThroughLock })
      if (outcome.kind === 'full') {
        this.parts.full(this.document.id)
        return this.refuse(peer, closeCode.documentFull, 'document full')
      }
      if (outcome.kind === 'broken') {
        turn.reload = true
        this.parts.log.error('document.broken', { documentId: this.document.id, error: outcome.error })
        return this.refuse(peer, closeCode.badFrame, 'broke the document')
      }
      const { kind, diff } = outcome
      if (diff && kind === 'applied') {
        turn.parts.push({ from: peer, update: diff })
        turn.own.push(diff)
      }
      if (diff && kind === 'held') {
        this.parts.meter.held(1)
        turn.appends.push({ kind, documentId: this.document.id, update: diff, participantId: peer.participantId, at: this.parts.clock.now() })
      }
      this.settle(turn, event, outcome)
    } catch (error) {
      this.refuseBad(peer, error)
    }
  }
  /** What its writer is told of it, once the turn is on disk. */
  private settle(turn: Turn, { peer, step, frame }: UpdateEvent, { kind, missing }: Settled): void {
    if (missing) return this.missing(peer, step, frame)
    // A whole step 2 carries again all that was dropped before it.
    const covered = step === 'step2' ? [...peer.ledger.missing(), frame] : [frame]
    if (step === 'step2') peer.strikes = 0
    const becomes = kind === 'held' ? 'held' : 'saved'
    for (const one of covered) {
      one.state = 'writing'
      turn.frames.push({ frame: one, becomes, peer })
    }
    if (kind === 'held') for (const one of covered) this.heldFrames.push({ frame: one, peer })
  }
  /** It builds on something that never arrived (P1.18): asks for everything, and gives up on a peer that never has it. */
  private missing(peer: Peer, step: 'step2' | 'update', frame: Frame): void {
    frame.state = 'missing'
    if (step === 'update' && peer.asked > 0 && peer.ledger.missing().length < 1_000) return
    peer.strikes++
    if (peer.strikes >= this.parts.limits.strikes) return this.refuse(peer, closeCode.badFrame, 'missing parts')
    this.ask(peer)
  }
  private ask(peer: Peer): void {
    this.askAlong(peer)
    peer.flush()
  }
  private askAlong(peer: Peer): void {
    peer.asked++
    peer.sendAlong(step1Frame(this.document.doc))
  }
  private takeRemote(turn: Turn, update: Uint8Array): void {
    try {
      const { diff, missing } = this.document.apply(update)
      if (diff) this.takeStored(turn, diff)
      if (missing) turn.reload = true
    } catch (error) {
      turn.reload = true
      this.parts.log.error('document.broken', { documentId: this.document.id, error })
    }
  }
  private takeStored(turn: Turn, update: Uint8Array): void {
    turn.parts.push({ from: null, update })
    turn.ownIsAll = false
  }
  private takeEdit(turn: Turn, { change, done, failed }: Extract<RoomEvent, { kind: 'edit' }>): void {
    try {
      const diff = this.document.edit(change)
      if (diff) {
        turn.parts.push({ from: null, update: diff })
        turn.own.push(diff)
      }
      turn.after.push(done)
    } catch (error) {
      failed(error)
    }
  }
  private turnLock(turn: Turn, locked: boolean): void {
    if (locked) return this.document.lock()
    const { count, diff } = this.document.release()
    if (count === 0) return
    // Behind a failing disk the held rows have no numbers yet; the journal keeps the order, so all there are then go.
    const through = this.parts.journal.failing() ? Number.MAX_SAFE_INTEGER : this.lastHeld
    turn.appends.push({ kind: 'release', documentId: this.document.id, update: diff, through, at: this.parts.clock.now() })
    if (diff) this.takeStored(turn, diff)
    for (const one of this.heldFrames.splice(0)) turn.frames.push({ ...one, becomes: 'saved' })
  }

  /** Appended first, then the others hear of it, then, once it is synced, the receipts. */
  private async commit(turn: Turn): Promise<void> {
    const { journal } = this.parts
    // Behind a failing disk also what brought nothing new waits its turn: what it repeats may not be stored.
    if (turn.appends.length > 0 || (turn.frames.length > 0 && journal.failing())) {
      const written = await journal.write(turn.appends)
      if (this.forgotten) return turn.after.forEach((act) => act())
      this.show(turn)
      if (written.appended) this.stored(turn, written.sequences)
      else void written.whenAppended.then((sequences) => this.stored(turn, sequences))
    } else {
      this.show(turn)
      this.stored(turn, [])
    }
    turn.after.forEach((act) => act())
  }
  private show(turn: Turn): void {
    if (turn.parts.length > 0) this.answers.changed()
    this.parts.meter.frames(broadcast(turn, this.peers))
    for (const { peer, stateVector } of turn.questions) this.answer(peer, stateVector)
    if (turn.parts.length === 0 && turn.appends.length === 0) return
    this.editedAt = this.parts.clock.now()
    this.parts.changed(this.document.id)
  }
  private answer(peer: Peer, stateVector: Uint8Array): void {
    if (peer.refused) return
    try {
      const answer = this.answers.to(this.document, stateVector)
      if (this.wantsAnswer(peer, stateVector)) this.askAlong(peer)
      peer.sendWhole(answer)
      peer.synced = true
    } catch (error) {
      this.refuseBad(peer, error)
    }
  }
  /**
   * Whoever comes back says what it has, deletions too; who comes with empty hands has none. Later only from who has more:
   * a network that loses one frame and repeats another leaves the count of receipts right and the content short.
   */
  private wantsAnswer(peer: Peer, stateVector: Uint8Array): boolean {
    if (isEmptyHanded(stateVector)) return false
    return !peer.synced || (peer.asked === 0 && !this.document.locked && this.document.lacks(stateVector))
  }
  private stored(turn: Turn, sequences: readonly number[]): void {
    if (this.forgotten) return
    turn.appends.forEach(({ kind }, index) => {
      const sequence = sequences[index] ?? 0
      if (kind === 'held') this.lastHeld = Math.max(this.lastHeld, sequence)
      this.compaction.stored(kind, sequence)
    })
    // A lock opens in a turn of its own, which has nothing else.
    const [first] = turn.appends
    const update = first?.kind === 'release' ? first.update : turn.merged
    if (update) this.parts.publish(this.document.id, update)
    if (turn.frames.length > 0) this.parts.journal.afterSync(() => this.confirm(turn.frames))
  }
  private confirm(frames: Turn['frames']): void {
    for (const { frame, becomes, peer } of frames) {
      frame.state = becomes
      peer.oweReceipts()
    }
  }

  /** Starts again from what is stored, so that what one peer broke reaches nobody else. */
  private async reload(): Promise<void> {
    const { documents, journal, log } = this.parts
    try {
      const stored = await documents.load(this.document.id)
      if (!stored || this.forgotten) return
      const before = Y.encodeStateVector(this.document.doc)
      this.document.replace(stored, journal.waiting(this.document.id))
      this.answers.changed()
      const missed = updateFrame(Y.encodeStateAsUpdate(this.document.doc, before))
      for (const peer of this.peers) if (peer.synced) peer.send(missed)
    } catch (error) {
      log.error('document.reload-failed', { documentId: this.document.id, error })
    }
  }

  private refuseBad(peer: Peer, error: unknown): void {
    if (!(error instanceof BadFrame)) throw error
    this.refuse(peer, closeCode.badFrame, error.message)
  }
  private refuse(peer: Peer, code: (typeof closeCode)['badFrame' | 'tooFast' | 'documentFull'], why: string): void {
    this.tellRefused(peer, code, why)
    peer.close(code)
  }
  private readonly tellSlow = (peer: Peer): void => this.tellRefused(peer, closeCode.slow, 'stopped reading')
  private tellRefused({ participantId }: Peer, code: CloseCode, why: string): void {
    this.parts.log.warn('sync.refused', { documentId: this.document.id, participantId, code, why })
    this.parts.meter.refused(code)
    this.parts.refused({ documentId: this.document.id, participantId, code, why })
  }
}
