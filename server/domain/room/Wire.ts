import type { CloseCode } from '../../../shared/protocol/sync.ts'
import type { Actor } from '../access/Actor.ts'

/** The socket of one peer, as a room sees it. None of these throw, also on a socket that is gone. */
export interface Wire {
  /** Leaves with all else that is sent in this turn of the event loop: what goes along costs no packet of its own. */
  send(frame: Uint8Array): void
  /** Bytes sent in earlier turns that have not left this machine. */
  buffered(): number
  close(code: CloseCode): void
  /** Cuts the line at once; for peers that don't read. */
  terminate(): void
}

export interface ConnectRequest {
  readonly documentId: string
  readonly actor: Actor
  readonly wire: Wire
  /** The client asked for receipts with `ack=1`. */
  readonly receipts: boolean
}

/** What the transport tells a room about its peer. */
export interface Connection {
  receive(frame: Uint8Array): void
  /** The peer sent a message over the limit, and its socket ends by itself. */
  tooLarge(): void
  /** The socket is gone; to be called once, whoever closed it. */
  closed(): void
}
