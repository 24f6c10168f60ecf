import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Awareness } from 'y-protocols/awareness'
import * as syncProtocol from 'y-protocols/sync'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { closeCode, messageType, receiptKind } from '../../shared/protocol/sync.ts'
import { countingSocket } from './countingSocket.ts'
import { createMissedWatch } from './missed.ts'
import { createReceiptBook, RECEIPT_LATE_MS, type SyncStatus } from './SyncStatus.ts'

export interface SyncLineParts {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** `ws://host/sync`, without the document's name. */
  readonly url: string
  readonly documentName: string
  readonly token: string | null
  readonly onStatus: (status: SyncStatus) => void
  readonly WebSocket?: typeof WebSocket
  readonly now?: () => number
  /** 0 ≤ random < 1. */
  readonly random?: () => number
}

export interface SyncLine {
  readonly synced: () => boolean
  connect(): void
  /** The device woke or the network changed: make sure within 2 s that the line lives, else take a new one. */
  probe(): void
  /** After a refusal: try again because the person asked. */
  retry(): void
  destroy(): void
}

const JITTER_MIN_MS = 300
const JITTER_MAX_MS = 5_000
const CHECK_MS = 500
const CONNECT_LIMIT_MS = 5_000
/** The server's heartbeat comes every 10 s; two missed ones and a bit. */
const SILENCE_MS = 25_000
const PROBE_MS = 2_000
const RESYNC_MAX_MS = 60_000
/** A full document may have room again by what others deleted: nobody tells who was refused, so it asks about this often. */
const FULL_MS = 20_000

/** Full jitter: anywhere between the least wait and a bound that doubles, so that a room doesn't return at one instant. */
export function reconnectDelayMs(attempt: number, random: number): number {
  const bound = Math.min(JITTER_MAX_MS, JITTER_MIN_MS * 2 ** (attempt + 1))
  return JITTER_MIN_MS + random * (bound - JITTER_MIN_MS)
}

const hasGap = ({ store }: Y.Doc): boolean => store.pendingStructs !== null || store.pendingDs !== null
/** 1009, message too big, is the socket's own way to say 4413: sent again it would be too big again. */
const isRefusal = (code: number): boolean => code === 1009 || (code >= 4400 && code < 4500)

/**
 * y-websocket's provider with what it lacks: receipts, reconnection with jitter, a watch on lines that look open and are
 * dead. The provider's own reconnecting is switched off; connect and disconnect are called here.
 */
export function openSyncLine({ doc, awareness, url, documentName, token, onStatus, random = Math.random, ...parts }: SyncLineParts): SyncLine {
  const now = parts.now ?? (() => performance.now())
  const book = createReceiptBook(now())
  const missed = createMissedWatch(now())
  let attempt = 0
  let opened = now()
  let heard = now()
  let probeAt: number | null = null
  let resyncMs = RECEIPT_LATE_MS
  let resyncedAt = 0
  let retryTimer: ReturnType<typeof setTimeout> | undefined
  let stopped = true
  /** When a full document was last found so; what it says is true until it takes something. */
  let fullAt: number | null = null
  const tell = (): void => onStatus(book.status(now()))

  // Before the provider's own listener, which sends: the book must know the change when its frame goes out.
  const onUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin === provider) return
    book.changed(now())
    tell()
  }
  doc.on('update', onUpdate)

  const Socket = countingSocket(parts.WebSocket ?? WebSocket, {
    opening() {
      opened = heard = now()
      book.lineOpened()
      missed.asked(opened)
    },
    sent: (kind) => book.sent(kind),
    received() {
      heard = now()
      probeAt = null
    },
  })
  const provider = new WebsocketProvider(url, documentName, doc, {
    connect: false, disableBc: true, awareness, WebSocketPolyfill: Socket, params: { ...(token === null ? {} : { token }), ack: '1' },
  })

  provider.messageHandlers[messageType.receipt] = (_encoder: encoding.Encoder, decoder: decoding.Decoder) => {
    const kind = decoding.readVarUint(decoder)
    const count = decoding.readVarUint(decoder)
    if (kind === receiptKind.heartbeat) return
    // More than was sent: messages were repeated on the way, and the numbers of this connection say nothing any more.
    if (count > book.sentFrames()) return reconnectNow()
    book.receipt(kind === receiptKind.held ? 'held' : 'saved', count, now())
    if (fullAt !== null) book.synced(now())
    fullAt = null
    resyncMs = RECEIPT_LATE_MS
    tell()
  }
  provider.on('sync', (synced: boolean) => {
    if (!synced) return
    attempt = 0
    if (fullAt === null) book.synced(now())
    tell()
  })
  provider.on('connection-close', (event: CloseEvent | null) => {
    provider.shouldConnect = false
    probeAt = null
    fullAt = event?.code === closeCode.documentFull ? now() : null
    if (event && isRefusal(event.code)) {
      stopped = true
      book.refused(event.code, now())
    } else {
      book.lineDown(now())
      if (!stopped) schedule(reconnectDelayMs(attempt++, random()))
    }
    tell()
  })

  function connect(): void {
    stopped = false
    provider.connect()
  }
  function schedule(delayMs: number): void {
    clearTimeout(retryTimer)
    retryTimer = setTimeout(() => provider.connect(), delayMs)
  }
  /** Drops the socket, which may never report its end by itself, and takes a new one at once. */
  function reconnectNow(): void {
    provider.disconnect()
    attempt = 0
    schedule(0)
  }
  function askForState(): void {
    missed.asked(now())
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageType.sync)
    syncProtocol.writeSyncStep1(encoder, doc)
    provider.ws?.send(encoding.toUint8Array(encoder))
  }

  const watch = setInterval(() => {
    const at = now()
    if (stopped && fullAt !== null && at - fullAt > FULL_MS * (1 + random() / 2)) connect()
    if (stopped) return
    const oldest = book.oldestUnreceipted()
    if (provider.wsconnecting && at - opened > CONNECT_LIMIT_MS) provider.disconnect()
    else if (provider.wsconnected && (at - heard > SILENCE_MS || (probeAt !== null && at - probeAt > PROBE_MS))) reconnectNow()
    else if (provider.wsconnected && oldest !== null && at - Math.max(oldest, opened, resyncedAt) > resyncMs) {
      // A disk that fails must not make the whole room reconnect for ever at this pace.
      resyncMs = Math.min(RESYNC_MAX_MS, resyncMs * 2)
      resyncedAt = at
      reconnectNow()
    } else if (provider.wsconnected && missed.isDue({ synced: provider.synced, gap: hasGap(doc) }, at)) askForState()
    tell()
  }, CHECK_MS)

  return {
    connect,
    synced: () => provider.synced,
    probe() {
      if (stopped) return
      if (!provider.wsconnected) {
        // A CONNECTING socket that was frozen with the page may hang for a minute.
        if (!provider.wsconnecting || now() - opened > PROBE_MS) reconnectNow()
        return
      }
      probeAt = now()
      askForState()
    },
    retry() {
      stopped = false
      fullAt = null
      book.lineDown(now())
      reconnectNow()
      tell()
    },
    destroy() {
      stopped = true
      clearInterval(watch)
      clearTimeout(retryTimer)
      doc.off('update', onUpdate)
      provider.destroy()
    },
  }
}
