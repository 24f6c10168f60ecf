import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

export interface SocketListener {
  opened(): void
  /** One message: `bytes` from `from` up to `to`; only good until the call returns. */
  message(bytes: Buffer, from: number, to: number): void
  /** `code` null: cut without a word. */
  closed(code: number | null): void
}

const BINARY = 0x82
const CLOSE = 0x8
const PING = 0x9
const PONG = 0x8a
const MASKED = 0x80
/** What any socket has just read. It is looked at before the next one reads. */
const arrivals = Buffer.alloc(65_536)
const HEADER_END = Buffer.from('\r\n\r\n')

/**
 * A WebSocket client that does only what a load needs, so that thousands of them leave the machine to the server: no
 * events, no copies of what arrives, a mask of zeros. Of RFC 6455 it knows whole binary messages, pings and closes.
 */
export class LightSocket {
  private readonly socket: Socket
  private readonly listener: SocketListener
  /** The beginning of a message whose end has not arrived. */
  private rest: Buffer | null = null
  private isOpen = false
  private isClosed = false
  private code: number | null = null

  constructor(port: number, path: string, listener: SocketListener) {
    this.listener = listener
    this.socket = connect({
      host: '127.0.0.1', port, noDelay: true,
      onread: {
        buffer: arrivals,
        callback: (count) => {
          this.receive(arrivals.subarray(0, count))
          return true
        },
      },
    })
    this.socket.on('connect', () => {
      const key = randomBytes(16).toString('base64')
      this.socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n\r\n`)
    })
    this.socket.on('error', () => undefined)
    this.socket.on('close', () => this.close())
  }
  send(payload: Uint8Array): void {
    if (!this.isOpen) return
    this.socket.write(clientFrame(BINARY, payload))
  }
  /** Without a goodbye; the listener hears no more. */
  cut(): void {
    this.isClosed = true
    this.socket.destroy()
  }

  private close(): void {
    if (this.isClosed) return
    this.isClosed = true
    this.isOpen = false
    this.listener.closed(this.code)
  }
  private receive(chunk: Buffer): void {
    const bytes = this.rest ? Buffer.concat([this.rest, chunk]) : chunk
    this.rest = null
    const from = this.isOpen ? 0 : this.readHandshake(bytes)
    const read = from < 0 ? 0 : this.readFrames(bytes, from)
    if (read < bytes.length) this.rest = Buffer.from(bytes.subarray(read))
  }
  /** Where the frames begin; -1: not yet. */
  private readHandshake(bytes: Buffer): number {
    const end = bytes.indexOf(HEADER_END)
    if (end < 0) return -1
    if (!bytes.subarray(0, 12).toString('latin1').endsWith('101')) {
      this.code = Number(bytes.subarray(9, 12).toString('latin1'))
      this.socket.destroy()
      return bytes.length
    }
    this.isOpen = true
    this.listener.opened()
    return end + HEADER_END.length
  }
  private readFrames(bytes: Buffer, start: number): number {
    let at = start
    while (at + 2 <= bytes.length) {
      const first = bytes[at] ?? 0
      let length = bytes[at + 1] ?? 0
      let body = at + 2
      if (length === 126) {
        if (at + 4 > bytes.length) return at
        length = bytes.readUInt16BE(at + 2)
        body = at + 4
      } else if (length === 127) {
        if (at + 10 > bytes.length) return at
        length = Number(bytes.readBigUInt64BE(at + 2))
        body = at + 10
      }
      if (body + length > bytes.length) return at
      this.take(first, bytes, body, body + length)
      at = body + length
    }
    return at
  }
  private take(first: number, bytes: Buffer, from: number, to: number): void {
    if (this.isClosed) return
    if (first === BINARY) return this.listener.message(bytes, from, to)
    const opcode = first & 0xf
    if (opcode === PING) this.socket.write(clientFrame(PONG, bytes.subarray(from, to)))
    else if (opcode === CLOSE) {
      this.code = to - from >= 2 ? bytes.readUInt16BE(from) : null
      this.socket.end()
    } else throw new Error(`a frame that no server here sends: ${first.toString(16)}`)
  }
}

/** The mask is zeros, so masking changes nothing. */
function clientFrame(first: number, payload: Uint8Array): Buffer {
  const { byteLength } = payload
  const header = byteLength < 126 ? 6 : byteLength < 0x1_0000 ? 8 : 14
  const frame = Buffer.allocUnsafe(header + byteLength)
  frame[0] = first
  if (header === 6) frame[1] = MASKED | byteLength
  else if (header === 8) {
    frame[1] = MASKED | 126
    frame.writeUInt16BE(byteLength, 2)
  } else {
    frame[1] = MASKED | 127
    frame.writeBigUInt64BE(BigInt(byteLength), 2)
  }
  frame.fill(0, header - 4, header)
  frame.set(payload, header)
  return frame
}
