import type { Duplex } from 'node:stream'
import { WebSocket } from 'ws'
import { closeCode } from '../../../shared/protocol/sync.ts'
import type { Connection, Wire } from '../../domain/room/Wire.ts'
import { framed, remembered } from './framed.ts'

/**
 * What is sent within one turn of the event loop leaves at its end: all for one peer in one packet, and the packets for
 * everybody one right behind the other. Nearly all that a write costs is reaching the network, and the more so the longer
 * ago the last one was: what it needs has left the caches, and a reader that went to sleep again must be woken again.
 */
class Outbox {
  private sockets: SyncSocket[] = []

  add(socket: SyncSocket): void {
    if (this.sockets.length === 0) process.nextTick(this.flush)
    this.sockets.push(socket)
  }
  private readonly flush = (): void => {
    const { sockets } = this
    this.sockets = []
    const packets = sockets.map((socket) => socket.pack())
    for (const [index, packet] of packets.entries()) sockets[index]?.write(packet)
  }
}

/** Unread bytes in our memory, behind which pings get no answer. */
const LEFT_UNREAD_BYTES = 16_384

/** There is one event loop, so one for all sockets. */
const outbox = new Outbox()

/** What concerns more than the one socket. */
export interface SocketHost {
  failed(socket: SyncSocket, error: Error): void
  closed(socket: SyncSocket): void
}

/**
 * A room's way to a peer. It writes messages to the socket below the WebSocket by itself, so that a message for a whole group
 * is framed once. That is safe because nothing else of ours writes data, and with compression off the library writes its own
 * control frames whole and at once.
 */
export class SyncSocket extends WebSocket implements Wire {
  private below: Duplex | null = null
  private host: SocketHost | null = null
  /** Sent in this turn of the event loop; null when nothing was. */
  private frames: Uint8Array[] | null = null
  /** Pings since it was last heard. */
  unanswered = 0
  /** Undefined until it is let in. */
  connection: Connection | undefined = undefined

  open(below: Duplex, host: SocketHost): void {
    this.below = below
    this.host = host
  }
  /** In place of listeners: each socket would have a table of its own for them, larger than all else that is ours of it. */
  override emit(event: string | symbol, ...details: unknown[]): boolean {
    const [detail, isBinary] = details
    if (event === 'message') {
      this.unanswered = 0
      if (isBinary === true && detail instanceof Uint8Array) this.connection?.receive(detail)
      else this.close(closeCode.badFrame)
      return true
    }
    if (event === 'pong') {
      this.unanswered = 0
      return true
    }
    if (event === 'ping' && detail instanceof Uint8Array) {
      // The library's own answer keeps a function and three figures for each socket. Who asks and does not read what was sent before gets no more of it.
      if (this.readyState === this.OPEN && this.bufferedAmount < LEFT_UNREAD_BYTES) this.pong(detail)
      return true
    }
    if (event === 'error' && detail instanceof Error) {
      this.host?.failed(this, detail)
      return true
    }
    if (event === 'close') {
      this.connection?.closed()
      this.connection = undefined
      this.host?.closed(this)
    }
    return super.emit(event, ...details)
  }

  override send(frame: Uint8Array): void {
    if (this.readyState !== this.OPEN) return
    if (this.frames) return void this.frames.push(frame)
    this.frames = [frame]
    outbox.add(this)
  }
  /** What was sent so far, as it goes into the socket. A large message is the same bytes for everybody who gets it, and is not copied. */
  pack(): readonly Buffer[] {
    const { frames } = this
    this.frames = null
    if (!frames) return []
    if (frames.length > 1 && frames.every(isSmall)) return [framed(...frames)]
    return frames.map((frame) => (frames.length > 1 && isSmall(frame) ? framed(frame) : framedOnce(frame)))
  }
  write(packet: readonly Buffer[]): void {
    const [only] = packet
    if (!only || !this.below || this.readyState !== this.OPEN) return
    if (packet.length === 1) return void this.below.write(only)
    this.below.cork()
    for (const piece of packet) this.below.write(piece)
    this.below.uncork()
  }
  buffered(): number {
    return this.bufferedAmount
  }
  /** Behind what was sent before. */
  override close(code?: number, reason?: string | Buffer): void {
    this.write(this.pack())
    super.close(code, reason)
    this.resume() // or the answer to the close would never be read
  }
}

/** What a server of such sockets needs: nothing between them and the socket below, and pings left to them. */
export const syncSocketOptions = { noServer: true, perMessageDeflate: false, autoPong: false, WebSocket: SyncSocket }

const isSmall = ({ byteLength }: Uint8Array): boolean => byteLength < 8_192
const framedOnce = remembered((frame: Uint8Array) => framed(frame))
