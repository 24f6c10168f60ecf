import * as Y from 'yjs'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Dialect, Seat } from '../servers/contract.ts'
import { LightSocket } from './lightSocket.ts'
import { hello, prefixOf, step1 } from './wire.ts'

const SYNC = 0
const AUTH = 2
const SYNC_REPLY = 4

/** A client with a real document, for the few that need one. */
export class DocumentClient {
  readonly doc = new Y.Doc()
  isSynced = false
  private readonly socket: LightSocket
  private readonly prefix: Uint8Array
  private readonly isHocuspocus: boolean
  private listeners: ((arrivedAt: number) => void)[] = []

  constructor({ port, dialect, seat }: { readonly port: number; readonly dialect: Dialect; readonly seat: Seat }) {
    this.prefix = prefixOf(dialect, seat.document)
    this.isHocuspocus = dialect === 'hocuspocus'
    this.socket = new LightSocket(port, seat.path, {
      opened: () => this.socket.send(this.isHocuspocus ? hello(this.prefix) : step1(this.prefix)),
      message: (bytes, from, to) => this.receive(bytes.subarray(from, to)),
      closed: (code) => {
        if (!this.isSynced) throw new Error(`closed before it was in step: ${code}`)
      },
    })
  }
  send(update: Uint8Array): void {
    this.sendSync(2, update)
  }
  cut(): void {
    this.socket.cut()
    this.doc.destroy()
  }
  /** Resolves when `holds`, looked at after each message; with the moment when the last one arrived. */
  until(holds: () => boolean, withinMs = 120_000): Promise<number> {
    return new Promise((done, failed) => {
      const tooLong = setTimeout(() => failed(new Error('the document did not come')), withinMs)
      const look = (arrivedAt: number): void => {
        if (!holds()) return
        clearTimeout(tooLong)
        this.listeners = this.listeners.filter((one) => one !== look)
        done(arrivedAt)
      }
      this.listeners.push(look)
      look(performance.now())
    })
  }

  private sendSync(step: 1 | 2, update: Uint8Array): void {
    const encoder = encoding.createEncoder()
    encoding.writeUint8Array(encoder, this.prefix)
    encoding.writeVarUint(encoder, SYNC)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, update)
    this.socket.send(encoding.toUint8Array(encoder))
  }
  private receive(message: Uint8Array): void {
    const arrivedAt = performance.now()
    const decoder = decoding.createDecoder(message)
    decoding.readUint8Array(decoder, this.prefix.length)
    const type = decoding.readVarUint(decoder)
    if (type === AUTH && this.isHocuspocus) this.socket.send(step1(this.prefix))
    if (type !== SYNC && !(type === SYNC_REPLY && this.isHocuspocus)) return
    const step = decoding.readVarUint(decoder)
    const payload = decoding.readVarUint8Array(decoder)
    if (step === 0) return this.sendSync(1, Y.encodeStateAsUpdate(this.doc, payload))
    if (step === 1) this.isSynced = true
    Y.applyUpdate(this.doc, payload, this)
    for (const listener of this.listeners) listener(arrivedAt)
  }
}
