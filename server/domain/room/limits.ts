import { HEARTBEAT_MS, MAX_AWARENESS_BYTES, MAX_DOCUMENT_BYTES } from '../../../shared/protocol/sync.ts'

/** What one connection, one document and one process may take. Described for clients in server/PROTOCOL.md. */
export interface RoomLimits {
  readonly documentBytes: number
  /** All documents of one class together. */
  readonly classBytes: number
  /** Types inside types; the group's document needs five. */
  readonly nesting: number
  readonly awarenessBytes: number
  readonly awarenessEveryMs: number
  readonly heartbeatMs: number
  /** Messages a connection may send at once, and per second in the long run. */
  readonly messageBurst: number
  readonly messagesPerSecond: number
  readonly byteBurst: number
  readonly bytesPerSecond: number
  /** Unsent bytes after which a peer that stopped reading is cut off; it resyncs when it is back. */
  readonly bufferedBytes: number
  readonly socketsPerParticipant: number
  readonly sockets: number
  /** Updates with missing parts after which a connection is closed. */
  readonly strikes: number
  /** Receipts and presence wait so long for another frame to ride along with. */
  readonly ridingMs: number
  /** At most one disk sync, and so one round of receipts, in this time. */
  readonly syncEveryMs: number
  /** More updates a second than this in one document are sent on in steps of `paceMs`, several in one frame; at n times as many the steps are n times as long, to `paceMostMs`. */
  readonly paceAbovePerSecond: number
  readonly paceMs: number
  readonly paceMostMs: number
  /** Log rows after which a document is compacted at once, and those at which it is worth it when idle. */
  readonly compactAfterUpdates: number
  readonly compactWhenIdleUpdates: number
  readonly idleMs: number
  /** A document that nobody has used for so long, or up to twice as long, is kept as its bytes while people look at it. */
  readonly foldMs: number
  /** A document that nobody has used for so long is let go, and loaded again by whoever asks for it next. */
  readonly sleepMs: number
  /** First and longest wait before the disk is tried again. */
  readonly retryMs: number
  readonly retryMaxMs: number
}

export const defaultLimits: RoomLimits = {
  documentBytes: MAX_DOCUMENT_BYTES,
  classBytes: 30_000_000,
  nesting: 16,
  awarenessBytes: MAX_AWARENESS_BYTES,
  awarenessEveryMs: 250,
  heartbeatMs: HEARTBEAT_MS,
  messageBurst: 200,
  messagesPerSecond: 60,
  byteBurst: 4_000_000,
  bytesPerSecond: 500_000,
  bufferedBytes: 1_000_000,
  socketsPerParticipant: 6,
  sockets: 1_200,
  strikes: 10,
  ridingMs: 250,
  syncEveryMs: 100,
  paceAbovePerSecond: 24,
  paceMs: 100,
  paceMostMs: 200,
  compactAfterUpdates: 2_000,
  compactWhenIdleUpdates: 50,
  idleMs: 30_000,
  foldMs: 15_000,
  sleepMs: 600_000,
  retryMs: 500,
  retryMaxMs: 15_000,
}
