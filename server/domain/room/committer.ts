import type { Clock } from '../clock.ts'
import type { StoredDocument } from './DocumentStore.ts'
import type { Compaction } from './compaction.ts'
import type { GroupDocument } from './groupDocument.ts'
import type { Journal } from './journal.ts'
import type { Peer } from './peer.ts'
import type { Refusals } from './refusals.ts'
import type { RoomMeter } from './RoomMeter.ts'
import { askAlong, isEmptyHanded, type SyncAnswers } from './syncAnswers.ts'
import { broadcast, type Turn } from './turn.ts'

export interface CommitParts {
  readonly journal: Journal
  readonly meter: RoomMeter
  readonly clock: Clock
  /** A change can be seen: it is durable, or the disk fails and the room goes on from memory. */
  readonly changed: (documentId: string) => void
  /** A change of ours is durable; other processes may have it. */
  readonly publish: (documentId: string, update: Uint8Array) => void
}
/** Of one document. */
export interface CommitContext {
  readonly document: GroupDocument
  readonly peers: ReadonlySet<Peer>
  readonly answers: SyncAnswers
  readonly compaction: Compaction
  readonly refusals: Refusals
  readonly isForgotten: () => boolean
}

/** What a turn leads to: it is appended first, then the others hear of it, then, once it is synced, its writers get their receipts. */
export class Committer {
  /** When somebody last wrote here, also before a restart; null: nobody has yet. */
  editedAt: number | null
  private readonly context: CommitContext
  private readonly parts: CommitParts
  /** The newest edit that a lock holds back. */
  private lastHeld: number

  constructor(stored: StoredDocument, context: CommitContext, parts: CommitParts) {
    this.editedAt = stored.editedAt
    this.lastHeld = stored.held.at(-1)?.sequence ?? 0
    this.context = context
    this.parts = parts
  }
  /** Up to which row a lock that opens now lets out what it held. */
  readonly heldThrough = (): number =>
    // Behind a failing disk the held rows have no numbers yet. The journal keeps the order, and a store lets out only what was
    // appended before the release, so all there are then are those.
    this.parts.journal.failing() ? Number.MAX_SAFE_INTEGER : this.lastHeld

  /** Resolves when the turn was shown. */
  async commit(turn: Turn): Promise<void> {
    const { journal } = this.parts
    // Behind a failing disk also what brought nothing new waits its turn: what it repeats may not be stored.
    if (turn.appends.length > 0 || (turn.frames.length > 0 && journal.failing())) {
      const written = await journal.write(turn.appends)
      if (this.context.isForgotten()) return turn.waiting.forEach(({ done }) => done())
      this.show(turn)
      if (written.appended) this.stored(turn, written.sequences)
      else void written.whenAppended.then((sequences) => this.stored(turn, sequences))
    } else {
      this.show(turn)
      this.stored(turn, [])
    }
    turn.waiting.forEach(({ done }) => done())
  }
  private show(turn: Turn): void {
    const { document, peers, answers } = this.context
    if (turn.parts.length > 0) answers.changed()
    this.parts.meter.frames(broadcast(turn, peers))
    for (const { peer, stateVector } of turn.questions) this.answer(peer, stateVector)
    if (turn.parts.length === 0 && turn.appends.length === 0) return
    this.editedAt = this.parts.clock.now()
    this.parts.changed(document.id)
  }
  private answer(peer: Peer, stateVector: Uint8Array): void {
    if (peer.refused) return
    const { document, answers, refusals } = this.context
    try {
      const answer = answers.to(document, stateVector)
      if (this.wantsAnswer(peer, stateVector)) askAlong(peer, document)
      peer.sendWhole(answer)
      peer.synced = true
    } catch (error) {
      refusals.failed(peer, error)
    }
  }
  /**
   * Whoever comes back says what it has, deletions too; who comes with empty hands has none. Later only from who has more:
   * a network that loses one frame and repeats another leaves the count of receipts right and the content short.
   */
  private wantsAnswer(peer: Peer, stateVector: Uint8Array): boolean {
    if (isEmptyHanded(stateVector)) return false
    const { document } = this.context
    return !peer.synced || (peer.answered === peer.asked && !document.locked && document.lacks(stateVector))
  }
  private stored(turn: Turn, sequences: readonly number[]): void {
    const { document, compaction, isForgotten } = this.context
    if (isForgotten()) return
    turn.appends.forEach(({ kind }, index) => {
      const sequence = sequences[index] ?? 0
      if (kind === 'held') this.lastHeld = Math.max(this.lastHeld, sequence)
      compaction.stored(kind, sequence)
    })
    // A lock opens in a turn of its own, which has nothing else.
    const [first] = turn.appends
    const update = first?.kind === 'release' ? first.update : turn.merged
    if (update) this.parts.publish(document.id, update)
    if (turn.frames.length > 0) this.parts.journal.afterSync(() => this.confirm(turn.frames))
  }
  private confirm(frames: Turn['frames']): void {
    for (const { frame, becomes, peer } of frames) {
      frame.state = becomes
      peer.oweReceipts()
    }
  }
}
