import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { CloseCode } from '../../../shared/protocol/sync.ts'
import type { Connection, Wire } from '../../domain/room/Wire.ts'
import { framed, remembered } from './framed.ts'

/**
 * What is sent within one turn of the event loop leaves at its end: all for one peer in one packet, and the packets for
 * everybody one right behind the other. Nearly all that a write costs is reaching the network, and the more so the longer
 * ago the last one was: what it needs has left the caches, and a reader that went to sleep again must be woken again.
 */
export class Outbox {
  private wires: SocketWire[] = []

  add(wire: SocketWire): void {
    if (this.wires.length === 0) process.nextTick(this.flush)
    this.wires.push(wire)
  }
  private readonly flush = (): void => {
    const { wires } = this
    this.wires = []
    const packets = wires.map((wire) => wire.pack())
    for (const [index, packet] of packets.entries()) wires[index]?.write(packet)
  }
}

/**
 * Writes messages to the socket below the WebSocket by itself, so that a message for a whole group is framed once. That is
 * safe because nothing else of ours writes data, and with compression off the library writes its own control frames whole
 * and at once.
 */
export class SocketWire implements Wire {
  private readonly socket: WebSocket
  private readonly below: Duplex
  private readonly outbox: Outbox
  /** Sent in this turn of the event loop; null when nothing was. */
  private frames: Uint8Array[] | null = null
  /** Pings since it was last heard. */
  unanswered = 0
  /** Undefined until it is let in. */
  connection: Connection | undefined

  constructor(socket: WebSocket, below: Duplex, outbox: Outbox) {
    this.socket = socket
    this.below = below
    this.outbox = outbox
  }
  send(frame: Uint8Array): void {
    if (this.socket.readyState !== this.socket.OPEN) return
    if (this.frames) return void this.frames.push(frame)
    this.frames = [frame]
    this.outbox.add(this)
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
    if (!only || this.socket.readyState !== this.socket.OPEN) return
    if (packet.length === 1) return void this.below.write(only)
    this.below.cork()
    for (const piece of packet) this.below.write(piece)
    this.below.uncork()
  }
  buffered(): number {
    return this.below.writableLength
  }
  close(code: CloseCode): void {
    if (this.socket.readyState !== this.socket.OPEN) return
    this.write(this.pack())
    this.socket.close(code)
    this.socket.resume() // or the answer to the close would never be read
  }
  terminate(): void {
    this.socket.terminate()
  }
}

const isSmall = ({ byteLength }: Uint8Array): boolean => byteLength < 8_192
const framedOnce = remembered((frame: Uint8Array) => framed(frame))
