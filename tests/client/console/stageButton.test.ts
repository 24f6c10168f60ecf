// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { computed, defineComponent, h, ref, shallowRef } from 'vue'
import { createI18n } from 'vue-i18n'
import { provideControls } from '../../../client/features/console/controls.ts'
import StageButton from '../../../client/features/console/dock/StageButton.vue'
import { messages } from '../../../client/features/console/messages.ts'
import { provideConsole } from '../../../client/features/console/useConsole.ts'
import { provideToasts } from '../../../client/ui/toasts.ts'
import type { ProjectorScene } from '../../../shared/protocol/commands.ts'
import type { TrainerView } from '../../../shared/protocol/views.ts'
import { offlineControl } from '../offlineControl.ts'
import { buildTrainerView } from './makers.ts'

let button: VueWrapper | undefined
afterEach(() => button?.unmount())

function open(shown: ProjectorScene, projectorsOnline: number): VueWrapper {
  const { projector, ...rest } = buildTrainerView({ projectorsOnline })
  const view = shallowRef<TrainerView>({ ...rest, projector: { ...projector, scene: shown } })
  const Desk = defineComponent(() => {
    provideControls(provideConsole({ ...offlineControl(), view, line: ref('online') }, computed(() => view.value), provideToasts()))
    return () => h(StageButton, { scene: { kind: 'poll', pollId: 'p-1' } })
  })
  button = mount(Desk, { global: { plugins: [createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': { console: messages['zh-CN'] } } })] } })
  return button
}
const buttons = (of: VueWrapper): readonly string[] => of.findAll('button').map((one) => one.text())

describe('what puts a scene on the projector', () => {
  it('is a button while the projector shows something else, another poll for instance', () => {
    expect(buttons(open({ kind: 'lobby' }, 1))).toEqual(['放到投影上'])
    button?.unmount()
    expect(buttons(open({ kind: 'poll', pollId: 'p-2' }, 1))).toEqual(['放到投影上'])
  })
  it('says that the room sees it, and is no button then', () => {
    const seen = open({ kind: 'poll', pollId: 'p-1' }, 1)
    expect(buttons(seen)).toEqual([])
    expect(seen.text()).toBe('投影正在显示')
  })
  it('never says so while no projector window is open: it opens one', () => expect(buttons(open({ kind: 'poll', pollId: 'p-1' }, 0))).toEqual(['打开投影窗口']))
})
