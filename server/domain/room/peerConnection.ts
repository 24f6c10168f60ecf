import type { Peer } from './peer.ts'
import type { Room } from './room.ts'
import type { Connection } from './Wire.ts'

/** What all connections share. */
export interface ConnectionHub {
  isClosing(): boolean
  tooLarge(peer: Peer): void
  gone(peer: Peer): void
}

/** One peer in its room, for the transport. An object of a class, and no closures: there is one for every socket. */
export class PeerConnection implements Connection {
  private readonly peer: Peer
  private readonly room: Room
  private readonly hub: ConnectionHub

  constructor(peer: Peer, room: Room, hub: ConnectionHub) {
    this.peer = peer
    this.room = room
    this.hub = hub
  }
  receive(frame: Uint8Array): void {
    // What comes while we close gets no receipt, so its sender brings it again.
    if (!this.hub.isClosing()) this.room.receive(this.peer, frame)
  }
  tooLarge(): void {
    this.hub.tooLarge(this.peer)
  }
  closed(): void {
    this.peer.gone = true
    this.hub.gone(this.peer)
    this.room.leave(this.peer)
  }
}
