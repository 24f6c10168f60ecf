import type * as Y from 'yjs'
import type { CloseCode } from '../../../shared/protocol/sync.ts'
import type { RoomUsage } from './RoomMeter.ts'

/** The WebSocket's own code for a message over the limit. */
export const TOO_LARGE = 1009

/** A device that had to be cut off, for whoever looks after the room. */
export interface RefusedPeer {
  readonly documentId: string
  /** Null for a trainer's or another tool's connection. */
  readonly participantId: string | null
  readonly code: CloseCode | typeof TOO_LARGE
  /** For the log and the console's detail; no content. */
  readonly why: string
}

/** The live documents of this process, as the rest of the domain sees them: loaded on first use, let go when nobody has used them for a while. */
export interface Rooms {
  /** Creates and seeds a group's document, once. Resolves when it is on disk. */
  create(documentId: string, classId: string, seed: Uint8Array): Promise<void>
  /**
   * The live document, loaded on first use; for reading only, and at once: after the next `await` it may hold what is not
   * durable yet, or be another object. Undefined when there is none of that name. @throws what a disk says that does not give it back
   */
  read(documentId: string): Promise<Y.Doc | undefined>
  /**
   * Opening merges what was held, in order of arrival, before it resolves. A document with held updates is locked when it
   * is loaded, so after a restart the class says for each of its documents which it is. It is kept for a document that can't
   * be loaded just now, and holds once it can. @throws Refusal 'not-found'; or what the disk says
   */
  setLocked(documentId: string, locked: boolean): Promise<void>
  /** The lock of a document that is not loaded: it opens once somebody asks for it. */
  openWhenLoaded(documentId: string): void
  /** Participants whose writing is held back by the lock. */
  heldBy(documentId: string): ReadonlySet<string>
  /** Participants with a live sync connection to the document. */
  present(documentId: string): ReadonlySet<string>
  /** Called after a change of the document, or of what is held, is durable. */
  onChange(listener: (documentId: string) => void): () => void
  /** Called each time a document refuses growth, because it is as large as it may be. */
  onFull(listener: (documentId: string) => void): () => void
  /** Called when a peer was closed for what it did: too fast, unreadable, a full document, or when it stopped reading. */
  onRefused(listener: (refused: RefusedPeer) => void): () => void
  /**
   * An edit by the server itself, such as going back to a checkpoint. Goes through a lock, is stored and sent like any
   * other. `change` runs in one transaction, at once and without waiting, on a copy of the live document.
   * @throws Refusal 'not-found'; or what `change` throws: then nothing of it stays.
   */
  edit(documentId: string, change: (doc: Y.Doc) => void): Promise<void>
  /** Merges what is stored of the document into one snapshot, so that nothing is kept of what it no longer says. @throws Refusal 'not-found', 'disk-full' */
  compact(documentId: string): Promise<void>
  /** How things stand, in all documents or in those of one class. */
  usage(classId?: string): RoomUsage
  /** When somebody last wrote in a document that is or was loaded, also before a restart; null when nobody has yet. */
  editedAt(documentId: string): number | null
  /** Closes the participant's connections, or everybody's on the documents. */
  disconnect(match: { readonly participantId: string } | { readonly documentIds: readonly string[] }, code: CloseCode): void
  /** Drops the live documents without saving: their class was wiped. */
  forget(documentIds: readonly string[]): void
  /** True while the disk refuses writes; editing goes on from memory. Also while it does not give back a document that broke. */
  storageFailing(): boolean
  close(): Promise<void>
}
