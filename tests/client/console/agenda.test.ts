// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { computed, defineComponent, h, nextTick, ref, shallowRef } from 'vue'
import { createI18n } from 'vue-i18n'
import { messages as common } from '../../../client/app/messages.ts'
import AgendaColumn from '../../../client/features/console/agenda/AgendaColumn.vue'
import { provideControls } from '../../../client/features/console/controls.ts'
import { messages } from '../../../client/features/console/messages.ts'
import { provideConsole } from '../../../client/features/console/useConsole.ts'
import { provideToasts } from '../../../client/ui/toasts.ts'
import type { TrainerView } from '../../../shared/protocol/views.ts'
import { offlineControl } from '../offlineControl.ts'
import { buildItem, buildTrainerView } from './makers.ts'

const titles = ['欢迎', '案例', '量表', '茶歇']
const agenda = titles.map((title, place) => buildItem({ id: `i-${place}`, number: String(place), title: { 'zh-CN': title, en: title } }))
const view = shallowRef<TrainerView>(buildTrainerView({ agenda, currentId: 'i-0' }))

let page: VueWrapper | undefined
afterEach(() => page?.unmount())

function open(): VueWrapper {
  const Desk = defineComponent(() => {
    const console = provideConsole({ ...offlineControl(), view, line: ref('online') }, computed(() => view.value), provideToasts())
    provideControls(console)
    return () => h(AgendaColumn)
  })
  page = mount(Desk, { global: { plugins: [createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': { common: common['zh-CN'], console: messages['zh-CN'] } } })] }, attachTo: document.body })
  return page
}
const row = (desk: VueWrapper, title: string) => desk.get(`[data-item="i-${titles.indexOf(title)}"]`)
const tap = (desk: VueWrapper, title: string) => row(desk, title).get('button[aria-expanded]').trigger('click')
const enters = (desk: VueWrapper) => desk.findAll('button').filter((one) => one.text() === '进入')

it('one row is open at a time, so that there is one "enter" to press', async () => {
  const desk = open()
  await tap(desk, '案例')
  await tap(desk, '量表')
  expect(enters(desk)).toHaveLength(1)
  expect(row(desk, '量表').text()).toContain('进入')
  await tap(desk, '量表')
  expect(enters(desk)).toHaveLength(0)
})

it('the row that was open closes once the class has gone on', async () => {
  const desk = open()
  await tap(desk, '案例')
  view.value = { ...view.value, currentId: 'i-1' }
  await nextTick()
  expect(desk.findAll('[data-item] [aria-expanded="true"]')).toHaveLength(0)
})

it('steps have the minutes that the item has now, as on the projector; a group’s time on the stage says nothing of them', async () => {
  const step = (title: string, minutes: number) => ({ title: { 'zh-CN': title, en: title }, minutes })
  const items = [buildItem({ id: 'i-0', activity: 'sharing', minutes: 12, steps: [step('两组对照', 6), step('修好一个区间', 4)] })]
  view.value = buildTrainerView({ agenda: items, currentId: 'i-0', timer: { state: 'idle', durationMs: 20 * 60_000 } })
  const steps = (desk: VueWrapper) => desk.findAll('[data-item="i-0"] ol li').map((one) => one.text())
  const desk = open()
  expect(steps(desk)).toEqual(['两组对照12 分钟', '修好一个区间8 分钟'])
  view.value = { ...view.value, sharing: { order: ['g-1'], presenterId: 'g-1', presentedIds: [], slotMs: 240_000, artifact: { kind: 'usp' }, driverId: null, rubric: [], shownIds: [] }, timer: { state: 'idle', durationMs: 240_000 } }
  await nextTick()
  expect(steps(desk)).toEqual(['两组对照7 分钟', '修好一个区间5 分钟'])
})
