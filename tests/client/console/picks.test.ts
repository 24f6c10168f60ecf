// @vitest-environment happy-dom
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { computed, defineComponent, h, ref, shallowRef } from 'vue'
import { createI18n } from 'vue-i18n'
import { messages as common } from '../../../client/app/messages.ts'
import PickedLines from '../../../client/features/console/ask/PickedLines.vue'
import { usePicks } from '../../../client/features/console/ask/usePicks.ts'
import { messages } from '../../../client/features/console/messages.ts'
import { provideConsole } from '../../../client/features/console/useConsole.ts'
import { provideToasts } from '../../../client/ui/toasts.ts'
import KToasts from '../../../client/ui/KToasts.vue'
import { pick, type Picks } from '../../../shared/board/model.ts'
import { offlineControl } from '../offlineControl.ts'
import { buildGroup, buildTrainerView } from './makers.ts'

const BOARD = 'case/i/q'
let page: VueWrapper | undefined
afterEach(() => page?.unmount())

/** A console whose server picks as it is told. */
function openBoard(picked: readonly string[]) {
  const picks = shallowRef<Picks>({ [BOARD]: picked })
  const group = buildGroup({ id: 'g-2', index: 1 })
  const Board = defineComponent(() => {
    const { toggle } = usePicks(() => BOARD)
    const lines = computed(() => (picks.value[BOARD] ?? []).map((line) => ({ ref: line, text: `第 ${line} 条`, group })))
    return () => [h('button', { 'aria-label': 'pick c', onClick: () => toggle('c') }), h(PickedLines, { board: BOARD, lines: lines.value })]
  })
  const Desk = defineComponent(() => {
    const toasts = provideToasts()
    const control = {
      ...offlineControl(), line: ref('online' as const), view: shallowRef(null),
      send: ((_name: string, { line, place }: { line: string; place: number | null }) => {
        picks.value = { [BOARD]: pick(picks.value[BOARD] ?? [], line, place) }
        return Promise.resolve({ ok: true, value: null })
      }) as ReturnType<typeof offlineControl>['send'],
    }
    provideConsole(control, computed(() => buildTrainerView({ groups: [buildGroup(), group], picks: picks.value })), toasts)
    return () => [h(Board), h(KToasts, { toasts })]
  })
  const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': { common: common['zh-CN'], console: messages['zh-CN'] } } })
  const opened = mount(Desk, { global: { plugins: [i18n], stubs: { teleport: true } }, attachTo: document.body })
  page = opened
  const press = async (name: string): Promise<void> => {
    const found = [...document.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').includes(name))
    if (!found) throw new Error(`no button ${name}`)
    found.click()
    await flushPromises()
  }
  return { opened, press, order: () => picks.value[BOARD] }
}

describe('the lines that the trainer picked for the room', () => {
  it('say of which group they are', () => {
    const { opened } = openBoard(['a'])
    expect(opened.get('li').text()).toMatch(/^B/)
  })
  it('picking one can be taken back', async () => {
    const { press, order } = openBoard(['a', 'b'])
    await press('pick c')
    expect(order()).toEqual(['a', 'b', 'c'])
    await press(common['zh-CN'].undo)
    expect(order()).toEqual(['a', 'b'])
  })
  it('taking one off can be taken back: it is again in its place', async () => {
    const { press, order } = openBoard(['a', 'b'])
    await press(messages['zh-CN'].board.drop)
    expect(order()).toEqual(['b'])
    await press(common['zh-CN'].undo)
    expect(order()).toEqual(['a', 'b'])
  })
})
