import type * as Y from 'yjs'
import type { CloseCode } from '../../../shared/protocol/sync.ts'

/** The live documents of this process, as the rest of the domain sees them. Never unloaded while their class is open. */
export interface Rooms {
  /** Creates and seeds a group's document, once. Resolves when it is on disk. */
  create(documentId: string, classId: string, seed: Uint8Array): Promise<void>
  /**
   * The live document, loaded on first use; for reading only, and at once: after the next `await` it may hold what is not
   * durable yet, or be another object. Undefined when there is none of that name.
   */
  read(documentId: string): Promise<Y.Doc | undefined>
  /**
   * Opening merges what was held, in order of arrival, before it resolves. A document with held updates is locked when it
   * is loaded, so after a restart the class says for each of its documents which it is.
   * @throws Refusal 'not-found'
   */
  setLocked(documentId: string, locked: boolean): Promise<void>
  /** Participants whose writing is held back by the lock. */
  heldBy(documentId: string): ReadonlySet<string>
  /** Participants with a live sync connection to the document. */
  present(documentId: string): ReadonlySet<string>
  /** Called after a change of the document, or of what is held, is durable. */
  onChange(listener: (documentId: string) => void): () => void
  /** Called each time a document refuses growth, because it is as large as it may be. */
  onFull(listener: (documentId: string) => void): () => void
  /** When somebody last wrote in a document that is loaded, also before a restart; null when nobody has yet. */
  editedAt(documentId: string): number | null
  /** Closes the participant's connections, or everybody's on the documents. */
  disconnect(match: { readonly participantId: string } | { readonly documentIds: readonly string[] }, code: CloseCode): void
  /** Drops the live documents without saving: their class was wiped. */
  forget(documentIds: readonly string[]): void
  /** True while the disk refuses writes; editing goes on from memory. */
  storageFailing(): boolean
  close(): Promise<void>
}
