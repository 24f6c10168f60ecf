/** What a group's document is on disk: one compacted state and the updates since, plus updates that a lock holds back. */
export interface StoredDocument {
  readonly documentId: string
  readonly classId: string
  /** Merged Yjs update (v1), or null when the document was never compacted. */
  readonly snapshot: Uint8Array | null
  /** Yjs updates (v1) since the snapshot, oldest first. */
  readonly updates: readonly Uint8Array[]
  /** The sequence number of the newest stored update; what `compact` may cover. */
  readonly lastSequence: number
  readonly held: readonly HeldUpdate[]
  /** Something that is stored can't be read, and is missing here. It must stay where it is. */
  readonly damaged: boolean
  /** When the newest update was appended, held ones too, whatever was compacted since; null when there is only the seed. */
  readonly editedAt: number | null
}
export interface HeldUpdate {
  readonly sequence: number
  readonly update: Uint8Array
  readonly participantId: string | null
  readonly at: number
}
/** What one tick of all rooms writes, in one transaction. */
export type Append =
  | { readonly kind: 'update'; readonly documentId: string; readonly update: Uint8Array; readonly at: number }
  | { readonly kind: 'held'; readonly documentId: string; readonly update: Uint8Array; readonly participantId: string | null; readonly at: number }
  /** The lock opened: what was held up to `through` is now the document's, and no longer held. */
  | { readonly kind: 'release'; readonly documentId: string; readonly update: Uint8Array | null; readonly through: number; readonly at: number }

export interface DocumentStore {
  /** Creates the document with its seed. Does nothing when it exists: only the first seed counts. */
  create(documentId: string, classId: string, seed: Uint8Array, at: number): Promise<void>
  load(documentId: string): Promise<StoredDocument | undefined>
  /**
   * All in one transaction; when it resolves, the batch survives the death of the process, though not yet that of the
   * machine (`syncToDisk`). Returns the sequence numbers in the order given.
   */
  append(batch: readonly Append[]): Promise<readonly number[]>
  /** Resolves when everything appended before the call survives a loss of power. */
  syncToDisk(): Promise<void>
  /** Replaces what is stored up to `through` by `snapshot`. */
  compact(documentId: string, snapshot: Uint8Array, through: number): Promise<void>
  /** Bytes on disk of one document, snapshot and log. */
  size(documentId: string): Promise<number>
}
