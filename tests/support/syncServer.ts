import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebsocketProvider } from 'y-websocket'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { createLocalBus } from '../../server/bus/local.ts'
import type { Actor } from '../../server/domain/access/Actor.ts'
import type { Bus } from '../../server/domain/Bus.ts'
import { systemClock, type Clock } from '../../server/domain/clock.ts'
import type { Log } from '../../server/domain/Log.ts'
import { createRooms } from '../../server/domain/room/createRooms.ts'
import type { DocumentStore } from '../../server/domain/room/DocumentStore.ts'
import type { RoomLimits } from '../../server/domain/room/limits.ts'
import { silentLog } from '../../server/log.ts'
import { openSqlite } from '../../server/storage/sqlite/openSqlite.ts'
import { createSyncEndpoint, type SyncParts } from '../../server/transport/sync/syncEndpoint.ts'
import { createUpgradeRouter } from '../../server/transport/upgrade.ts'
import { SyncPeer, type PeerOptions } from './syncPeer.ts'

export interface SyncServerOptions {
  readonly file?: string
  readonly limits?: Partial<RoomLimits>
  readonly clock?: Clock
  readonly bus?: Bus
  readonly log?: Log
  readonly port?: number
  /** Stands between rooms and disk, for disks that fail or are slow. */
  readonly wrapStore?: (store: DocumentStore) => DocumentStore
  readonly endpoint?: Partial<Pick<SyncParts, 'authenticate' | 'heartbeatMs' | 'authenticateMs'>>
}

/** `trainer`, `projector`, or `<participant>@<group>` in class `c1`; anything else is nobody. */
export function actorOf(token: string | null): Actor | null {
  if (token === 'trainer') return { role: 'trainer' }
  if (token === 'projector') return { role: 'projector', classId: 'c1' }
  const [participantId, groupId] = token?.split('@') ?? []
  return participantId && groupId ? { role: 'participant', classId: 'c1', participantId, groupId } : null
}

export const seed = (text = ''): Uint8Array => {
  const doc = new Y.Doc()
  doc.getText('notes').insert(0, text)
  doc.getMap('about').set('seeded', true)
  return Y.encodeStateAsUpdate(doc)
}

/** Storage, rooms, sync endpoint and upgrade router on a port of their own, without the class around them. */
export async function startSyncServer(options: SyncServerOptions = {}) {
  const { clock = systemClock, log = silentLog, limits = {}, wrapStore = (store) => store } = options
  const storage = await openSqlite({ file: options.file ?? ':memory:', log })
  const rooms = createRooms({ documents: wrapStore(storage.documents), bus: options.bus ?? createLocalBus(), clock, log, limits: { ridingMs: 10, syncEveryMs: 10, ...limits } })
  const sync = createSyncEndpoint({ rooms, authenticate: async (_request, token) => actorOf(token), isKnown: () => true, log, ...options.endpoint })
  const http = createServer((_request, response) => void response.end('ok'))
  createUpgradeRouter({
    sync, log,
    control: (_request, socket) => void socket.destroy(),
    allowHost: (request) => /^(127\.0\.0\.1|localhost):/.test(request.headers.host ?? ''),
    allowOrigin: ({ headers }) => headers.origin === undefined || headers.origin === `http://${headers.host}`,
  }).attach(http)
  await new Promise<void>((done) => http.listen(options.port ?? 0, '127.0.0.1', done))
  const { port } = http.address() as AddressInfo
  const url = `ws://127.0.0.1:${port}`
  const peers: SyncPeer[] = []
  const providers: WebsocketProvider[] = []
  return {
    storage, rooms, url, port,
    /** A raw peer, not yet synced. */
    peer(token: string, documentId = token.split('@')[1] ?? 'g1', more: Partial<PeerOptions> = {}): SyncPeer {
      const peer = new SyncPeer({ url, token, documentId, ...more })
      peers.push(peer)
      return peer
    },
    /** The provider as everybody installs it, with nothing but a token. */
    stock(token: string, documentId: string, doc = new Y.Doc()): WebsocketProvider {
      const provider = new WebsocketProvider(`${url}/sync`, documentId, doc, {
        params: { token }, disableBc: true, WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      })
      providers.push(provider)
      return provider
    },
    /** The orderly end. */
    async stop() {
      for (const provider of providers) provider.destroy()
      await rooms.close()
      await sync.close()
      for (const peer of peers) peer.socket.terminate()
      await new Promise((done) => http.close(done))
      await storage.close()
    },
  }
}
export type SyncServer = Awaited<ReturnType<typeof startSyncServer>>
