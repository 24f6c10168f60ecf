import type { Checkpoint } from '../../../shared/checkpoint/model.ts'

/** A checkpoint as the storage knows it, without its content. */
export interface KeptCheckpoint extends Checkpoint {
  readonly documentId: string
  /** Bytes of its content before whatever the storage does to make it smaller. */
  readonly bytes: number
}
export interface StoredCheckpoint extends Omit<KeptCheckpoint, 'bytes'> {
  /** One Yjs update (v1) that makes the whole document. */
  readonly update: Uint8Array
}

/** Earlier states of the groups' documents. They go with their document when its class is wiped. */
export interface CheckpointRepository {
  /**
   * Keeps `checkpoint` and drops those of its document that are named, both or neither. Nothing is kept of a document that
   * is not stored (any more).
   */
  add(checkpoint: StoredCheckpoint, dropped: readonly string[]): Promise<void>
  /** Of one document, the newest first: by the order in which they were added, whatever the clock said. */
  list(documentId: string): Promise<readonly KeptCheckpoint[]>
  find(documentId: string, id: string): Promise<StoredCheckpoint | undefined>
  remove(documentId: string, id: string): Promise<void>
  /** Other content in the place of what it held; when and why it was kept stays. Does nothing when there is none. */
  rewrite(documentId: string, id: string, update: Uint8Array): Promise<void>
}
