import type * as Y from 'yjs'
import type { Frame } from './ledger.ts'
import type { Peer } from './peer.ts'

/** What can happen to a document. */
export type RoomEvent =
  | { readonly kind: 'question'; readonly peer: Peer; readonly stateVector: Uint8Array }
  | UpdateEvent
  | { readonly kind: 'remote'; readonly update: Uint8Array }
  | { readonly kind: 'edit'; readonly change: (doc: Y.Doc) => void; readonly done: () => void; readonly failed: (error: unknown) => void }
  | { readonly kind: 'lock'; readonly locked: boolean; readonly done: () => void; readonly failed: (error: unknown) => void }
  | { readonly kind: 'compact'; readonly done?: (isCompacted: boolean) => void }

export interface UpdateEvent {
  readonly kind: 'update'
  readonly peer: Peer
  readonly step: 'step2' | 'update'
  readonly update: Uint8Array
  readonly frame: Frame
}
