import type { Dialect, Seat } from '../servers/contract.ts'
import { receiptKind } from '../../../shared/protocol/sync.ts'
import { CONTENT_WRITER, EditWriter } from './edits.ts'
import { LightSocket } from './lightSocket.ts'
import { eachMarker } from './markers.ts'
import { awarenessMessage, emptyStep2, hello, prefixOf, step1, updateMessage } from './wire.ts'

export interface TabletParts {
  readonly port: number
  readonly dialect: Dialect
  readonly seat: Seat
  /** Its number among all tablets; those of one group follow one another from `firstOfGroup`. */
  readonly index: number
  readonly firstOfGroup: number
  /** Documents start with content, and who has not got it is not in step. */
  readonly expectsContent: boolean
  readonly synced: () => void
  readonly closed: (code: number | null) => void
  /** An edit of `writer` arrived, for the first time. */
  readonly seen: (writer: number, edit: number) => void
}

const MESSAGE = { sync: 0, awareness: 1, auth: 2, receipt: 4, hocuspocusSyncStatus: 8 } as const
const STEP = { one: 0, two: 1 } as const
const AUTHENTICATED = 2
/** Hocuspocus's own kind of step 2, which asks for nothing back. */
const SYNC_REPLY = 4

/** One participant's device on the wire: joins, edits, says where it is, and knows which edits of the others it has. */
export class Tablet {
  readonly index: number
  readonly edits: EditWriter
  isSynced = false
  /** Bytes of the document as it came. */
  documentBytes = 0
  readonly received = { frames: 0, receipts: 0, awareness: 0 }
  readonly document: string
  /** How many of its edits the server has called saved. */
  saved = 0
  private readonly parts: TabletParts
  private readonly socket: LightSocket
  private readonly prefix: Uint8Array
  private readonly isHocuspocus: boolean
  /** The last edit seen of each writer of the group. */
  private readonly lastSeen: number[] = []
  private presenceClock = 0
  /** Empty steps 2, which count as frames. */
  private answered = 0
  private hasStep2 = false
  private hasContent: boolean

  constructor(parts: TabletParts) {
    this.parts = parts
    this.index = parts.index
    this.document = parts.seat.document
    this.hasContent = !parts.expectsContent
    this.edits = new EditWriter(parts.index, 1_000_000_000 + Math.floor(Math.random() * 1_000_000_000))
    this.prefix = prefixOf(parts.dialect, parts.seat.document)
    this.isHocuspocus = parts.dialect === 'hocuspocus'
    this.socket = new LightSocket(parts.port, parts.seat.path, {
      opened: () => this.greet(),
      message: (bytes, from, to) => this.receive(bytes, from, to),
      closed: (code) => parts.closed(code),
    })
  }
  /** Its next edit; `this.edits.count - 1` is its number. */
  edit(): void {
    this.socket.send(updateMessage(this.prefix, this.edits.next()))
  }
  sayWhere(): void {
    const clock = ++this.presenceClock
    this.socket.send(awarenessMessage(this.prefix, this.edits.clientId, clock, `{"participantId":"${this.parts.seat.participantId}","field":"customer-${clock % 40}/name"}`))
  }
  cut(): void {
    this.socket.cut()
  }
  lastSeenOf(writer: number): number {
    return this.lastSeen[writer - this.parts.firstOfGroup] ?? -1
  }

  private greet(): void {
    if (this.isHocuspocus) this.socket.send(hello(this.prefix))
    else this.socket.send(step1(this.prefix))
  }
  private receive(bytes: Buffer, start: number, to: number): void {
    this.received.frames++
    // Every message of ours has a type below 128, so a byte each.
    const at = start + this.prefix.length
    const type = bytes[at]
    if (type === MESSAGE.sync || (this.isHocuspocus && type === SYNC_REPLY)) this.receiveSync(bytes, at + 1, to)
    else if (type === MESSAGE.awareness) this.received.awareness++
    else if (type === MESSAGE.receipt) this.receiveReceipt(bytes, at + 1)
    else if (this.isHocuspocus && type === MESSAGE.hocuspocusSyncStatus) this.received.receipts++
    else if (type === MESSAGE.auth && this.isHocuspocus) {
      if (bytes[at + 1] !== AUTHENTICATED) throw new Error('refused')
      this.socket.send(step1(this.prefix))
    }
  }
  private receiveSync(bytes: Buffer, at: number, to: number): void {
    const step = bytes[at]
    if (step === STEP.one) {
      this.answered++
      return this.socket.send(emptyStep2(this.prefix))
    }
    eachMarker(bytes, at, to, this.found)
    if (this.isSynced) return
    this.documentBytes += to - at
    if (step === STEP.two) this.hasStep2 = true
    if (!this.hasStep2 || !this.hasContent) return
    this.isSynced = true
    this.parts.synced()
  }
  private receiveReceipt(bytes: Buffer, at: number): void {
    this.received.receipts++
    if (bytes[at] !== receiptKind.saved) return
    let count = 0
    for (let place = at + 1, shift = 1; ; place++, shift *= 128) {
      const byte = bytes[place] ?? 0
      count += (byte & 0x7f) * shift
      if (byte < 0x80) break
    }
    this.saved = count - this.answered
  }
  private readonly found = (writer: number, edit: number): void => {
    if (writer === this.index) return
    if (writer === CONTENT_WRITER) return void (this.hasContent = true)
    const place = writer - this.parts.firstOfGroup
    const before = this.lastSeen[place] ?? -1
    // Seen before, or after a gap: then it is missing, until somebody sends it again.
    if (edit !== before + 1) return
    this.lastSeen[place] = edit
    this.parts.seen(writer, edit)
  }
}
