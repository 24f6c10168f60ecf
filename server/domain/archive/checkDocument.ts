import * as Y from 'yjs'
import { Refusal } from '../../../shared/protocol/reply.ts'
import { checkUpdate } from '../room/checkUpdate.ts'
import { defaultLimits } from '../room/limits.ts'
import { nestingOf } from '../room/nesting.ts'

/**
 * A document from outside, opened once, as an update that makes exactly it. The same rules hold as for what devices send.
 * @throws Refusal 'file-damaged' | 'file-too-large'
 */
export function checkDocument(update: Uint8Array): Uint8Array {
  if (update.length > defaultLimits.documentBytes) throw new Refusal('file-too-large', 'a document is too large')
  const doc = new Y.Doc()
  try {
    const decoded = checkUpdate(update)
    if (nestingOf(doc, decoded) > defaultLimits.nesting) throw new Refusal('file-damaged', 'types too deep inside types')
    Y.applyUpdate(doc, update)
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw new Refusal('file-damaged', 'a document with missing parts')
    return Y.encodeStateAsUpdate(doc)
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('file-damaged', 'a document that can’t be read')
  } finally {
    doc.destroy()
  }
}

/** What a lock holds back may build on what is not there yet. @throws Refusal 'file-damaged' */
export function checkHeld(update: Uint8Array): Uint8Array {
  try {
    checkUpdate(update)
    return update
  } catch {
    throw new Refusal('file-damaged', 'a held update that can’t be read')
  }
}
