import * as Y from 'yjs'
import { checkUpdate } from './checkUpdate.ts'
import type { HeldUpdate, StoredDocument } from './DocumentStore.ts'
import { applyPlain, type PlainHead } from './plainUpdate.ts'

export interface Integrated {
  /** What was new, as an update without anything the document had before; null when nothing was. */
  readonly diff: Uint8Array | null
  /** Part of it built on something that the document lacks, and was left out. */
  readonly missing: boolean
}

export const mergeUpdates = (updates: readonly Uint8Array[]): Uint8Array | null =>
  updates.length < 2 ? (updates[0] ?? null) : Y.mergeUpdates([...updates])

/** What `act` does to the document, as one update; null when nothing. */
export function changesBy(act: () => void, doc: Y.Doc): Uint8Array | null {
  const parts: Uint8Array[] = []
  const collect = (part: Uint8Array): void => void parts.push(part)
  doc.on('update', collect)
  try {
    act()
  } finally {
    doc.off('update', collect)
  }
  return mergeUpdates(parts)
}
/**
 * Applies an update and never leaves pending parts behind: nobody could tell when they land (P1.18).
 * Yjs may throw on hostile content; the document must then be built anew.
 */
export function integrate(doc: Y.Doc, update: Uint8Array, apply: () => unknown = () => Y.applyUpdate(doc, update)): Integrated {
  const diff = changesBy(() => void apply(), doc)
  return { diff, missing: dropPending(doc) }
}
/** The same for a plain update. @throws BadFrame when it can't be read to its end; nothing has changed then */
export function integratePlain(doc: Y.Doc, update: Uint8Array, head: PlainHead): Integrated {
  const isNew = integrateNew(doc, update, head)
  if (isNew) return isNew
  // Deletions are read after the rest is in: that they can be read is looked at before.
  checkUpdate(update)
  return integrate(doc, update, () => applyPlain(doc, update, head))
}
/**
 * The same for a plain update that deletes nothing and begins just where its writer stopped: all of it is new, so it is its own
 * difference, and needs no encoding. Undefined for others, which are left alone. Also within a transaction.
 */
export function integrateNew(doc: Y.Doc, update: Uint8Array, head: PlainHead): Integrated | undefined {
  const { client, clock } = head
  // The deletions come last: none is a single zero.
  if (client === null || update.at(-1) !== 0 || Y.getState(doc.store, client) !== clock) return undefined
  const length = applyPlain(doc, update, head)
  if (!dropPending(doc)) return { diff: length === update.byteLength ? update : update.slice(0, length), missing: false }
  if (Y.getState(doc.store, client) === clock && length === update.byteLength) return { diff: null, missing: true }
  const before = Y.decodeStateVector(Y.encodeStateVector(doc)).set(client, clock)
  return { diff: Y.encodeStateAsUpdate(doc, Y.encodeStateVector(before)), missing: true }
}
/** The same where nobody asks what was new, which would cost a third more. @returns whether part of it was left out. */
export function absorb(doc: Y.Doc, update: Uint8Array): boolean {
  Y.applyUpdate(doc, update)
  return dropPending(doc)
}
function dropPending(doc: Y.Doc): boolean {
  const missing = doc.store.pendingStructs !== null || doc.store.pendingDs !== null
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
  return missing
}

/**
 * The document as stored. A row that can't be read is reported and left out, and so is what builds on it, unless a later row
 * brings it back: the others still make a document.
 */
export function docFromStored(stored: Pick<StoredDocument, 'snapshot' | 'updates'>, unreadable: (error: unknown) => void): Y.Doc {
  const doc = new Y.Doc()
  for (const update of stored.snapshot ? [stored.snapshot, ...stored.updates] : stored.updates) {
    try {
      Y.applyUpdate(doc, update)
    } catch (error) {
      unreadable(error)
    }
  }
  if (dropPending(doc)) unreadable(new Error('something builds on what is missing'))
  return doc
}

/** Where updates go while the document is locked: a copy on which they build, so that later ones find earlier ones. */
export const createHoldingCopy = (whole: Uint8Array, held: readonly Pick<HeldUpdate, 'update'>[], unreadable: (error: unknown) => void): Y.Doc =>
  docFromStored({ snapshot: whole, updates: held.map(({ update }) => update) }, unreadable)

/**
 * The document as one update, or null when it can't be written, or does not read back as the same document:
 * then the rows it would replace must stay (P6.8).
 */
export function verifiedSnapshot(doc: Y.Doc): Uint8Array | null {
  const copy = new Y.Doc()
  try {
    const snapshot = Y.encodeStateAsUpdate(doc)
    return !absorb(copy, snapshot) && Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(copy)) ? snapshot : null
  } catch {
    return null
  } finally {
    copy.destroy()
  }
}
