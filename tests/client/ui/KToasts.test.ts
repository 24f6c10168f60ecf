// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { createI18n } from 'vue-i18n'
import { afterEach, expect, it } from 'vitest'
import { defineComponent, h, nextTick, ref } from 'vue'
import { messages as common } from '../../../client/app/messages.ts'
import KToasts from '../../../client/ui/KToasts.vue'
import { provideToasts, type Toasts } from '../../../client/ui/toasts.ts'

let page: VueWrapper | undefined
afterEach(() => page?.unmount())

it('while the work is locked a toast stays and says what was done, and offers nothing that a lock refuses', async () => {
  const locked = ref(false)
  let toasts: Toasts | undefined
  page = mount(defineComponent(() => {
    toasts = provideToasts()
    const shown = toasts
    return () => h(KToasts, { toasts: shown, locked: locked.value })
  }), { global: { plugins: [createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': { common: common['zh-CN'] } } })] }, attachTo: document.body })
  const buttons = (): (string | undefined)[] => [...document.querySelectorAll('[data-toasts] button')].map((one) => one.textContent?.trim() || one.getAttribute('aria-label') || '')
  toasts?.show({ kind: 'done', text: '已移除“年采购额”', action: { label: '撤销', run: () => undefined } })
  await nextTick()
  expect(buttons()).toEqual(['撤销', '关闭'])
  locked.value = true
  await nextTick()
  expect(buttons()).toEqual(['关闭'])
  expect(document.querySelector('[data-toasts]')?.textContent).toContain('已移除“年采购额”')
  locked.value = false
  await nextTick()
  expect(buttons()).toEqual(['撤销', '关闭'])
})

it('a later word of the same topic takes the place of the one before, whose undo would be refused; others stay', () => {
  let toasts: Toasts | undefined
  page = mount(defineComponent(() => {
    toasts = provideToasts()
    return () => h('p')
  }))
  for (const text of ['2.1', '2.2']) toasts?.show({ kind: 'done', text, topic: 'agenda', action: { label: '撤销', run: () => undefined } })
  toasts?.show({ kind: 'done', text: '已复制' })
  expect(toasts?.shown.value.map(({ text }) => text)).toEqual(['2.2', '已复制'])
})
