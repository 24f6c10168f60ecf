import { closeCode, receiptKind, type CloseCode } from '../../../shared/protocol/sync.ts'
import { may } from '../../../shared/access/policy.ts'
import type { Actor } from '../access/Actor.ts'
import type { Clock } from '../clock.ts'
import { nothingFrame, receiptFrame } from './frames.ts'
import { Ledger } from './ledger.ts'
import type { RoomLimits } from './limits.ts'
import { RateLimit } from './rateLimit.ts'
import type { Riding } from './riding.ts'
import type { ConnectRequest, Wire } from './Wire.ts'

const nobody = (): void => undefined

/** One connection to one document: what it may send, what it was told, and what it is still owed. */
export class Peer {
  readonly actor: Actor
  readonly documentId: string
  readonly ledger = new Ledger()
  /** It has our answer to its first sync step 1; before that, updates would build on what it does not have. */
  synced = false
  /** Sync step 1 of ours that it has not answered yet: its next step 2 carries everything. */
  asked = 0
  strikes = 0
  /** Closed for what it did: nothing more of it is taken. One that merely left is heard to the end. */
  refused = false
  gone = false
  /** Told once when it is cut off because it stopped reading. */
  onSlow: (peer: Peer) => void = nobody
  private readonly wire: Wire
  private readonly receipts: boolean
  private readonly limits: RoomLimits
  private readonly rate: RateLimit
  private allowance: number
  private readonly riding: Riding
  /** Frames that go with the next one; null when there are none, which is nearly always. */
  private riders: Uint8Array[] | null = null
  private owesReceipts = false

  constructor({ actor, documentId, wire, receipts }: ConnectRequest, limits: RoomLimits, clock: Clock, riding: Riding) {
    this.actor = actor
    this.documentId = documentId
    this.wire = wire
    this.receipts = receipts
    this.limits = limits
    this.riding = riding
    this.rate = new RateLimit(limits, clock.monotonic())
    this.allowance = limits.bufferedBytes
  }

  get participantId(): string | null {
    return this.actor.role === 'participant' ? this.actor.participantId : null
  }
  get writesThroughLock(): boolean {
    return may(this.actor.role, 'document:write-locked')
  }
  /** Takes the frame's share of the rate limits. False when it came too fast. */
  admit(bytes: number, nowMs: number): boolean {
    return this.rate.take(bytes, nowMs)
  }

  send(frame: Uint8Array): void {
    if (this.gone || !this.hasRoomFor(frame.byteLength)) return
    this.wire.send(frame)
    this.sendRiders()
  }
  /** The whole document may be larger than what a slow peer may leave unread: it gets the time to read it. */
  sendWhole(frame: Uint8Array): void {
    if (this.gone) return
    if (this.wire.buffered() > this.limits.bufferedBytes) return this.cut()
    this.allowance = this.limits.bufferedBytes + frame.byteLength
    this.sendRiders()
    this.wire.send(frame)
  }
  /** Not urgent: goes with the next frame, or alone a little later. */
  sendAlong(frame: Uint8Array): void {
    if (this.gone) return
    if (!this.hasRiders) this.riding.add(this)
    this.riders ??= []
    this.riders.push(frame)
  }
  /** Some of its frames may be saved or held by now: the receipts ride along. */
  oweReceipts(): void {
    if (!this.receipts || this.gone || this.owesReceipts) return
    if (!this.hasRiders) this.riding.add(this)
    this.owesReceipts = true
  }
  /** Something waits for a frame to ride along with. */
  get hasRiders(): boolean {
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
    if (waiting < this.limits.bufferedBytes) this.allowance = this.limits.bufferedBytes
    if (waiting === 0 || waiting + bytes <= this.allowance) return true
    this.cut()
    return false
  }
  /** It stopped reading (P2.11). A closing handshake would wait behind what it does not read. */
  private cut(): void {
    this.gone = true
    this.wire.terminate()
    this.onSlow(this)
  }

  heartbeat(): void {
    this.send(this.receipts ? receiptFrame(receiptKind.heartbeat, this.ledger.saved()) : nothingFrame)
  }
  close(code: CloseCode): void {
    if (code === closeCode.badFrame || code === closeCode.tooFast || code === closeCode.documentFull) this.refused = true
    if (!this.gone) this.wire.close(code)
    this.gone = true
  }
}
