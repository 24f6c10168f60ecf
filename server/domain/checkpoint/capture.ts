import * as Y from 'yjs'
import { countWork } from '../../../shared/checkpoint/changes.ts'
import type { WorkCounts } from '../../../shared/checkpoint/model.ts'
import { readGroupWork } from '../../../shared/groupwork/document.ts'

/** A document at one moment, as bytes that outlive it. */
export interface Captured {
  readonly update: Uint8Array
  readonly counts: WorkCounts
  /** For telling cheaply whether it still is what it was. */
  readonly snapshot: Y.Snapshot
}

/** At once, while the document is durable. */
export const capture = (doc: Y.Doc): Captured => ({ update: Y.encodeStateAsUpdate(doc), counts: countWork(readGroupWork(doc)), snapshot: Y.snapshot(doc) })
