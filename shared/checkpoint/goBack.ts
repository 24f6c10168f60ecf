import * as Y from 'yjs'
import { partCellRoots, partRowRoots, partTextRoots } from '../groupwork/parts.ts'
import { REASON } from '../map/document.ts'
import type { Removal } from '../scale/model.ts'
import { writeCell, writeMap, writeText } from './content.ts'

/** Roots that hold rows by id. Rows are removed softly, so one that came after the checkpoint is marked, not deleted. */
export const rowRoots: readonly string[] = ['factors:potential', 'factors:relationship', 'customers', 'ownFindings', ...partRowRoots]
/** Roots that hold plain cells. */
export const cellRoots: readonly string[] = ['settings', 'verdicts', ...partCellRoots]
/** Beginnings of the names of root texts. */
const textRoots: readonly string[] = [REASON, ...partTextRoots]

/** A document of its own with the content of `update`; whoever asks for it destroys it. */
export function docOf(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}

/**
 * Makes the group's document say again what `then` says, by edits like anybody's: peers stay bound to what they edit, and
 * what somebody wrote meanwhile without a connection still merges. Roots that this program does not know are left alone.
 * @param removal what rows that came after `then` are marked with.
 */
export function goBack(doc: Y.Doc, then: Y.Doc, removal: Removal): void {
  doc.transact(() => {
    for (const name of rowRoots) writeRows(doc.getMap(name), then.getMap(name), removal)
    for (const name of cellRoots) writeMap(doc.getMap(name), then.getMap(name))
    for (const name of textNames(doc, then)) writeText(doc.getText(name), then.share.has(name) ? then.getText(name).toString() : '')
  })
}

/** True when going back to `then` would write nothing. */
export function isBackAt(update: Uint8Array, then: Y.Doc): boolean {
  const doc = docOf(update)
  try {
    let wrote = false
    doc.on('update', () => { wrote = true })
    goBack(doc, then, { at: 0, by: '' })
    return !wrote
  } finally {
    doc.destroy()
  }
}

function writeRows(rows: Y.Map<unknown>, then: Y.Map<unknown>, removal: Removal): void {
  for (const [id, row] of then.entries()) writeCell(rows, id, row)
  for (const [id, row] of rows.entries()) {
    if (then.has(id) || !(row instanceof Y.Map) || typeof row.get('removedAt') === 'number') continue
    row.set('removedAt', removal.at)
    row.set('removedBy', removal.by)
  }
}

const textNames = (...docs: readonly Y.Doc[]): ReadonlySet<string> =>
  new Set(docs.flatMap((doc) => [...doc.share.keys()].filter((name) => textRoots.some((start) => name.startsWith(start)))))
