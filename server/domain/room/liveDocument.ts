import * as Y from 'yjs'
import type { HeldUpdate, StoredDocument } from './DocumentStore.ts'

export interface Integrated {
  /** What was new, as an update without anything the document had before; null when nothing was. */
  readonly diff: Uint8Array | null
  /** Part of it built on something that the document lacks, and was left out. */
  readonly missing: boolean
}

export const mergeUpdates = (updates: readonly Uint8Array[]): Uint8Array | null =>
  updates.length < 2 ? (updates[0] ?? null) : Y.mergeUpdates([...updates])

/**
 * Applies an update and never leaves pending parts behind: nobody could tell when they land (P1.18).
 * Yjs may throw on hostile content; the document must then be built anew.
 */
export function integrate(doc: Y.Doc, update: Uint8Array, apply: (doc: Y.Doc, update: Uint8Array) => void = Y.applyUpdate): Integrated {
  const parts: Uint8Array[] = []
  const collect = (part: Uint8Array): void => void parts.push(part)
  doc.on('update', collect)
  try {
    apply(doc, update)
  } finally {
    doc.off('update', collect)
  }
  const missing = doc.store.pendingStructs !== null || doc.store.pendingDs !== null
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
  return { diff: mergeUpdates(parts), missing }
}

/** The document as stored. A row that can't be read is reported and left out: the others still make a document. */
export function docFromStored(stored: StoredDocument, unreadable: (error: unknown) => void): Y.Doc {
  const doc = new Y.Doc()
  for (const update of stored.snapshot ? [stored.snapshot, ...stored.updates] : stored.updates) {
    try {
      integrate(doc, update)
    } catch (error) {
      unreadable(error)
    }
  }
  return doc
}

/** Where updates go while the document is locked: a copy on which they build, so that later ones find earlier ones. */
export function createHoldingCopy(doc: Y.Doc, held: readonly Pick<HeldUpdate, 'update'>[]): Y.Doc {
  const copy = new Y.Doc()
  integrate(copy, Y.encodeStateAsUpdate(doc))
  for (const { update } of held) integrate(copy, update)
  return copy
}

/**
 * The document as one update, or null when what was written does not read back as the same document:
 * then the rows it would replace must stay (P6.8).
 */
export function verifiedSnapshot(doc: Y.Doc): Uint8Array | null {
  const snapshot = Y.encodeStateAsUpdate(doc)
  const copy = new Y.Doc()
  try {
    const { missing } = integrate(copy, snapshot)
    return !missing && Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(copy)) ? snapshot : null
  } finally {
    copy.destroy()
  }
}
