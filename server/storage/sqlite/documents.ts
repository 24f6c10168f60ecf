import type { Append, DocumentStore, HeldUpdate } from '../../domain/room/DocumentStore.ts'
import { bytesOf, inTransaction, transactionOn, isNull, numberOf, textOf, type Driver, type Row } from './driver.ts'
import { PAGE_BYTES, type Writes } from './housekeeping.ts'

/** `DocumentStore` on SQLite: one row per document with its snapshot, one per update since, held ones flagged. */
export function createDocumentStore(driver: Driver, { write, synced }: Writes): DocumentStore {
  const insertDocument = driver.prepare('INSERT OR IGNORE INTO documents (id, class_id, created_at) VALUES (?, ?, ?)')
  const findDocument = driver.prepare('SELECT class_id, created_at, snapshot, snapshot_through, edited_at FROM documents WHERE id = ?')
  const updatesOf = driver.prepare('SELECT sequence, bytes, at FROM updates WHERE document_id = ? AND held = 0 ORDER BY sequence')
  const heldOf = driver.prepare('SELECT sequence, bytes, participant_id, at FROM updates WHERE document_id = ? AND held = 1 ORDER BY sequence')
  // A document that was wiped while its last updates were on their way takes none of them, and fails nobody else's.
  const insertUpdate = driver.prepare(
    'INSERT INTO updates (document_id, sequence, held, participant_id, at, bytes) SELECT id, ?, ?, ?, ?, ? FROM documents WHERE id = ?',
  )
  const lastEver = driver.prepare(
    'SELECT MAX(COALESCE((SELECT MAX(sequence) FROM updates), 0), COALESCE((SELECT MAX(snapshot_through) FROM documents), 0)) AS sequence',
  )
  let sequence = numberOf(lastEver.all([])[0], 'sequence')
  const dropHeld = driver.prepare('DELETE FROM updates WHERE document_id = ? AND held = 1 AND sequence <= ?')
  const setSnapshot = driver.prepare(
    `UPDATE documents SET snapshot = ?1, snapshot_through = ?2,
       edited_at = (SELECT MAX(at) FROM (SELECT edited_at AS at UNION ALL SELECT at FROM updates WHERE document_id = ?3 AND held = 0 AND sequence <= ?2 AND at > created_at))
     WHERE id = ?3 AND snapshot_through <= ?2`,
  )
  const dropCovered = driver.prepare('DELETE FROM updates WHERE document_id = ? AND held = 0 AND sequence <= ?')
  const sizeOf = driver.prepare(
    `SELECT COALESCE((SELECT LENGTH(snapshot) FROM documents WHERE id = ?), 0)
          + COALESCE((SELECT SUM(LENGTH(bytes)) FROM updates WHERE document_id = ?), 0) AS bytes`,
  )

  // Prepared: on the way of every keystroke, reading the words again would cost as much as writing.
  const together = transactionOn(driver)

  const insert = (entry: Append, held: 0 | 1, participantId: string | null, update: Uint8Array): number => {
    const { changes } = insertUpdate.run([++sequence, held, participantId, entry.at, update, entry.documentId])
    return changes === 1 ? sequence : 0
  }
  const append = (entry: Append): number => {
    switch (entry.kind) {
      case 'update':
        return insert(entry, 0, null, entry.update)
      case 'held':
        return insert(entry, 1, entry.participantId, entry.update)
      case 'release':
        dropHeld.run([entry.documentId, entry.through])
        return entry.update === null ? 0 : insert(entry, 0, null, entry.update)
    }
  }

  return {
    async create(documentId, classId, seed, at) {
      await write(seed.byteLength, () =>
        inTransaction(driver, () => {
          const { changes } = insertDocument.run([documentId, classId, at])
          if (changes === 1) insertUpdate.run([++sequence, 0, null, at, seed, documentId])
        }))
      await synced()
    },
    async load(documentId) {
      const row = findDocument.all([documentId])[0]
      if (!row) return undefined
      const updates = updatesOf.all([documentId])
      const held = heldOf.all([documentId]).map(heldUpdate)
      // The seed is as old as the document.
      const edits = [...updates.map((update) => numberOf(update, 'at')), ...held.map(({ at }) => at)].filter((at) => at > numberOf(row, 'created_at'))
      if (!isNull(row, 'edited_at')) edits.push(numberOf(row, 'edited_at'))
      return {
        documentId,
        classId: textOf(row, 'class_id'),
        snapshot: isNull(row, 'snapshot') ? null : bytesOf(row, 'snapshot'),
        updates: updates.map((update) => bytesOf(update, 'bytes')),
        lastSequence: updates.length === 0 ? numberOf(row, 'snapshot_through') : numberOf(updates.at(-1), 'sequence'),
        held,
        editedAt: edits.length === 0 ? null : edits.reduce((one, other) => Math.max(one, other)),
      }
    },
    append(batch) {
      const [first] = batch
      // A statement alone is a transaction by itself, at a third of the price.
      if (batch.length === 1 && first && first.kind !== 'release') return write(bytesIn(first), () => [append(first)])
      const bytes = batch.reduce((sum, entry) => sum + bytesIn(entry) + PAGE_BYTES, 0)
      return write(bytes, () => together(() => batch.map(append)))
    },
    syncToDisk: synced,
    async compact(documentId, snapshot, through) {
      await write(snapshot.byteLength, () =>
        inTransaction(driver, () => {
          const { changes } = setSnapshot.run([snapshot, through, documentId])
          if (changes === 1) dropCovered.run([documentId, through])
        }))
      await synced()
    },
    async size(documentId) {
      return numberOf(sizeOf.all([documentId, documentId])[0], 'bytes')
    },
  }
}

const bytesIn = ({ update }: Append): number => update?.byteLength ?? 0
const heldUpdate = (row: Row): HeldUpdate => ({
  sequence: numberOf(row, 'sequence'),
  update: bytesOf(row, 'bytes'),
  participantId: isNull(row, 'participant_id') ? null : textOf(row, 'participant_id'),
  at: numberOf(row, 'at'),
})
