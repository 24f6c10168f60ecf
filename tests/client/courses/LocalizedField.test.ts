// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h, nextTick, ref, type Ref } from 'vue'
import LocalizedField from '../../../client/features/courses/LocalizedField.vue'
import type { Locale, Localized } from '../../../shared/language/locale.ts'

function write(text: Localized) {
  const [value, language]: [Ref<Localized>, Ref<Locale>] = [ref(text), ref('zh-CN')]
  const field = mount(defineComponent(() => () => h(LocalizedField, { label: '标题', value: value.value, language: language.value, most: 100, onChange: (next: Localized) => { value.value = next } })))
  const type = async (in_: Locale, words: string): Promise<void> => {
    language.value = in_
    await nextTick()
    await field.get('input').setValue(words)
  }
  return { value, type }
}

describe('a text of the course in three languages', () => {
  it('a rewritten Simplified text takes the old Traditional one with it', async () => {
    const { value, type } = write({ 'zh-CN': '测量客户', en: 'Measure', 'zh-TW': '測量客戶' })
    await type('zh-CN', '测量我们的客户')
    expect(value.value['zh-TW']).toBeUndefined()
    expect(value.value.en).toBe('Measure')
  })
  it('it comes back when the Simplified text says the same again, and stays when only English is written', async () => {
    const { value, type } = write({ 'zh-CN': '测量客户', en: 'Measure', 'zh-TW': '測量客戶' })
    await type('zh-CN', '测')
    await type('zh-CN', '测量客户')
    expect(value.value['zh-TW']).toBe('測量客戶')
    await type('en', 'Measure customers')
    expect(value.value['zh-TW']).toBe('測量客戶')
  })
  it('a Traditional text that was written meanwhile stays', async () => {
    const { value, type } = write({ 'zh-CN': '测量客户', en: 'Measure', 'zh-TW': '測量客戶' })
    await type('zh-TW', '量測客戶')
    await type('zh-CN', '测量我们的客户')
    expect(value.value).toEqual({ 'zh-CN': '测量我们的客户', en: 'Measure', 'zh-TW': '量測客戶' })
  })
})
