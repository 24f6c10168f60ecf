import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { LocalOrigin } from '../../../shared/groupwork/cells.ts'
import { prepareDocument } from '../../../shared/groupwork/document.ts'
import { messageType, receiptKind, type CloseCode } from '../../../shared/protocol/sync.ts'
import type { GroupPeer } from '../../support/groupPeers.ts'
import { step1, step2, update } from '../../support/syncPeer.ts'
import type { Line } from './line.ts'
import type { Claim } from './promises.ts'

/** Marks stand in an array of their own, out of reach of undo. */
export const marksOf = (doc: Y.Doc): Y.Array<string> => doc.getArray<string>('marks')
export const notesOf = (doc: Y.Doc): Y.Text => doc.getText('notes')

export interface TabletEars {
  /** Came from the server. */
  saw(claim: Claim, isShaky: boolean): void
  /** Written here. */
  wrote(claim: Claim): void
  promised(claim: Claim, strength: 'held' | 'saved'): void
  /** @throws always */
  broken(what: string): never
}

/** One device: its document outlives its lines. */
export class Tablet implements GroupPeer {
  readonly name: string
  readonly isTrainer: boolean
  /** Like a stock provider: asks for no receipts. */
  readonly isStock: boolean
  readonly group: number
  readonly doc = new Y.Doc()
  readonly origin: LocalOrigin
  readonly undo: Y.UndoManager
  line: Line | null = null
  synced = false
  everSynced = false
  closedWith: CloseCode | null = null
  saved = 0
  held = 0
  /** What each counted frame of this line brought. */
  readonly frames: Claim[] = []
  /** The newest update that was made here, which need not have been sent. */
  last: { readonly frame: Uint8Array; readonly claim: Claim } | null = null
  private readonly struckHere: string[] = []
  private marks: ReadonlySet<string> = new Set()
  private incomingIsShaky = false
  private readonly ears: TabletEars

  constructor(given: Pick<Tablet, 'name' | 'isTrainer' | 'isStock' | 'group'> & { readonly clientId: number }, ears: TabletEars) {
    this.name = given.name
    this.isTrainer = given.isTrainer
    this.isStock = given.isStock
    this.group = given.group
    this.ears = ears
    this.doc.clientID = given.clientId
    prepareDocument(this.doc)
    this.origin = new LocalOrigin(given.name)
    this.undo = new Y.UndoManager([...this.doc.share.values(), notesOf(this.doc)], { trackedOrigins: new Set([this.origin]), captureTimeout: 0 })
    marksOf(this.doc)
    this.doc.on('update', (bytes: Uint8Array, origin: unknown) => this.changed(bytes, origin))
  }

  /** A new line: nothing is counted yet. */
  starts(line: Line): void {
    this.line = line
    this.synced = false
    this.closedWith = null
    this.saved = this.held = this.frames.length = 0
    line.sendUp(step1(Y.encodeStateVector(this.doc)), null, false)
  }
  ended(code: CloseCode | null): void {
    this.line = null
    this.synced = false
    this.closedWith = code
  }
  /** `isMissed`: whether the server sees from a later update that this one got lost. */
  sendCounted(frame: Uint8Array, claim: Claim, isMissed: boolean): void {
    if (!this.line) return
    this.frames.push(claim)
    this.line.sendUp(frame, claim, isMissed)
  }
  get isAllSaved(): boolean {
    return this.isStock || this.saved === this.frames.length
  }
  receive(frame: Uint8Array, isShaky: boolean): void {
    this.incomingIsShaky = isShaky
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === messageType.sync) this.receiveSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder))
    else if (type === messageType.receipt) this.receiveReceipt(decoding.readVarUint(decoder), decoding.readVarUint(decoder))
  }

  private receiveSync(step: number, payload: Uint8Array): void {
    if (step === 0) return this.sendCounted(step2(Y.encodeStateAsUpdate(this.doc, payload)), { added: [...this.marks], struck: [...this.struckHere] }, false)
    Y.applyUpdate(this.doc, payload, this.line)
    if (step === 1) this.synced = this.everSynced = true
  }
  private receiveReceipt(kind: number, count: number): void {
    const { saved, held } = this
    if (this.isStock) this.ears.broken('a receipt that was not asked for')
    if (count > this.frames.length) this.ears.broken(`a receipt for ${count} of ${this.frames.length} frames`)
    if (kind === receiptKind.heartbeat) return count > saved ? this.ears.broken('a heartbeat that is ahead of the receipts') : undefined
    const [before, strength] = kind === receiptKind.saved ? ([saved, 'saved'] as const) : ([held, 'held'] as const)
    if (count < before) this.ears.broken(`a receipt that takes ${before} back to ${count}`)
    for (const claim of this.frames.slice(before, count)) this.ears.promised(claim, strength)
    if (strength === 'saved') this.saved = count
    else this.held = count
  }
  private changed(bytes: Uint8Array, origin: unknown): void {
    const now = marksOf(this.doc).toArray()
    const claim = { added: now.filter((mark) => !this.marks.has(mark)), struck: [...this.marks].filter((mark) => !now.includes(mark)) }
    this.marks = new Set(now)
    if (this.marks.size < now.length) this.ears.broken('a mark stands twice')
    if (this.line && origin === this.line) return this.ears.saw(claim, this.incomingIsShaky)
    this.struckHere.push(...claim.struck)
    this.ears.wrote(claim)
    this.last = { frame: update(bytes), claim }
    this.sendCounted(this.last.frame, claim, Y.decodeUpdate(bytes).ds.clients.size === 0)
  }
}
