import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { effectScope, shallowRef } from 'vue'
import type { OpenCase } from '../../../shared/case/model.ts'
import { useCase } from '../../../client/features/case/useCase.ts'
import { answeringControl } from '../answeringControl.ts'

const words = { 'zh-CN': '', en: '' }
const one: OpenCase = { itemId: 'one', revision: '1', title: words }
const two: OpenCase = { itemId: 'two', revision: '1', title: words }
const content = { text: words, questions: [] }

it('who looks at another case and back, before that one has come, has the first again', async () => {
  const server = answeringControl()
  const opened = shallowRef<OpenCase | null>(one)
  const scope = effectScope()
  const read = scope.run(() => useCase(server.control, opened))
  await server.answer({ ok: true, value: content })
  expect(read?.content.value).toEqual(content)
  opened.value = two
  await flushPromises()
  opened.value = one
  await flushPromises()
  expect(server.sent.map(({ payload }) => payload['itemId'])).toEqual(['one', 'two', 'one'])
  await server.answer({ ok: true, value: { ...content, text: { 'zh-CN': '二', en: 'two' } } })
  expect(read?.content.value).toBeNull()
  await server.answer({ ok: true, value: content })
  expect(read?.content.value).toEqual(content)
  scope.stop()
})
