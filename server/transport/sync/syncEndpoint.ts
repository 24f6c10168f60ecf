import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { closeCode, HEARTBEAT_MS, MAX_FRAME_BYTES, SYNC_PATH } from '../../../shared/protocol/sync.ts'
import type { Actor } from '../../domain/access/Actor.ts'
import { goAround } from '../../domain/goAround.ts'
import type { Log } from '../../domain/Log.ts'
import type { LiveRooms } from '../../domain/room/createRooms.ts'
import type { Connection, Wire } from '../../domain/room/Wire.ts'
import { createAdmission } from './admission.ts'
import { syncSocketOptions, type SocketHost, type SyncSocket } from './syncSocket.ts'

export interface SyncParts {
  readonly rooms: LiveRooms
  /** Who is this? `token` is the query parameter, null without one (the trainer comes by cookie). Null: refused with 4401. */
  readonly authenticate: (request: IncomingMessage, token: string | null) => Promise<Actor | null>
  /** Whether it is a document of a class that is here. */
  readonly isKnown: (documentId: string) => boolean
  readonly log: Log
  /** A socket that has not answered a ping by the next one but one is dead. */
  readonly heartbeatMs?: number
  /** How long finding out who it is and loading the document may take. */
  readonly authenticateMs?: number
}
export interface SyncEndpoint {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): Promise<void>
}

/** How long a peer has to answer a close before its socket is cut. */
const CLOSE_MS = 2_000
/** Newcomers let in per turn of the event loop, so that typing gets through while a whole hall comes back (P2.9). */
const ADMITTED_PER_TURN = 4

export function createSyncEndpoint(parts: SyncParts): SyncEndpoint {
  const { rooms, authenticate, isKnown, log, heartbeatMs = HEARTBEAT_MS, authenticateMs = 10_000 } = parts
  // Whoever is closed and does not hang up is cut, also where the library closes by itself; its types don't know `closeTimeout` yet.
  const options = { ...syncSocketOptions, maxPayload: MAX_FRAME_BYTES, clientTracking: false, closeTimeout: CLOSE_MS }
  const server = new WebSocketServer(options)
  server.on('wsClientError', (error, socket) => {
    log.debug('sync.handshake-failed', { error: error.message })
    socket.destroy()
  })
  const admission = createAdmission(ADMITTED_PER_TURN)
  const sockets = new Set<SyncSocket>()
  // Pings are counted, and no time is measured: when the laptop has slept, nobody has failed to answer.
  const stopPings = goAround(sockets, heartbeatMs, (socket) => {
    if (socket.unanswered >= 2) return socket.terminate()
    socket.unanswered++
    if (socket.readyState === socket.OPEN) socket.ping()
  })
  const host: SocketHost = {
    failed(socket, error) {
      log.debug('sync.socket-error', { error: error.message })
      // Too large a message ends the socket with 1009 by itself, which clients would answer by trying again.
      if ('code' in error && error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') socket.connection?.tooLarge()
    },
    closed: (socket) => void sockets.delete(socket),
  }

  async function admit(wire: Wire, request: IncomingMessage): Promise<Connection | undefined> {
    const { documentId, token, receipts } = readAddress(request.url ?? '')
    if (documentId === null) return void wire.close(closeCode.unknownDocument)
    const actor = await authenticate(request, token)
    if (!actor) return void wire.close(closeCode.unauthorized)
    // One that belongs to no class of this server any more is unknown, whoever asks.
    if (!isKnown(documentId)) return void wire.close(closeCode.unknownDocument)
    return rooms.connect({ documentId, actor, wire, receipts })
  }

  function takenIn(socket: SyncSocket, connection: Connection | undefined): void {
    socket.unanswered = 0
    if (socket.readyState === socket.OPEN) socket.connection = connection
    else connection?.closed()
    socket.resume()
  }
  function accept(socket: SyncSocket, below: Duplex, request: IncomingMessage): void {
    socket.open(below, host)
    sockets.add(socket)
    // Nothing is read before we know who it is; what was sent meanwhile waits in the network, in order.
    socket.pause()
    const tooLong = setTimeout(() => {
      log.warn('sync.admission-too-slow', {})
      socket.close(closeCode.restart)
    }, authenticateMs)
    admission
      .enter()
      .then(() => admit(socket, request))
      .catch((error: unknown) => {
        log.error('sync.admission-failed', { error: error instanceof Error ? error.message : String(error) })
        return void socket.close(closeCode.restart)
      })
      .then((connection) => {
        clearTimeout(tooLong)
        takenIn(socket, connection)
      })
      .catch((error: unknown) => log.error('sync.admission-failed', { error: error instanceof Error ? error.message : String(error) }))
  }

  return {
    handleUpgrade(request, socket, head) {
      server.handleUpgrade(request, socket, head, (webSocket) => accept(webSocket, socket, request))
    },
    async close() {
      stopPings()
      const open = [...sockets]
      for (const socket of open) socket.close(closeCode.restart)
      await Promise.all(open.map((socket) => new Promise<void>((done) => (socket.readyState === socket.CLOSED ? done() : socket.once('close', () => done())))))
      server.close()
    },
  }
}

/** `/sync/<document>?token=…&ack=1`; the document is null when the path is no single plain segment. */
function readAddress(url: string): { readonly documentId: string | null; readonly token: string | null; readonly receipts: boolean } {
  const [path = '', query = ''] = url.split('?', 2)
  const documentId = path.startsWith(SYNC_PATH) ? path.slice(SYNC_PATH.length) : ''
  const asked = new URLSearchParams(query)
  return { documentId: /^[a-z0-9-]+$/.test(documentId) ? documentId : null, token: asked.get('token'), receipts: asked.get('ack') === '1' }
}
