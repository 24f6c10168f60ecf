import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { effectScope } from 'vue'
import type { CourseTemplate } from '../../../shared/course/template.ts'
import { useCourseDraft } from '../../../client/features/courses/useCourseDraft.ts'
import { defaultCourse } from '../../../shared/course/default.ts'

it('a course is sent once at a time, however often it is asked to be while it is on its way', async () => {
  const versions: number[] = []
  const waiting: ((outcome: { ok: true; value: { version: number } }) => void)[] = []
  const scope = effectScope()
  const draft = scope.run(() => useCourseDraft({ id: 'c', builtIn: false, version: 1, template: defaultCourse }, (version) => {
    versions.push(version)
    return new Promise((resolve) => waiting.push(resolve))
  }))
  if (!draft) throw new Error('not made')
  const retitle = (title: string): void => draft.change((course: CourseTemplate) => ({ ...course, title: { 'zh-CN': title, en: title } }))
  retitle('one')
  void draft.flush()
  await flushPromises()
  retitle('two')
  // The field is left, and the pause after the last key is over.
  void draft.flush()
  void draft.flush()
  waiting.shift()?.({ ok: true, value: { version: 2 } })
  await flushPromises()
  expect(versions).toEqual([1, 2])
  waiting.shift()?.({ ok: true, value: { version: 3 } })
  await flushPromises()
  expect([versions, draft.saving.value.state]).toEqual([[1, 2], 'saved'])
  scope.stop()
})
