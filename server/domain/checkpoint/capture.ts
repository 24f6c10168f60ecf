import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import { countWork } from '../../../shared/checkpoint/changes.ts'
import type { WorkCounts } from '../../../shared/checkpoint/model.ts'
import { readGroupWork } from '../../../shared/groupwork/document.ts'

/** A document at one moment, as bytes that outlive it. */
export interface Captured {
  readonly update: Uint8Array
  readonly counts: WorkCounts
  /** See `fingerprintOf`. */
  readonly fingerprint: string
}

/** The same for documents that say the same; small, because one is kept for each document. */
export const fingerprintOf = (doc: Y.Doc): string => createHash('sha256').update(Y.encodeSnapshot(Y.snapshot(doc))).digest('base64url')

/** At once, while the document is durable. */
export const capture = (doc: Y.Doc): Captured => ({ update: Y.encodeStateAsUpdate(doc), counts: countWork(readGroupWork(doc)), fingerprint: fingerprintOf(doc) })
