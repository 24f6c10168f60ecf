import type { AnswerRepository, StoredAnswer } from '../../domain/answers/AnswerRepository.ts'
import { numberOf, textOf, type Driver, type Row } from './driver.ts'
import type { Writes } from './housekeeping.ts'

export function createAnswerRepository(driver: Driver, { write, synced }: Writes): AnswerRepository {
  const list = driver.prepare('SELECT * FROM answers WHERE class_id = ? ORDER BY at, topic, participant_id')
  const upsert = driver.prepare(
    `INSERT INTO answers (class_id, topic, participant_id, at, value) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (class_id, topic, participant_id) DO UPDATE SET at = excluded.at, value = excluded.value`,
  )
  const remove = driver.prepare('DELETE FROM answers WHERE class_id = ? AND topic = ? AND participant_id = ?')
  async function safely(bytes: number, work: () => void): Promise<void> {
    await write(bytes, work)
    await synced()
  }
  return {
    list: async (classId) => list.all([classId]).map(toAnswer),
    put({ classId, topic, participantId, at, value }) {
      const text = JSON.stringify(value)
      return safely(text.length, () => void upsert.run([classId, topic, participantId, at, text]))
    },
    remove: (classId, topic, participantId) => safely(0, () => void remove.run([classId, topic, participantId])),
  }
}

const toAnswer = (row: Row): StoredAnswer => ({
  classId: textOf(row, 'class_id'),
  topic: textOf(row, 'topic'),
  participantId: textOf(row, 'participant_id'),
  at: numberOf(row, 'at'),
  value: JSON.parse(textOf(row, 'value')) as unknown,
})
