// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { computed, defineComponent, h, nextTick, shallowRef } from 'vue'
import { createI18n } from 'vue-i18n'
import { messages as common } from '../../../client/app/messages.ts'
import AloneSheet from '../../../client/features/console/alone/AloneSheet.vue'
import { provideControls } from '../../../client/features/console/controls.ts'
import { messages } from '../../../client/features/console/messages.ts'
import { provideConsole } from '../../../client/features/console/useConsole.ts'
import { provideToasts } from '../../../client/ui/toasts.ts'
import type { TrainerView } from '../../../shared/protocol/views.ts'
import { answeringControl } from '../answeringControl.ts'
import { buildTrainerView } from './makers.ts'

let page: VueWrapper | undefined
afterEach(() => page?.unmount())

it('a round is cancelled by no single tap, also where nobody is done: what was begun counts', async () => {
  const view = shallowRef<TrainerView>(buildTrainerView({ alone: [{ groupId: 'g-1', exercise: 'grades', number: 1, state: 'open', openedAt: 1, customerIds: [], graderIds: null }] }))
  const { control, sent } = answeringControl()
  const Desk = defineComponent(() => {
    const made = provideConsole({ ...control, view }, computed(() => view.value), provideToasts())
    made.panels.alone = 'grades'
    provideControls(made)
    return () => h(AloneSheet)
  })
  page = mount(Desk, { global: { plugins: [createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': { common: common['zh-CN'], console: messages['zh-CN'] } } })] }, attachTo: document.body })
  await nextTick()
  const press = async (name: string): Promise<void> => {
    const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === name)
    expect(button, name).toBeDefined()
    button?.click()
    await nextTick()
  }
  await press('取消这一轮')
  expect(sent).toEqual([])
  await press('仍要取消')
  expect(sent.map(({ name }) => name)).toEqual(['alone:drop'])
})
