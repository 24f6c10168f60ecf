import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { DocumentStore, HeldUpdate } from '../../domain/room/DocumentStore.ts'
import { bytesOf, inTransaction, transactionOn, isNull, numberOf, textOf, type Driver, type Row } from './driver.ts'
import type { Numbered } from './editRecord.ts'
import { PAGE_BYTES, type Writes } from './housekeeping.ts'

/** How a row holds its bytes. */
const rowKind = { update: 0, held: 1, pack: 2 } as const

/** The documents in the database, as `DocumentStore` has them; edits come in batches, numbered by whoever brings them. */
export interface DatabaseDocuments extends Pick<DocumentStore, 'create' | 'load' | 'compact' | 'size'> {
  /** In one transaction, at once when nobody else has the file; `then` is called in the same breath. */
  take(entries: readonly Numbered[], then?: () => void): Promise<void>
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
  const together = transactionOn(driver)

  const insert = ({ documentId, sequence, at }: Numbered, kind: number, participantId: string | null, bytes: Uint8Array): void =>
    void insertRow.run([sequence, kind, participantId, at, bytes, documentId])
  const insertPack = (updates: readonly Edit[]): void => {
    const last = updates.at(-1)
    if (last) insert(last, updates.length === 1 ? rowKind.update : rowKind.pack, null, packed(updates))
  }
  function takeAll(entries: readonly Numbered[]): void {
    /** Of each document, what goes into one row. */
    const packs = new Map<string, Edit[]>()
    for (const entry of entries) {
      if (entry.kind === 'held') insert(entry, rowKind.held, entry.participantId, entry.update)
      if (entry.kind === 'update') {
        const pack = packs.get(entry.documentId) ?? []
        packs.set(entry.documentId, pack)
        pack.push(entry)
      }
      if (entry.kind !== 'release') continue
      // What was held may build on what came before it, and what comes after on what was held.
      insertPack(packs.get(entry.documentId) ?? [])
      packs.delete(entry.documentId)
      dropHeld.run([entry.documentId, entry.through])
      if (entry.update !== null) insert(entry, rowKind.update, null, entry.update)
    }
    for (const pack of packs.values()) insertPack(pack)
    setTakenThrough.run([entries.at(-1)?.sequence ?? 0])
  }
  /** Of a row that the snapshot covers in part, the rest stays. */
  function dropCoveredPart(documentId: string, through: number): void {
    const row = packAfter.all([documentId, through])[0]
    if (!row) return
    const updates = unpacked(bytesOf(row, 'bytes'))
    const rest = updates.filter(({ sequence }) => sequence > through)
    if (rest.length < updates.length) setBytes.run([rest.length === 1 ? rowKind.update : rowKind.pack, packed(rest), documentId, numberOf(row, 'sequence')])
  }
  const lastSequence = (): number => numberOf(lastEver.all([])[0], 'sequence')

  return {
    async create(documentId, classId, seed, at) {
      await write(seed.byteLength, () =>
        inTransaction(driver, () => {
          const { changes } = insertDocument.run([documentId, classId, at])
          // Before all edits, which have positive numbers.
          if (changes === 1) insertRow.run([0, rowKind.update, null, at, seed, documentId])
        }))
      await synced()
    },
    async load(documentId) {
      const row = findDocument.all([documentId])[0]
      if (!row) return undefined
      const rows = rowsOf.all([documentId])
      const held = rows.filter((one) => numberOf(one, 'kind') === rowKind.held).map(heldUpdate)
      const updates = rows.flatMap((one) => updatesIn(one))
      // The seed is as old as the document.
      const edits = [...updates, ...held].map(({ at }) => at).filter((at) => at > numberOf(row, 'created_at'))
      if (!isNull(row, 'edited_at')) edits.push(numberOf(row, 'edited_at'))
      return {
        documentId,
        classId: textOf(row, 'class_id'),
        snapshot: isNull(row, 'snapshot') ? null : bytesOf(row, 'snapshot'),
        updates: updates.map(({ update }) => update),
        lastSequence: updates.at(-1)?.sequence ?? numberOf(row, 'snapshot_through'),
        held,
        editedAt: edits.length === 0 ? null : edits.reduce((one, other) => Math.max(one, other)),
      }
    },
    take(entries, then) {
      const bytes = entries.reduce((sum, { update }) => sum + (update?.byteLength ?? 0), 0)
      const documents = new Set(entries.map(({ documentId }) => documentId)).size
      return write(bytes + documents * PAGE_BYTES, () => {
        together(() => takeAll(entries))
        then?.()
      })
    },
    takenThrough: () => numberOf(takenThrough.all([])[0], 'through'),
    lastSequence,
    async compact(documentId, snapshot, through) {
      await write(snapshot.byteLength, () =>
        inTransaction(driver, () => {
          const { changes } = setSnapshot.run([snapshot, through, documentId])
          if (changes === 0) return
          dropCovered.run([documentId, through])
          dropCoveredPart(documentId, through)
        }))
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
      const entries = batch.map((entry): Numbered => ({ ...entry, sequence: ++sequence }))
      await database.take(entries)
      return entries.map((entry) => entry.sequence)
    },
    syncToDisk: async () => undefined,
  }
}

type Edit = Extract<Numbered, { kind: 'update' }>
type NumberedUpdate = Pick<Edit, 'sequence' | 'at' | 'update'>
const heldUpdate = (row: Row): HeldUpdate => ({
  sequence: numberOf(row, 'sequence'),
  update: bytesOf(row, 'bytes'),
  participantId: isNull(row, 'participant_id') ? null : textOf(row, 'participant_id'),
  at: numberOf(row, 'at'),
})
function updatesIn(row: Row): NumberedUpdate[] {
  const kind = numberOf(row, 'kind')
  if (kind === rowKind.held) return []
  const bytes = bytesOf(row, 'bytes')
  return kind === rowKind.pack ? unpacked(bytes) : [{ sequence: numberOf(row, 'sequence'), at: numberOf(row, 'at'), update: bytes }]
}

/** Several updates as one value: merging them would cost the event loop more than it saves, as they are soon compacted. */
function packed(updates: readonly NumberedUpdate[]): Uint8Array {
  const [only] = updates
  if (updates.length === 1 && only) return only.update
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, updates.length)
  for (const { sequence, at, update } of updates) {
    encoding.writeVarUint(encoder, sequence)
    encoding.writeVarUint(encoder, at)
    encoding.writeVarUint8Array(encoder, update)
  }
  return encoding.toUint8Array(encoder)
}
function unpacked(bytes: Uint8Array): NumberedUpdate[] {
  const decoder = decoding.createDecoder(bytes)
  return Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    sequence: decoding.readVarUint(decoder),
    at: decoding.readVarUint(decoder),
    update: Uint8Array.from(decoding.readVarUint8Array(decoder)),
  }))
}
