import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { checkpointReasons } from '../../../shared/checkpoint/model.ts'
import type { CheckpointRepository, KeptCheckpoint } from '../../domain/checkpoint/CheckpointRepository.ts'
import { bytesOf, isNull, numberOf, textOf, type Driver, type Row } from './driver.ts'
import type { Writes } from './housekeeping.ts'

/** `CheckpointRepository` on SQLite. The content is deflated: repeated states of a group are most of a class's bytes. */
export function createCheckpointRepository(driver: Driver, { write }: Pick<Writes, 'write'>): CheckpointRepository {
  const insert = driver.prepare(
    `INSERT INTO checkpoints (id, document_id, at, reason, item_id, factors, customers, grades, bytes, content)
     SELECT ?, id, ?, ?, ?, ?, ?, ?, ?, ? FROM documents WHERE id = ?`,
  )
  const about = 'id, document_id, at, reason, item_id, factors, customers, grades, bytes'
  const listOf = driver.prepare(`SELECT ${about} FROM checkpoints WHERE document_id = ? ORDER BY sequence DESC`)
  const one = driver.prepare(`SELECT ${about}, content FROM checkpoints WHERE document_id = ? AND id = ?`)
  const replace = driver.prepare('UPDATE checkpoints SET content = ?, bytes = ? WHERE document_id = ? AND id = ?')
  const drop = driver.prepare('DELETE FROM checkpoints WHERE document_id = ? AND id = ?')
  return {
    async add({ id, documentId, at, reason, itemId, counts, update }, dropped) {
      const content = deflateRawSync(update)
      await write(content.byteLength, () => {
        insert.run([id, at, reason, itemId, counts.factors, counts.customers, counts.grades, update.byteLength, content, documentId])
        for (const old of dropped) drop.run([documentId, old])
      })
    },
    async list(documentId) {
      return listOf.all([documentId]).map(toKept)
    },
    async find(documentId, id) {
      const row = one.all([documentId, id])[0]
      if (!row) return undefined
      const { bytes, ...kept } = toKept(row)
      return { ...kept, update: new Uint8Array(inflateRawSync(bytesOf(row, 'content'), { maxOutputLength: Math.max(1, bytes) })) }
    },
    async rewrite(documentId, id, update) {
      const content = deflateRawSync(update)
      await write(content.byteLength, () => replace.run([content, update.byteLength, documentId, id]))
    },
    async remove(documentId, id) {
      await write(0, () => drop.run([documentId, id]))
    },
  }
}

function toKept(row: Row): KeptCheckpoint {
  const reason = checkpointReasons.find((known) => known === row['reason'])
  if (!reason) throw new TypeError('a checkpoint of unknown reason')
  return {
    id: textOf(row, 'id'),
    documentId: textOf(row, 'document_id'),
    at: numberOf(row, 'at'),
    reason,
    itemId: isNull(row, 'item_id') ? null : textOf(row, 'item_id'),
    counts: { factors: numberOf(row, 'factors'), customers: numberOf(row, 'customers'), grades: numberOf(row, 'grades') },
    bytes: numberOf(row, 'bytes'),
  }
}
