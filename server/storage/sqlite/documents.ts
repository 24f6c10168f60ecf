import type { DocumentStore, HeldUpdate } from '../../domain/room/DocumentStore.ts'
import { bytesOf, isNull, numberOf, textOf, type Driver, type Row } from './driver.ts'
import { EditPack, unpacked, type PackedEdit } from './editPack.ts'
import type { Numbered } from './editRecord.ts'
import { PAGE_BYTES, type Writes } from './housekeeping.ts'
import { WaitingEdits } from './waitingEdits.ts'

/** How a row holds its bytes. */
const rowKind = { update: 0, held: 1, pack: 2 } as const

/** The documents in the database, as `DocumentStore` has them; edits come in batches, numbered by whoever brings them. */
export interface DatabaseDocuments extends Pick<DocumentStore, 'create' | 'load' | 'compact' | 'size'> {
  /** At once when nobody else has the file; `then` is called in the same breath. */
  take(edits: WaitingEdits, then?: () => void): Promise<void>
  /** The newest entry that was ever taken. */
  takenThrough(): number
  /** The newest number that was ever given. */
  lastSequence(): number
}

/** One row per document with its snapshot, and since then one per batch and document; held updates have rows of their own. */
export function createDatabaseDocuments(driver: Driver, { write, synced }: Writes): DatabaseDocuments {
  const insertDocument = driver.prepare('INSERT OR IGNORE INTO documents (id, class_id, created_at) VALUES (?, ?, ?)')
  const findDocument = driver.prepare('SELECT class_id, created_at, snapshot, snapshot_through, edited_at FROM documents WHERE id = ?')
  const rowsOf = driver.prepare('SELECT sequence, kind, participant_id, at, bytes FROM updates WHERE document_id = ? ORDER BY sequence')
  // A document that was wiped while its last updates were on their way takes none of them, and fails nobody else's.
  const insertRow = driver.prepare(
    'INSERT INTO updates (document_id, sequence, kind, participant_id, at, bytes) SELECT id, ?, ?, ?, ?, ? FROM documents WHERE id = ?',
  )
  const lastEver = driver.prepare(
    'SELECT MAX(COALESCE((SELECT MAX(sequence) FROM updates), 0), COALESCE((SELECT MAX(snapshot_through) FROM documents), 0), through) AS sequence FROM taken',
  )
  const takenThrough = driver.prepare('SELECT through FROM taken')
  const setTakenThrough = driver.prepare('UPDATE taken SET through = ?')
  const dropHeld = driver.prepare('DELETE FROM updates WHERE document_id = ? AND kind = 1 AND sequence <= ?')
  const setSnapshot = driver.prepare(
    `UPDATE documents SET snapshot = ?1, snapshot_through = ?2,
       edited_at = (SELECT MAX(at) FROM (SELECT edited_at AS at UNION ALL SELECT at FROM updates WHERE document_id = ?3 AND kind <> 1 AND sequence <= ?2 AND at > created_at))
     WHERE id = ?3 AND snapshot_through <= ?2`,
  )
  const dropCovered = driver.prepare('DELETE FROM updates WHERE document_id = ? AND kind <> 1 AND sequence <= ?')
  const packAfter = driver.prepare('SELECT sequence, bytes FROM updates WHERE document_id = ? AND kind = 2 AND sequence > ? ORDER BY sequence LIMIT 1')
  const setBytes = driver.prepare('UPDATE updates SET kind = ?, bytes = ? WHERE document_id = ? AND sequence = ?')
  const sizeOf = driver.prepare(
    `SELECT COALESCE((SELECT LENGTH(snapshot) FROM documents WHERE id = ?), 0)
          + COALESCE((SELECT SUM(LENGTH(bytes)) FROM updates WHERE document_id = ?), 0) AS bytes`,
  )

  const insert = (documentId: string, { sequence, at }: Pick<Numbered, 'sequence' | 'at'>, kind: number, participantId: string | null, bytes: Uint8Array): void =>
    void insertRow.run([sequence, kind, participantId, at, bytes, documentId])
  function takeAll(edits: WaitingEdits): void {
    for (const row of edits.rows()) {
      const { documentId } = row
      if (row.kind === 'held') insert(documentId, row, rowKind.held, row.participantId, row.update)
      if (row.kind === 'pack') insert(documentId, row.pack.last, ...rowOf(row.pack))
      if (row.kind !== 'release') continue
      dropHeld.run([documentId, row.through])
      if (row.update !== null) insert(documentId, row, rowKind.update, null, row.update)
    }
    setTakenThrough.run([edits.through])
  }
  /** Of a row that the snapshot covers in part, the rest stays. */
  function dropCoveredPart(documentId: string, through: number): void {
    const row = packAfter.all([documentId, through])[0]
    if (!row) return
    const updates = unpacked(bytesOf(row, 'bytes'))
    const rest = updates.filter(({ sequence }) => sequence > through)
    if (rest.length === updates.length) return
    const pack = new EditPack()
    for (const edit of rest) pack.add(edit)
    const [kind, , bytes] = rowOf(pack)
    setBytes.run([kind, bytes, documentId, numberOf(row, 'sequence')])
  }
  const lastSequence = (): number => numberOf(lastEver.all([])[0], 'sequence')

  return {
    async create(documentId, classId, seed, at) {
      await write(seed.byteLength, () => {
        const { changes } = insertDocument.run([documentId, classId, at])
        // Before all edits, which have positive numbers.
        if (changes === 1) insertRow.run([0, rowKind.update, null, at, seed, documentId])
      })
      await synced()
    },
    async load(documentId) {
      const row = findDocument.all([documentId])[0]
      if (!row) return undefined
      const rows = rowsOf.all([documentId])
      const held = rows.filter((one) => numberOf(one, 'kind') === rowKind.held).map(heldUpdate)
      let damaged = false
      const updates = rows.flatMap((one) => {
        try {
          return updatesIn(one)
        } catch {
          damaged = true
          return []
        }
      })
      // The seed is as old as the document.
      const edits = [...updates, ...held].map(({ at }) => at).filter((at) => at > numberOf(row, 'created_at'))
      if (!isNull(row, 'edited_at')) edits.push(numberOf(row, 'edited_at'))
      return {
        documentId,
        classId: textOf(row, 'class_id'),
        snapshot: isNull(row, 'snapshot') ? null : bytesOf(row, 'snapshot'),
        updates: updates.map(({ update }) => update),
        lastSequence: updates.at(-1)?.sequence ?? numberOf(row, 'snapshot_through'),
        held, damaged,
        editedAt: edits.length === 0 ? null : edits.reduce((one, other) => Math.max(one, other)),
      }
    },
    take: (edits, then) =>
      write(edits.bytes + edits.documentCount * PAGE_BYTES, () => takeAll(edits), then),
    takenThrough: () => numberOf(takenThrough.all([])[0], 'through'),
    lastSequence,
    async compact(documentId, snapshot, through) {
      await write(snapshot.byteLength, () => {
        const { changes } = setSnapshot.run([snapshot, through, documentId])
        if (changes === 0) return
        dropCovered.run([documentId, through])
        dropCoveredPart(documentId, through)
      })
      await synced()
    },
    async size(documentId) {
      return numberOf(sizeOf.all([documentId, documentId])[0], 'bytes')
    },
  }
}

/** `DocumentStore` on a database that lives in memory, where nothing is gained by waiting. */
export function createDocumentStore(database: DatabaseDocuments): DocumentStore {
  let sequence = database.lastSequence()
  return {
    ...database,
    async append(batch) {
      const edits = new WaitingEdits()
      const sequences = batch.map((entry) => {
        edits.add({ ...entry, sequence: ++sequence })
        return sequence
      })
      await database.take(edits)
      return sequences
    },
    syncToDisk: async () => undefined,
  }
}

const heldUpdate = (row: Row): HeldUpdate => ({
  sequence: numberOf(row, 'sequence'),
  update: bytesOf(row, 'bytes'),
  participantId: isNull(row, 'participant_id') ? null : textOf(row, 'participant_id'),
  at: numberOf(row, 'at'),
})
function updatesIn(row: Row): PackedEdit[] {
  const kind = numberOf(row, 'kind')
  if (kind === rowKind.held) return []
  const bytes = bytesOf(row, 'bytes')
  return kind === rowKind.pack ? unpacked(bytes) : [{ sequence: numberOf(row, 'sequence'), at: numberOf(row, 'at'), update: bytes }]
}
/** Kind, participant and bytes of the row that a pack becomes; one update alone needs no pack. */
function rowOf(pack: EditPack): [kind: number, participantId: null, bytes: Uint8Array] {
  const [only] = pack.size === 1 ? unpacked(pack.bytes()) : []
  return only ? [rowKind.update, null, only.update] : [rowKind.pack, null, pack.bytes()]
}
