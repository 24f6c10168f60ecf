import { DAYS_KEPT, type DayRepository, type StoredDay } from '../../domain/course/DayRepository.ts'
import type { TookMinutes } from '../../../shared/agenda/day.ts'
import { numberOf, textOf, type Driver, type Row } from './driver.ts'
import type { Writes } from './housekeeping.ts'

export function createDayRepository(driver: Driver, { write }: Pick<Writes, 'write'>): DayRepository {
  const upsert = driver.prepare(
    'INSERT INTO days (id, course_id, at, items) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at, items = excluded.items',
  )
  const dropOld = driver.prepare(
    'DELETE FROM days WHERE course_id = ?1 AND id NOT IN (SELECT id FROM days WHERE course_id = ?1 ORDER BY at DESC, id LIMIT ?2)',
  )
  const latest = driver.prepare('SELECT * FROM days WHERE course_id = ? ORDER BY at DESC, id LIMIT 1')
  return {
    async save({ id, courseId, at, items }) {
      const text = JSON.stringify(items)
      await write(text.length, () => {
        upsert.run([id, courseId, at, text])
        dropOld.run([courseId, DAYS_KEPT])
      })
    },
    async latest(courseId) {
      return latest.all([courseId]).map(toDay)[0]
    },
  }
}

/** Written by `save` alone, so the shape of `items` is known. */
const toDay = (row: Row): StoredDay => ({
  id: textOf(row, 'id'),
  courseId: textOf(row, 'course_id'),
  at: numberOf(row, 'at'),
  items: JSON.parse(textOf(row, 'items')) as readonly TookMinutes[],
})
