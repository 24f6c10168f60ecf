import { closeCode, type CloseCode } from '../../../shared/protocol/sync.ts'
import type { Log } from '../Log.ts'
import { BadFrame } from './frames.ts'
import type { Peer } from './peer.ts'
import type { RoomMeter } from './RoomMeter.ts'
import type { RefusedPeer } from './Rooms.ts'

export interface RefusalParts {
  readonly log: Log
  readonly meter: RoomMeter
  /** A peer was closed for what it did. */
  readonly refused: (refused: RefusedPeer) => void
}

/** Closes peers of one document for what they did, and says so. */
export class Refusals {
  private readonly documentId: string
  private readonly parts: RefusalParts

  constructor(documentId: string, parts: RefusalParts) {
    this.documentId = documentId
    this.parts = parts
  }
  refuse(peer: Peer, code: (typeof closeCode)['badFrame' | 'tooFast' | 'documentFull'], why: string): void {
    this.tell(peer, code, why)
    peer.close(code)
  }
  /** Something of the peer's went wrong. What is no `BadFrame` is our own mistake: it may come again. */
  failed(peer: Peer, error: unknown): void {
    if (error instanceof BadFrame) return this.refuse(peer, closeCode.badFrame, error.message)
    this.parts.log.error('sync.failed', { documentId: this.documentId, participantId: peer.participantId, error })
    peer.close(closeCode.restart)
  }
  /** It stopped reading, and is cut off already. */
  slow(peer: Peer): void {
    this.tell(peer, closeCode.slow, 'stopped reading')
  }
  private tell({ participantId }: Peer, code: CloseCode, why: string): void {
    const { documentId } = this
    this.parts.log.warn('sync.refused', { documentId, participantId, code, why })
    this.parts.meter.refused(code)
    this.parts.refused({ documentId, participantId, code, why })
  }
}
