import type { Bus } from '../Bus.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../Log.ts'
import type { DocumentStore } from './DocumentStore.ts'
import type { RoomLimits } from './limits.ts'
import type { Rooms } from './Rooms.ts'
import type { ConnectRequest, Connection } from './Wire.ts'

export interface RoomParts {
  readonly documents: DocumentStore
  readonly bus: Bus
  readonly clock: Clock
  readonly log: Log
  readonly limits?: Partial<RoomLimits>
}
export interface LiveRooms extends Rooms {
  /** Lets a peer in, once its document is loaded. Undefined when it was refused: the wire is closed with the reason. */
  connect(request: ConnectRequest): Promise<Connection | undefined>
}

export function createRooms(_parts: RoomParts): LiveRooms {
  throw new Error('being built')
}
