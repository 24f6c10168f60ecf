// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { createI18n } from 'vue-i18n'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { messages as common } from '../../../client/app/messages.ts'
import { messages as cases } from '../../../client/features/case/messages.ts'
import QuestionLines from '../../../client/features/case/QuestionLines.vue'
import { provideToasts, type Toasts } from '../../../client/ui/toasts.ts'
import { caseLineLimit } from '../../../shared/case/model.ts'
import type { MemberView } from '../../../shared/protocol/views.ts'
import { answeringControl } from '../answeringControl.ts'

const plugins = () => [createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': { common: common['zh-CN'], case: cases['zh-CN'] } } })]
const member = (id: string, name: string): MemberView => ({ id, name, groupId: 'group', presence: 'online', handRaisedAt: null })
const [me, ben] = [member('me', 'Ada'), member('ben', '本')]
let page: VueWrapper | undefined
beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})
afterEach(() => {
  page?.unmount()
  vi.useRealTimers()
})

function open({ locked = false } = {}) {
  const server = answeringControl()
  let toasts: Toasts | undefined
  const Panel = defineComponent(() => {
    toasts = provideToasts()
    return () => h(QuestionLines, { control: server.control, itemId: 'i', questionId: 'q', number: 1, text: '选谁？', members: [me, ben], me, locked })
  })
  page = mount(Panel, { global: { plugins: plugins() }, attachTo: document.body })
  const said = (): string => page?.find('section > p[role=status]').text() ?? ''
  const texts = (): unknown => (server.sent.at(-1)?.payload['value'] as { readonly lines: readonly { readonly text: string }[] } | undefined)?.lines.map((line) => line.text)
  return { server, within: page, said, texts, toasts: () => toasts }
}
const done = { ok: true, value: null } as const

describe('lines under a question of the case', () => {
  it('what is too long for a line can’t be typed, rather than being cut off when it is added', async () => {
    const { server, within } = open()
    await within.get('form input').setValue('东泰')
    await within.get('form').trigger('submit')
    await server.answer(done)
    for (const field of within.findAll('input, li textarea')) expect(field.attributes('maxlength')).toBe(String(caseLineLimit.text))
  })

  it('K8: a line is added, changed and taken away, and what was taken away comes back by undo', async () => {
    const { server, within, texts, toasts } = open()
    await within.get('form input').setValue('东泰')
    await within.get('form').trigger('submit')
    expect(texts()).toEqual(['东泰'])
    await server.answer(done)
    await within.get('form input').setValue('新昇')
    await within.get('form').trigger('submit')
    await server.answer(done)
    const [first] = within.findAll('li textarea')
    await first?.setValue('东泰轴承')
    await first?.trigger('blur')
    expect(texts()).toEqual(['东泰轴承', '新昇'])
    await server.answer(done)
    await within.get('button[aria-label="去掉这一条"]').trigger('click')
    expect(texts()).toEqual(['新昇'])
    await server.answer(done)
    toasts()?.shown.value.at(-1)?.action?.run()
    expect(texts()).toEqual(['东泰轴承', '新昇'])
  })

  it('K9: other members’ lines stand there with their names, one’s own once', () => {
    const { server, within } = open()
    server.tell({
      mine: { 'case:i/q': { lines: [{ id: 'a', text: '我的' }] } },
      results: { case: { 'i/q': { lines: [{ ref: 'me/a', groupId: 'group', participantId: 'me', text: '我的' }, { ref: 'ben/b', groupId: 'group', participantId: 'ben', text: '他的' }] } } },
    })
    return within.vm.$nextTick().then(() => {
      expect(within.text()).toContain('他的本')
      expect(within.findAll('li textarea').map((one) => (one.element as HTMLTextAreaElement).value)).toEqual(['我的'])
      expect(within.findAll('li')).toHaveLength(2)
    })
  })

  it('K10: under a lock nothing can be added or changed', () => {
    const { server, within } = open({ locked: true })
    server.tell({ mine: { 'case:i/q': { lines: [{ id: 'a', text: '我的' }] } } })
    return within.vm.$nextTick().then(() => {
      expect(within.find('form').exists()).toBe(false)
      expect(within.get('li textarea').attributes('readonly')).toBeDefined()
    })
  })

  it('K11: a line that is being changed is saving from the first key, saved without leaving the field, and keeps its text', async () => {
    vi.useFakeTimers()
    const { server, within, said, texts } = open()
    server.tell({ mine: { 'case:i/q': { lines: [{ id: 'a', text: '东泰' }] } } })
    await within.vm.$nextTick()
    expect(said()).toBe('已保存')
    const field = within.get<HTMLTextAreaElement>('li textarea')
    await field.setValue('东泰 ')
    expect(said()).toBe('正在保存……')
    await vi.advanceTimersByTimeAsync(700)
    expect(texts()).toEqual(['东泰'])
    await server.answer(done)
    server.tell({ mine: { 'case:i/q': { lines: [{ id: 'a', text: '东泰' }] } } })
    await vi.advanceTimersByTimeAsync(5_000)
    expect([said(), field.element.value]).toEqual(['已保存', '东泰 '])
  })

  it('K12: a line that was emptied goes; the undo brings back what stood there before the first key', async () => {
    const { server, within, texts, toasts } = open()
    server.tell({ mine: { 'case:i/q': { lines: [{ id: 'a', text: '东泰' }] } } })
    await within.vm.$nextTick()
    const field = within.get('li textarea')
    await field.setValue('东')
    await field.setValue('')
    expect(within.findAll('li')).toHaveLength(1)
    await field.trigger('blur')
    expect([texts(), within.findAll('li').length]).toEqual([[], 0])
    await server.answer(done)
    toasts()?.shown.value.at(-1)?.action?.run()
    expect(texts()).toEqual(['东泰'])
  })

  it('K14: what stands in the field and is not added is saved too, says that others don’t read it yet, and is there again after another place', async () => {
    vi.useFakeTimers()
    const { server, within, said, texts } = open()
    await within.get('form input').setValue('还没想好')
    expect(said()).toBe('正在保存…… 点“加一条”，组员才看得到。')
    await vi.advanceTimersByTimeAsync(700)
    expect(server.sent.at(-1)?.payload['value']).toEqual({ lines: [], typed: '还没想好' })
    await server.answer(done)
    within.unmount()
    const again = open()
    // As the server tells who comes back.
    again.server.tell({ mine: { 'case:i/q': { lines: [], typed: '还没想好' } } })
    await again.within.vm.$nextTick()
    expect(again.within.get<HTMLInputElement>('form input').element.value).toBe('还没想好')
    await again.within.get('form').trigger('submit')
    expect(again.texts()).toEqual(['还没想好'])
    expect(again.within.get<HTMLInputElement>('form input').element.value).toBe('')
    expect(texts()).toEqual([])
  })
})
