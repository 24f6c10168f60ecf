import { describe, expect, it } from 'vitest'
import type { CourseRepository, StoredCourse } from '../../server/domain/course/CourseRepository.ts'

const buildCourse = (changes: Partial<StoredCourse> = {}): StoredCourse => ({
  id: 'k1', version: 1, createdAt: 1_000, editedAt: 2_000, removedAt: null, template: { format: 1, title: { 'zh-CN': '半日课 😀', en: '' } }, ...changes,
})

/** What every CourseRepository promises. */
export function describeCourseRepository(backend: string, open: () => Promise<{ courses: CourseRepository; close: () => Promise<void> }>): void {
  const on = (name: string, test: (courses: CourseRepository) => Promise<void>) =>
    it(name, async () => {
      const { courses, close } = await open()
      try {
        await test(courses)
      } finally {
        await close()
      }
    })

  describe(`CourseRepository on ${backend}`, () => {
    on('T1: gives back what was saved, whole, in the order in which they were made', async (courses) => {
      const [late, early] = [buildCourse({ id: 'late', createdAt: 9_000 }), buildCourse({ id: 'early', removedAt: 5_000 })]
      await courses.save(late)
      await courses.save(early)
      expect(await courses.list()).toEqual([early, late])
    })
    on('T2: saves version after version; when it was made stays', async (courses) => {
      await courses.save(buildCourse())
      await courses.save(buildCourse({ version: 2, createdAt: 7, editedAt: 3_000, removedAt: 4_000, template: { format: 1 } }))
      expect(await courses.list()).toEqual([buildCourse({ version: 2, editedAt: 3_000, removedAt: 4_000, template: { format: 1 } })])
    })
    on('T3: refuses a save that started from another version, and changes nothing', async (courses) => {
      await courses.save(buildCourse())
      await courses.save(buildCourse({ version: 2 }))
      for (const version of [1, 2, 4]) {
        await expect(courses.save(buildCourse({ version, template: null }))).rejects.toMatchObject({ reason: 'conflict' })
      }
      await expect(courses.save(buildCourse({ id: 'new', version: 2 }))).rejects.toMatchObject({ reason: 'conflict' })
      expect(await courses.list()).toEqual([buildCourse({ version: 2 })])
    })
    on('T4: what was erased is gone, and may be made anew', async (courses) => {
      await courses.save(buildCourse())
      await courses.erase('k1')
      await courses.erase('never-there')
      expect(await courses.list()).toEqual([])
      await courses.save(buildCourse())
    })
  })
}
