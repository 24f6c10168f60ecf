/**
 * The Yjs channel: the y-websocket protocol at `/sync/<document>`, plus one message type for clients that ask for it
 * with `ack=1`. Stock providers don't ask and never see it. Documented in server/PROTOCOL.md.
 */
export const SYNC_PATH = '/sync/'
export const documentNamePattern = /^[a-z0-9-]{1,40}$/

/** Message types of y-websocket, then ours. */
export const messageType = { sync: 0, awareness: 1, queryAwareness: 3, receipt: 4 } as const
/** What follows the type `sync`. */
export const syncStep = { step1: 0, step2: 1, update: 2 } as const

/**
 * A receipt, server → client: varuint 4, varuint kind, varuint count.
 * `count` = how many update-carrying frames (sync step 2 and update) of this connection it covers, from the first.
 * saved: durable on the server's disk. held: durable, but kept back by a lock until it opens.
 * heartbeat: nothing new; sent every 10 s so that a silent line is known to be alive.
 */
export const receiptKind = { saved: 0, held: 1, heartbeat: 2 } as const

/** Largest message to the server, bytes. */
export const MAX_FRAME_BYTES = 1_000_000
/** A document that would grow past this is closed to further growth. */
export const MAX_DOCUMENT_BYTES = 5_000_000
export const HEARTBEAT_MS = 10_000
export const MAX_AWARENESS_BYTES = 1_024

/** 44xx: don't reconnect by yourself; ask the person. Others: reconnect with full jitter. */
export const closeCode = {
  /** No, wrong or expired token. */
  unauthorized: 4401,
  /** Known, but not for this document. */
  forbidden: 4403,
  unknownDocument: 4404,
  /** Moved to another group, removed, or the class was ended or wiped: ask the control channel what now. */
  moved: 4409,
  documentFull: 4413,
  badFrame: 4422,
  tooFast: 4429,
  /** Reconnect, please: the server is going down, or can't load the document just now. */
  restart: 4500,
  /** It stopped reading. Never sent, as it would not be read: the line is cut, and the figures of the server count it so. */
  slow: 4508,
} as const
export type CloseCode = (typeof closeCode)[keyof typeof closeCode]
