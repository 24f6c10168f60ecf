import type { CourseRepository, StoredCourse } from '../../domain/course/CourseRepository.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import { isNull, numberOf, textOf, type Driver, type Row } from './driver.ts'
import type { Writes } from './housekeeping.ts'

export function createCourseRepository(driver: Driver, { write, synced }: Writes): CourseRepository {
  const list = driver.prepare('SELECT * FROM courses ORDER BY created_at, id')
  const versionOf = driver.prepare('SELECT version FROM courses WHERE id = ?')
  const upsert = driver.prepare(
    `INSERT INTO courses (id, version, created_at, edited_at, removed_at, template) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, edited_at = excluded.edited_at, removed_at = excluded.removed_at, template = excluded.template`,
  )
  const erase = driver.prepare('DELETE FROM courses WHERE id = ?')
  function put(course: StoredCourse, text: string): void {
    const stored = versionOf.all([course.id])[0]
    const version = stored ? numberOf(stored, 'version') : 0
    if (version !== course.version - 1) throw new Refusal('conflict', `the course is stored with version ${version}, not ${course.version - 1}`)
    upsert.run([course.id, course.version, course.createdAt, course.editedAt, course.removedAt, text])
  }
  return {
    async list() {
      return list.all([]).map(toCourse)
    },
    async save(course) {
      const text = JSON.stringify(course.template)
      await write(text.length, () => put(course, text))
      await synced()
    },
    async erase(courseId) {
      await write(0, () => erase.run([courseId]))
      await synced()
    },
  }
}

const toCourse = (row: Row): StoredCourse => ({
  id: textOf(row, 'id'),
  version: numberOf(row, 'version'),
  createdAt: numberOf(row, 'created_at'),
  editedAt: numberOf(row, 'edited_at'),
  removedAt: isNull(row, 'removed_at') ? null : numberOf(row, 'removed_at'),
  template: JSON.parse(textOf(row, 'template')),
})
