import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { messageType, receiptKind } from '../../shared/protocol/sync.ts'
import { until } from './until.ts'

export interface PeerOptions {
  /** `ws://127.0.0.1:PORT` */
  readonly url: string
  readonly documentId: string
  readonly token?: string
  /** Asks for receipts; false behaves like a stock provider. */
  readonly ack?: boolean
  /** Bring the document of an earlier peer to come back with its edits. */
  readonly doc?: Y.Doc
  readonly headers?: Record<string, string>
}

const bytes = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}
export const frameOf = (...numbers: readonly number[]): ((payload: Uint8Array) => Uint8Array) => (payload) =>
  bytes((encoder) => {
    for (const number of numbers) encoding.writeVarUint(encoder, number)
    encoding.writeVarUint8Array(encoder, payload)
  })
export const step1 = frameOf(messageType.sync, 0)
export const step2 = frameOf(messageType.sync, 1)
export const update = frameOf(messageType.sync, 2)
export const awareness = frameOf(messageType.awareness)
/** An awareness update as it stands on the wire; the states may be any text. */
export const awarenessOf = (...entries: readonly (readonly [clientId: number, clock: number, json: string])[]): Uint8Array =>
  awareness(
    bytes((encoder) => {
      encoding.writeVarUint(encoder, entries.length)
      for (const [clientId, clock, json] of entries) {
        encoding.writeVarUint(encoder, clientId)
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarString(encoder, json)
      }
    }),
  )

/** A participant's device at the level of the wire: sees every frame, and can send anything. */
export class SyncPeer {
  readonly doc: Y.Doc
  readonly socket: WebSocket
  /** Frames of each kind, as they came. */
  readonly received = { step1: 0, step2: 0, updates: [] as Uint8Array[], awareness: [] as [number, number, string][], heartbeats: 0, bytes: 0 }
  saved = 0
  held = 0
  sent = 0
  synced = false
  closed: number | null = null
  private readonly onUpdate: (change: Uint8Array, origin: unknown) => void

  constructor({ url, documentId, token, ack = true, doc = new Y.Doc(), headers = {} }: PeerOptions) {
    this.doc = doc
    const query = new URLSearchParams({ ...(token === undefined ? {} : { token }), ...(ack ? { ack: '1' } : {}) })
    this.socket = new WebSocket(`${url}/sync/${documentId}?${query}`, { headers })
    this.socket.binaryType = 'nodebuffer'
    this.socket.on('error', () => undefined)
    this.socket.on('open', () => this.send(step1(Y.encodeStateVector(this.doc))))
    this.socket.on('message', (data) => this.receive(new Uint8Array(Buffer.isBuffer(data) ? data : Buffer.alloc(0))))
    this.socket.on('close', (code) => {
      this.closed = code
      this.synced = false
      this.doc.off('update', this.onUpdate)
    })
    this.onUpdate = (change, origin) => {
      if (origin !== this) this.sendCounted(update(change))
    }
    this.doc.on('update', this.onUpdate)
  }
  /** Bytes as they are, whatever they mean. */
  send(frame: Uint8Array): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(frame)
  }
  /** A frame that carries an update, and so counts for receipts. */
  sendCounted(frame: Uint8Array): void {
    if (this.socket.readyState !== WebSocket.OPEN) return
    this.sent++
    this.socket.send(frame)
  }
  get text(): string {
    return this.doc.getText('notes').toString()
  }
  type(words: string): void {
    this.doc.getText('notes').insert(this.doc.getText('notes').length, words)
  }
  async ready(): Promise<this> {
    await until(() => this.synced || this.closed !== null, 'sync')
    if (this.closed !== null) throw new Error(`closed with ${this.closed}`)
    return this
  }
  /** Everything sent so far is on the server's disk. */
  allSaved = (): Promise<unknown> => until(() => this.saved === this.sent, () => `receipts ${this.saved} of ${this.sent}`)
  sees = (words: string): Promise<unknown> => until(() => this.text.includes(words), () => `"${words}" in "${this.text}"`)
  closing = (): Promise<number | null> => until(() => this.closed !== null, 'the close').then(() => this.closed)
  /** The server has read everything sent so far, or has closed the line over it. */
  async roundTrip(): Promise<void> {
    await new Promise((heard) => {
      if (this.socket.readyState !== WebSocket.OPEN) return heard(undefined)
      this.socket.once('pong', heard)
      this.socket.once('close', heard)
      this.socket.ping()
    })
  }
  /** Cuts the line as a dead network does. */
  async drop(): Promise<void> {
    this.socket.terminate()
    await this.closing()
  }

  private receive(frame: Uint8Array): void {
    this.received.bytes += frame.byteLength
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === messageType.sync) this.receiveSync(decoder)
    else if (type === messageType.awareness) this.receiveAwareness(decoding.createDecoder(decoding.readVarUint8Array(decoder)))
    else if (type === messageType.receipt) {
      const kind = decoding.readVarUint(decoder)
      const count = decoding.readVarUint(decoder)
      if (kind === receiptKind.saved) this.saved = count
      if (kind === receiptKind.held) this.held = count
      if (kind === receiptKind.heartbeat) this.received.heartbeats++
    }
  }
  private receiveSync(decoder: decoding.Decoder): void {
    const step = decoding.readVarUint(decoder)
    const payload = decoding.readVarUint8Array(decoder)
    if (step === 0) {
      this.received.step1++
      this.sendCounted(step2(Y.encodeStateAsUpdate(this.doc, payload)))
      return
    }
    if (step === 1) this.received.step2++
    else this.received.updates.push(payload)
    Y.applyUpdate(this.doc, payload, this)
    if (step === 1) this.synced = true
  }
  private receiveAwareness(decoder: decoding.Decoder): void {
    const count = decoding.readVarUint(decoder)
    if (count === 0) this.received.heartbeats++
    for (let index = 0; index < count; index++) {
      this.received.awareness.push([decoding.readVarUint(decoder), decoding.readVarUint(decoder), decoding.readVarString(decoder)])
    }
  }
}
