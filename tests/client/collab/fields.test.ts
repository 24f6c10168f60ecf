// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { createI18n } from 'vue-i18n'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { describe, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick, shallowRef } from 'vue'
import { messages } from '../../../client/collab/messages.ts'
import { providePresence } from '../../../client/collab/presence.ts'
import NumberField from '../../../client/collab/NumberField.vue'
import YTextField from '../../../client/collab/YTextField.vue'
import { openedGroup } from '../../support/openedGroup.ts'

const plugins = () => [createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': { collab: messages['zh-CN'] } } })]

function textField(start = '') {
  const group = openedGroup()
  const text = group.doc.getText('t')
  text.insert(0, start)
  const field = mount(YTextField, { props: { group, text, field: 'potential/f1/name', label: '名称', max: 60 }, global: { plugins: plugins() }, attachTo: document.body })
  return { group, text, field, input: field.get('input') }
}

describe('a text field of the group', () => {
  it('P1.3: writes an unconfirmed composition before it is locked', async () => {
    const { text, field, input } = textField()
    await input.trigger('compositionstart')
    input.element.value = '写到一半'
    await input.trigger('input')
    expect(text.toString()).toBe('')
    await field.setProps({ locked: true })
    expect(text.toString()).toBe('写到一半')
    expect(input.element.disabled).toBe(true)
    field.unmount()
  })

  it('shows another text when it is given one, and leaves the first as it was', async () => {
    const { group, text, field, input } = textField('甲')
    const other = group.doc.getText('other')
    other.insert(0, '乙')
    await field.setProps({ text: other })
    expect(input.element.value).toBe('乙')
    expect(text.toString()).toBe('甲')
    field.unmount()
  })

  it('has nothing to write in where the document holds no text', async () => {
    const { field, input } = textField()
    await field.setProps({ text: undefined })
    expect(input.element.disabled).toBe(true)
    field.unmount()
  })
})

describe('a field that a colleague is in', () => {
  it('keeps the height of its text when the colleague leaves', async () => {
    const height = vi.spyOn(HTMLTextAreaElement.prototype, 'scrollHeight', 'get').mockReturnValue(67)
    const group = openedGroup()
    const field = 'potential/f1/definition'
    const Workspace = defineComponent(() => {
      providePresence(group, shallowRef([{ id: 'p2', name: '李强', groupId: 'g1', presence: 'online', handRaisedAt: null }]))
      return () => h(YTextField, { group, text: group.doc.getText('t'), field, label: '定义', max: 200, multiline: true })
    })
    const page = mount(Workspace, { global: { plugins: plugins() }, attachTo: document.body })
    const colleague = new Awareness(new Y.Doc())
    const areaWhenIn = async (at: string | null) => {
      colleague.setLocalState({ participantId: 'p2', field: at })
      applyAwarenessUpdate(group.awareness, encodeAwarenessUpdate(colleague, [colleague.clientID]), null)
      await nextTick()
      return page.get('textarea').element
    }
    expect((await areaWhenIn(field)).style.getPropertyValue('--field-edge')).toContain('group')
    const left = await areaWhenIn(null)
    expect(left.style.getPropertyValue('--field-edge')).toBe('')
    expect(left.style.height).toBe('67px')
    page.unmount()
    colleague.destroy()
    height.mockRestore()
  })
})

function numberField(value: number | null, more = {}) {
  const group = openedGroup()
  const field = mount(NumberField, { props: { group, value, field: 'potential/f1/weight', label: '权重', min: 0, max: 100, ...more }, global: { plugins: plugins() }, attachTo: document.body })
  const input = field.get('input')
  return {
    group, field, input,
    async type(text: string) {
      await input.trigger('focus')
      await input.setValue(text)
      await input.trigger('blur')
      await flushPromises()
    },
  }
}

describe('a figure of the group', () => {
  it('P1.12: reads what Chinese keyboards write', async () => {
    const { field, type } = numberField(null)
    await type('３０％')
    expect(field.emitted('update')).toEqual([[30]])
    field.unmount()
  })

  it('P1.12: what is no number stays as typed, with a message, and the old value stands', async () => {
    const { field, input, type } = numberField(20)
    await type('很多')
    expect(field.emitted('update')).toBeUndefined()
    expect(input.element.value).toBe('很多')
    expect(field.get('[role=alert]').text()).toContain('“很多”不是数字')
    expect(input.attributes('aria-invalid')).toBe('true')
    field.unmount()
  })

  it('refuses what is out of range and names the range', async () => {
    const { field, type } = numberField(20)
    await type('140')
    expect(field.emitted('update')).toBeUndefined()
    expect(field.get('[role=alert]').text()).toContain('0 到 100')
    field.unmount()
  })

  it('brings a figure to the unit of the factor, and an empty field to no figure', async () => {
    const { field, type } = numberField(null, { unit: '万元', max: 1e15 })
    await type('3亿')
    await field.setProps({ value: 30_000 })
    await type('')
    expect(field.emitted('update')).toEqual([[30_000], [null]])
    field.unmount()
  })

  it('P7.5: a figure that was not confirmed is written by the flush before a lock', async () => {
    const { group, field, input } = numberField(null)
    await input.trigger('focus')
    await input.setValue('35')
    group.flush()
    expect(field.emitted('update')).toEqual([[35]])
    field.unmount()
  })

  it('a colleague\'s figure does not replace what is being typed', async () => {
    const { field, input } = numberField(10)
    await input.trigger('focus')
    input.element.value = '2'
    await input.trigger('input')
    await field.setProps({ value: 40 })
    expect(input.element.value).toBe('2')
    field.unmount()
  })

  it('P1.11: who typed a figure and leaves the field later does not take back what a colleague has set since', async () => {
    vi.useFakeTimers()
    const { group, field, input } = numberField(10)
    const typeFifty = async () => {
      await input.trigger('focus')
      input.element.value = '50'
      await input.trigger('input')
    }
    await typeFifty()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(field.emitted('update')).toEqual([[50]])
    await field.setProps({ value: 50 })
    await field.setProps({ value: 60 })
    group.flush()
    await input.trigger('blur')
    expect(field.emitted('update')).toEqual([[50]])
    expect(input.element.value).toBe('60')
    // The same figure again, typed anew.
    await typeFifty()
    await input.trigger('blur')
    expect(field.emitted('update')).toEqual([[50], [50]])
    field.unmount()
    vi.useRealTimers()
  })
})

it('P1.15: one copy of Yjs serves the document and the fields', () => {
  expect(openedGroup().doc).toBeInstanceOf(Y.Doc)
})
