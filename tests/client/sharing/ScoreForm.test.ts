// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { createI18n } from 'vue-i18n'
import ScoreForm from '../../../client/features/sharing/ScoreForm.vue'
import { messages } from '../../../client/features/sharing/messages.ts'
import { defaultRubric } from '../../../shared/sharing/model.ts'
import { answeringControl } from '../answeringControl.ts'

let page: VueWrapper | undefined
afterEach(() => {
  page?.unmount()
  vi.useRealTimers()
})
const group = { id: 'g2', index: 1, name: '', members: 3, online: 3, lock: { state: 'open' as const }, points: 0 }

it('says that it is saved once something was tapped and the server has it, and nothing before', async () => {
  vi.useFakeTimers()
  const server = answeringControl()
  page = mount(ScoreForm, { props: { control: server.control, group, rubric: defaultRubric }, global: { plugins: [createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': { sharing: messages['zh-CN'] } } })] } })
  const said = () => page?.get('[role=status]').text()
  expect(said()).toBe('')
  await page.findAll('button')[3]?.trigger('click')
  expect(said()).toBe('正在保存')
  await vi.advanceTimersByTimeAsync(1_000)
  await server.answer({ ok: true, value: null })
  await nextTick()
  expect(said()).toBe('已保存')
})

it('a score of before is saved', () => {
  const server = answeringControl()
  server.tell({ mine: { 'score:g2': { points: { evidence: 4 }, comment: '' } } })
  page = mount(ScoreForm, { props: { control: server.control, group, rubric: defaultRubric }, global: { plugins: [createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': { sharing: messages['zh-CN'] } } })] } })
  expect(page.get('[role=status]').text()).toBe('已保存')
})
