import { closeCode, receiptKind, type CloseCode } from '../../../shared/protocol/sync.ts'
import { may } from '../../../shared/access/policy.ts'
import type { Clock } from '../clock.ts'
import { nothingFrame, receiptFrame } from './frames.ts'
import { Ledger } from './ledger.ts'
import type { RoomLimits } from './limits.ts'
import { take } from '../rateLimit.ts'
import type { Riding } from './riding.ts'
import type { Connection, ConnectRequest, Wire } from './Wire.ts'

/** What all peers share. */
export interface PeerHub {
  readonly limits: RoomLimits
  readonly clock: Clock
  readonly riding: Riding
  isClosing(): boolean
  /** It sent a message over the limit. */
  tooLarge(peer: Peer): void
  gone(peer: Peer): void
}
/** The room, as its peers see it. */
export interface PeerRoom {
  receive(peer: Peer, frame: Uint8Array): void
  /** It is cut off already, because it stopped reading. */
  slow(peer: Peer): void
  leave(peer: Peer): void
}

/**
 * One connection to one document: what it may send, what it was told, and what it is still owed. There is one for every
 * socket of a hall, so it keeps little: no closures, and nothing that all of them share but the hub.
 */
export class Peer implements Connection {
  readonly documentId: string
  /** Null: the trainer's. */
  readonly participantId: string | null
  readonly writesThroughLock: boolean
  /** It has our answer to its first sync step 1; before that, updates would build on what it does not have. */
  synced = false
  /** Questions of ours, each a sync step 1, and how many of them it has answered with a step 2, in order. */
  asked = 0
  answered = 0
  strikes = 0
  /** Closed for what it did: nothing more of it is taken. One that merely left is heard to the end. */
  refused = false
  gone = false
  private readonly hub: PeerHub
  private readonly wire: Wire
  private readonly receipts: boolean
  /** Null until its document is loaded. */
  private room: PeerRoom | null = null
  /** Made with its first edit: who only reads is owed nothing. */
  private edits: Ledger | null = null
  private messagesFullAt = 0
  private bytesFullAt = 0
  private allowance: number
  /** Frames that go with the next one; null when there are none, which is nearly always. */
  private riders: Uint8Array[] | null = null
  private owesReceipts = false

  constructor({ actor, documentId, wire, receipts }: ConnectRequest, hub: PeerHub) {
    this.documentId = documentId
    this.participantId = actor.role === 'participant' ? actor.participantId : null
    this.writesThroughLock = may(actor.role, 'document:write-locked')
    this.wire = wire
    this.receipts = receipts
    this.hub = hub
    this.allowance = hub.limits.bufferedBytes
  }

  get ledger(): Ledger {
    return (this.edits ??= new Ledger())
  }
  enter(room: PeerRoom): void {
    this.room = room
  }
  receive(frame: Uint8Array): void {
    // What comes while we close gets no receipt, so its sender brings it again.
    if (!this.hub.isClosing()) this.room?.receive(this, frame)
  }
  tooLarge(): void {
    this.hub.tooLarge(this)
  }
  closed(): void {
    this.gone = true
    this.hub.gone(this)
    this.room?.leave(this)
  }
  /** Takes the frame's share of the rate limits. False when it came too fast. */
  admit(bytes: number): boolean {
    const { limits, clock } = this.hub
    const now = clock.monotonic()
    const messagesFullAt = take(this.messagesFullAt, 1, limits.messageBurst, limits.messagesPerSecond, now)
    const bytesFullAt = take(this.bytesFullAt, bytes, limits.byteBurst, limits.bytesPerSecond, now)
    if (messagesFullAt === null || bytesFullAt === null) return false
    this.messagesFullAt = messagesFullAt
    this.bytesFullAt = bytesFullAt
    return true
  }

  send(frame: Uint8Array): void {
    if (this.gone || !this.hasRoomFor(frame.byteLength)) return
    this.wire.send(frame)
    this.sendRiders()
  }
  /** The whole document may be larger than what a slow peer may leave unread: it gets the time to read it. */
  sendWhole(frame: Uint8Array): void {
    if (this.gone) return
    const { bufferedBytes } = this.hub.limits
    if (this.wire.buffered() > bufferedBytes) return this.cut()
    this.allowance = bufferedBytes + frame.byteLength
    this.sendRiders()
    this.wire.send(frame)
  }
  /** Not urgent: goes with the next frame, or alone a little later. */
  sendAlong(frame: Uint8Array): void {
    if (this.gone) return
    if (!this.hasRiders) this.hub.riding.add(this)
    this.riders ??= []
    this.riders.push(frame)
  }
  /** Some of its frames may be saved or held by now: the receipts ride along. */
  oweReceipts(): void {
    if (!this.receipts || this.gone || this.owesReceipts) return
    if (!this.hasRiders) this.hub.riding.add(this)
    this.owesReceipts = true
  }
  /** Something waits for a frame to ride along with. */
  private get hasRiders(): boolean {
    return this.riders !== null || this.owesReceipts
  }
  /** What found no frame to ride with goes now. */
  flush(): void {
    if (this.hasRiders && !this.gone && this.hasRoomFor(0)) this.sendRiders()
  }
  private sendRiders(): void {
    if (this.riders) for (const rider of this.riders) this.wire.send(rider)
    this.riders = null
    if (!this.owesReceipts) return
    this.owesReceipts = false
    const { saved, held } = this.ledger.due()
    if (saved !== null) this.wire.send(receiptFrame(receiptKind.saved, saved))
    if (held !== null) this.wire.send(receiptFrame(receiptKind.held, held))
  }
  private hasRoomFor(bytes: number): boolean {
    const waiting = this.wire.buffered()
    const { bufferedBytes } = this.hub.limits
    if (waiting < bufferedBytes) this.allowance = bufferedBytes
    if (waiting === 0 || waiting + bytes <= this.allowance) return true
    this.cut()
    return false
  }
  /** It stopped reading (P2.11). A closing handshake would wait behind what it does not read. */
  private cut(): void {
    this.gone = true
    this.wire.terminate()
    this.room?.slow(this)
  }

  heartbeat(): void {
    this.send(this.receipts ? receiptFrame(receiptKind.heartbeat, this.edits?.saved() ?? 0) : nothingFrame)
  }
  close(code: CloseCode): void {
    if (code === closeCode.badFrame || code === closeCode.tooFast || code === closeCode.documentFull) this.refused = true
    if (!this.gone) this.wire.close(code)
    this.gone = true
  }
}
