// @vitest-environment happy-dom
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createI18n } from 'vue-i18n'
import { afterEach, expect, it, vi } from 'vitest'
import { messages as common } from '../../../client/app/messages.ts'
import JoinForm from '../../../client/features/join/JoinForm.vue'
import { messages as join } from '../../../client/features/join/messages.ts'
import type { JoinInfo } from '../../../shared/protocol/http.ts'

const info: JoinInfo = { classId: 'c', code: '482913', title: { 'zh-CN': '课', en: 'Class' }, trainerName: '', doorOpen: true, groups: [{ id: 'g', index: 0, name: '', members: 0, full: false }] }
let page: VueWrapper | undefined
afterEach(() => {
  page?.unmount()
  vi.unstubAllGlobals()
})

it('from the tap until the class is there the button says that it goes on, and a second tap asks for nothing', async () => {
  let answer: (reply: object) => void = () => undefined
  const asked = vi.fn(() => new Promise((resolve) => { answer = (reply) => resolve({ json: () => Promise.resolve(reply) }) }))
  vi.stubGlobal('fetch', asked)
  const form = page = mount(JoinForm, { props: { info, entering: false }, global: { plugins: [createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': { common: common['zh-CN'], join: join['zh-CN'] } } })] }, attachTo: document.body })
  const button = form.get('button[type=submit]')
  await form.get('#join-name').setValue('王芳')
  await form.get('input[type=radio]').setValue(true)
  await form.get('form').trigger('submit')
  await form.get('form').trigger('submit')
  expect([button.text(), button.attributes('aria-busy'), asked.mock.calls.length]).toEqual(['正在进入……', 'true', 1])
  answer({ ok: true, value: { classId: 'c', participantId: 'p', token: 't' } })
  await flushPromises()
  expect(form.emitted('joined')).toHaveLength(1)
  // The page says so while the class's own page is on its way.
  await form.setProps({ entering: true })
  await form.get('form').trigger('submit')
  expect([button.text(), button.attributes('aria-busy'), asked.mock.calls.length]).toEqual(['正在进入……', 'true', 1])
})

it('whose name is in the class already may be that very person on another device: the way back is named, not only other names', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve({ json: () => Promise.resolve({ ok: false, reason: 'name-taken' }) }))
  const form = page = mount(JoinForm, { props: { info, entering: false }, global: { plugins: [createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': { common: common['zh-CN'], join: join['zh-CN'] } } })] }, attachTo: document.body })
  await form.get('#join-name').setValue('王芳')
  await form.get('input[type=radio]').setValue(true)
  expect(form.text()).not.toContain(join['zh-CN'].reentry.link)
  await form.get('form').trigger('submit')
  await flushPromises()
  expect(form.text()).toContain(join['zh-CN'].reentry.link)
})
