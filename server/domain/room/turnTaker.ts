import { closeCode } from '../../../shared/protocol/sync.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../Log.ts'
import type { GroupDocument, Outcome } from './groupDocument.ts'
import { BadFrame } from './frames.ts'
import type { Frame } from './ledger.ts'
import type { RoomLimits } from './limits.ts'
import { mergeUpdates } from './liveDocument.ts'
import type { Peer } from './peer.ts'
import type { Refusals } from './refusals.ts'
import type { RoomEvent, UpdateEvent } from './roomEvent.ts'
import type { RoomMeter } from './RoomMeter.ts'
import { askAlong } from './syncAnswers.ts'
import type { PeerFrame, Turn } from './turn.ts'

type Settled = Pick<Extract<Outcome, { kind: 'applied' | 'held' }>, 'kind' | 'missing'>

export interface TakingParts {
  readonly clock: Clock
  readonly log: Log
  readonly meter: RoomMeter
  readonly limits: RoomLimits
  /** Growth was refused. */
  readonly full: (documentId: string) => void
}

/** State vectors answered in one turn: after a restart all come at once, and typing must get through between them (P2.9). */
const QUESTIONS_PER_TURN = 8
/** What gathered while the machine was busy is taken in portions, and must not keep all other documents waiting. */
export const EVENTS_PER_TURN = 200

/** Applies what has arrived to one document, a portion at a time, and notes what is to follow. Writes nothing and shows nothing. */
export class TurnTaker {
  private readonly document: GroupDocument
  private readonly parts: TakingParts
  private readonly refusals: Refusals
  /** Up to which stored row a lock that opens now lets out what it held. */
  private readonly heldThrough: () => number
  /** Frames that a lock holds back, of peers that are still here. */
  private heldFrames: PeerFrame[] = []
  /** Yjs broke down over one of several updates: the next turn finds out which. */
  private takesOneByOne = false

  constructor(document: GroupDocument, parts: TakingParts, refusals: Refusals, heldThrough: () => number) {
    this.document = document
    this.parts = parts
    this.refusals = refusals
    this.heldThrough = heldThrough
  }

  /** Takes the first of them out of `events`, into `turn`. */
  take(turn: Turn, events: RoomEvent[]): void {
    let taken = this.takeTyped(turn, events)
    if (turn.reload) return
    let event = events.shift()
    for (; event; event = events.shift()) {
      if (event.kind === 'lock') {
        // A turn of its own, so that what came before the lock is stored before what it lets out.
        if (turn.appends.length > 0 || turn.parts.length > 0 || turn.frames.length > 0) break
        turn.waiting.push(event)
        this.turnLock(turn, event.locked)
        return this.close(turn)
      }
      if (event.kind === 'compact') {
        turn.compact = true
        // Devices may have brought by now what was missing: only what is stored can tell.
        if (this.document.isDamaged) turn.reload = true
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
    if (event) events.unshift(event)
    // What is half changed answers nobody.
    if (turn.reload) events.unshift(...turn.questions.splice(0))
    return this.close(turn)
  }
  private close(turn: Turn): void {
    turn.merged = mergeUpdates(turn.own)
    if (turn.merged) turn.appends.unshift({ kind: 'update', documentId: this.document.id, update: turn.merged, at: this.parts.clock.now() })
  }

  /** What several have typed in the same moment, which is nearly all that ever comes together. @returns how many events it took */
  private takeTyped(turn: Turn, events: RoomEvent[]): number {
    const oneByOne = this.takesOneByOne
    this.takesOneByOne = false
    if (oneByOne || events.length < 2) return 0
    const isTyped = (event: RoomEvent): event is UpdateEvent => event.kind === 'update' && event.step === 'update' && !event.peer.refused
    const other = events.findIndex((event) => !isTyped(event))
    const typed = events.slice(0, Math.min(EVENTS_PER_TURN, other === -1 ? events.length : other)).filter(isTyped)
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
      events.splice(0, outcomes.length)
      return outcomes.length
    } catch (error) {
      // Whose it was is found out one by one, on the document as it was.
      this.takesOneByOne = true
      this.broken(turn, error)
      return 0
    }
  }
  private takeUpdate(turn: Turn, event: UpdateEvent): void {
    const { peer, step, update } = event
    if (peer.refused) return
    if (step === 'step2') peer.answered = Math.min(peer.asked, peer.answered + 1)
    try {
      const outcome = this.document.take(update, { participantId: peer.participantId, throughLock: peer.writesThroughLock })
      if (outcome.kind === 'full') {
        this.parts.full(this.document.id)
        return this.refusals.refuse(peer, closeCode.documentFull, 'document full')
      }
      if (outcome.kind === 'broken') {
        this.broken(turn, outcome.error)
        return this.refusals.refuse(peer, closeCode.badFrame, 'broke the document')
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
      if (!(error instanceof BadFrame)) this.broken(turn, error)
      this.refusals.failed(peer, error)
    }
  }
  /** What its writer is told of it, once the turn is on disk. */
  private settle(turn: Turn, { peer, step, frame }: UpdateEvent, { kind, missing }: Settled): void {
    if (missing) return this.missing(peer, step, frame)
    // A whole step 2 carries again all that was dropped before its question was asked.
    const covered = step === 'step2' ? [...peer.ledger.missing(peer.answered), frame] : [frame]
    if (step === 'step2') peer.strikes = 0
    const becomes = kind === 'held' ? 'held' : 'saved'
    for (const one of covered) {
      one.state = 'writing'
      turn.frames.push({ frame: one, becomes, peer })
    }
    if (kind === 'held') for (const one of covered) this.heldFrames.push({ frame: one, peer })
    if (step === 'step2' && peer.answered === peer.asked && peer.ledger.missing().length > 0) this.ask(peer)
  }
  /** It builds on something that never arrived (P1.18): asks for everything, and gives up on a peer that never has it. */
  private missing(peer: Peer, step: 'step2' | 'update', frame: Frame): void {
    frame.state = 'missing'
    frame.question = peer.asked + 1
    if (step === 'update' && peer.answered < peer.asked && peer.ledger.missing().length < 1_000) return
    peer.strikes++
    if (peer.strikes >= this.parts.limits.strikes) return this.refusals.refuse(peer, closeCode.badFrame, 'missing parts')
    this.ask(peer)
  }
  private ask(peer: Peer): void {
    askAlong(peer, this.document)
    peer.flush()
  }
  private takeRemote(turn: Turn, update: Uint8Array): void {
    try {
      const { diff, missing } = this.document.apply(update)
      if (diff) this.takeStored(turn, diff)
      if (missing) turn.reload = true
    } catch (error) {
      this.broken(turn, error)
    }
  }
  private takeStored(turn: Turn, update: Uint8Array): void {
    turn.parts.push({ from: null, update })
    turn.ownIsAll = false
  }
  private takeEdit(turn: Turn, event: Extract<RoomEvent, { kind: 'edit' }>): void {
    let update: Uint8Array | null
    try {
      update = this.document.draft(event.change)
    } catch (error) {
      return event.failed(error)
    }
    try {
      const diff = update && this.document.apply(update).diff
      if (diff) {
        turn.parts.push({ from: null, update: diff })
        turn.own.push(diff)
      }
      turn.waiting.push(event)
    } catch (error) {
      this.broken(turn, error)
      event.failed(error)
    }
  }
  private turnLock(turn: Turn, locked: boolean): void {
    if (locked) return this.document.lock()
    const { count, diff, broken } = this.document.release()
    if (broken) turn.reload = true
    if (count === 0) return
    turn.appends.push({ kind: 'release', documentId: this.document.id, update: diff, through: this.heldThrough(), at: this.parts.clock.now() })
    if (diff) this.takeStored(turn, diff)
    for (const one of this.heldFrames.splice(0)) turn.frames.push({ ...one, becomes: 'saved' })
  }
  private broken(turn: Turn, error: unknown): void {
    turn.reload = true
    this.parts.log.error('document.broken', { documentId: this.document.id, error })
  }
}
