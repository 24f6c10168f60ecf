import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { CloseCode } from '../../../shared/protocol/sync.ts'
import type { Actor } from '../../domain/access/Actor.ts'
import type { Clock } from '../../domain/clock.ts'
import type { Log } from '../../domain/Log.ts'
import type { LiveRooms } from '../../domain/room/createRooms.ts'

export interface SyncParts {
  readonly rooms: LiveRooms
  /** Who is this? `token` is the query parameter, null without one (the trainer comes by cookie). Null: refused with 4401. */
  readonly authenticate: (request: IncomingMessage, token: string | null) => Promise<Actor | null>
  /** A further reason to refuse someone who is known, such as a class that has ended. */
  readonly mayOpen?: (actor: Actor, documentId: string) => CloseCode | null | Promise<CloseCode | null>
  readonly log: Log
  readonly clock: Clock
  readonly heartbeatMs?: number
  readonly authenticateMs?: number
}
export interface SyncEndpoint {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): Promise<void>
}

export function createSyncEndpoint(_parts: SyncParts): SyncEndpoint {
  throw new Error('being built')
}
