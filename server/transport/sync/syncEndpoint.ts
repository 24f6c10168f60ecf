import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import { closeCode, HEARTBEAT_MS, MAX_FRAME_BYTES, SYNC_PATH, type CloseCode } from '../../../shared/protocol/sync.ts'
import type { Actor } from '../../domain/access/Actor.ts'
import type { Clock } from '../../domain/clock.ts'
import type { Log } from '../../domain/Log.ts'
import type { LiveRooms } from '../../domain/room/createRooms.ts'
import type { Connection, Wire } from '../../domain/room/Wire.ts'
import { createAdmission } from './admission.ts'
import { framed, remembered } from './framed.ts'

export interface SyncParts {
  readonly rooms: LiveRooms
  /** Who is this? `token` is the query parameter, null without one (the trainer comes by cookie). Null: refused with 4401. */
  readonly authenticate: (request: IncomingMessage, token: string | null) => Promise<Actor | null>
  /** A further reason to refuse someone who is known, such as a class that has ended. */
  readonly mayOpen?: (actor: Actor, documentId: string) => CloseCode | null | Promise<CloseCode | null>
  readonly log: Log
  readonly clock: Clock
  /** A socket that has not answered a ping by the next one but one is dead. */
  readonly heartbeatMs?: number
  /** How long finding out who it is and loading the document may take. */
  readonly authenticateMs?: number
  /** Newcomers let in per turn of the event loop, so that typing gets through while a whole hall comes back (P2.9). */
  readonly admittedPerTurn?: number
}
export interface SyncEndpoint {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): Promise<void>
}

/** How long a peer has to answer a close before its socket is cut. */
const CLOSE_MS = 2_000

export function createSyncEndpoint(parts: SyncParts): SyncEndpoint {
  const { rooms, authenticate, mayOpen, log, clock, heartbeatMs = HEARTBEAT_MS, authenticateMs = 10_000, admittedPerTurn = 4 } = parts
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false, clientTracking: true })
  server.on('wsClientError', (error, socket) => {
    log.debug('sync.handshake-failed', { error: error.message })
    socket.destroy()
  })
  const admission = createAdmission(admittedPerTurn)
  const lastHeard = new WeakMap<WebSocket, number>()
  const pings = setInterval(() => {
    const now = clock.monotonic()
    for (const socket of server.clients) {
      if (now - (lastHeard.get(socket) ?? now) > 2.5 * heartbeatMs) socket.terminate()
      else if (socket.readyState === socket.OPEN) socket.ping()
    }
  }, heartbeatMs)
  pings.unref()

  async function admit(wire: Wire, request: IncomingMessage): Promise<Connection | undefined> {
    const { documentId, token } = readAddress(request.url ?? '')
    if (documentId === null) return void wire.close(closeCode.unknownDocument)
    const actor = await authenticate(request, token)
    if (!actor) return void wire.close(closeCode.unauthorized)
    const refusal = (await mayOpen?.(actor, documentId)) ?? null
    if (refusal !== null) return void wire.close(refusal)
    return rooms.connect({ documentId, actor, wire, receipts: wantsReceipts(request.url ?? '') })
  }

  /** What a socket says, to whoever takes it in; nothing that is kept for as long as the socket knows of the request. */
  function listen(socket: WebSocket, wire: Wire): (connection: Connection | undefined) => void {
    let connection: Connection | undefined
    const heard = (): void => void lastHeard.set(socket, clock.monotonic())
    heard()
    socket.on('error', (error) => {
      log.debug('sync.socket-error', { error: error.message })
      // Too large a message ends the socket with 1009 by itself, which clients would answer by trying again.
      if ('code' in error && error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') connection?.tooLarge()
    })
    socket.on('pong', heard)
    socket.on('message', (data, isBinary) => {
      heard()
      if (isBinary) connection?.receive(bytesOf(data))
      else wire.close(closeCode.badFrame)
    })
    socket.on('close', () => {
      connection?.closed()
      connection = undefined
    })
    return (admitted) => {
      heard()
      if (socket.readyState === socket.OPEN) connection = admitted
      else admitted?.closed()
      socket.resume()
    }
  }
  function accept(socket: WebSocket, below: Duplex, request: IncomingMessage): void {
    const wire = wireOf(socket, below)
    const takenIn = listen(socket, wire)
    // Nothing is read before we know who it is; what was sent meanwhile waits in the network, in order.
    socket.pause()
    const tooLong = setTimeout(() => {
      log.warn('sync.admission-too-slow', {})
      wire.close(closeCode.restart)
    }, authenticateMs)
    admission
      .enter()
      .then(() => admit(wire, request))
      .catch((error: unknown) => {
        log.error('sync.admission-failed', { error: error instanceof Error ? error.message : String(error) })
        return void wire.close(closeCode.restart)
      })
      .then((connection) => {
        clearTimeout(tooLong)
        takenIn(connection)
      })
      .catch((error: unknown) => log.error('sync.admission-failed', { error: error instanceof Error ? error.message : String(error) }))
  }

  return {
    handleUpgrade(request, socket, head) {
      server.handleUpgrade(request, socket, head, (webSocket) => accept(webSocket, socket, request))
    },
    async close() {
      clearInterval(pings)
      const open = [...server.clients]
      for (const socket of open) closeSoftly(socket, closeCode.restart)
      await Promise.all(open.map((socket) => new Promise<void>((done) => (socket.readyState === socket.CLOSED ? done() : socket.once('close', () => done())))))
      server.close()
    },
  }
}

/**
 * Writes messages to the socket below the WebSocket by itself: a message for a whole group is framed once, and what goes
 * together leaves in one packet. That is safe because nothing else of ours writes data, and with compression off the
 * library writes its own control frames whole and at once.
 */
function wireOf(socket: WebSocket, below: Duplex): Wire {
  return {
    send(...frames) {
      if (socket.readyState !== socket.OPEN) return
      const [only] = frames
      below.write(frames.length === 1 && only ? framedOnce(only) : Buffer.concat(frames.map(framed)))
    },
    buffered: () => below.writableLength,
    close: (code) => closeSoftly(socket, code),
    terminate: () => socket.terminate(),
  }
}

function closeSoftly(socket: WebSocket, code: CloseCode): void {
  if (socket.readyState !== socket.OPEN) return
  socket.close(code)
  socket.resume() // or the answer to the close would never be read
  const tooLong = setTimeout(() => socket.terminate(), CLOSE_MS).unref()
  // Ten thousand refused names must not be remembered for two seconds each.
  socket.once('close', () => clearTimeout(tooLong))
}
const framedOnce = remembered(framed)

const bytesOf = (data: RawData): Uint8Array =>
  Array.isArray(data) ? new Uint8Array(Buffer.concat(data)) : data instanceof ArrayBuffer ? new Uint8Array(data) : data

/** `/sync/<document>?token=…`; the document is null when the path is no single plain segment. */
function readAddress(url: string): { readonly documentId: string | null; readonly token: string | null } {
  const [path = '', query = ''] = url.split('?', 2)
  const documentId = path.startsWith(SYNC_PATH) ? path.slice(SYNC_PATH.length) : ''
  return { documentId: /^[a-z0-9-]+$/.test(documentId) ? documentId : null, token: new URLSearchParams(query).get('token') }
}
const wantsReceipts = (url: string): boolean => new URLSearchParams(url.split('?', 2)[1] ?? '').get('ack') === '1'
