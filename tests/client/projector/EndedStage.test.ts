// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { createI18n } from 'vue-i18n'
import { messages as common } from '../../../client/app/messages.ts'
import { stageView } from '../../../client/features/console/stageView.ts'
import ProjectorStage from '../../../client/features/projector/ProjectorStage.vue'
import { messages as projector } from '../../../client/features/projector/messages.ts'
import { buildGroup, buildTrainerView } from '../console/makers.ts'

it('when the class has ended the stage thanks the room, in its language and with its groups, whatever was shown last', () => {
  const { class: running, projector: settings } = buildTrainerView()
  const view = stageView(buildTrainerView({
    class: { ...running, ended: true, trainerName: '李老师' }, projector: { ...settings, scene: { kind: 'blank' } },
    groups: [buildGroup(), buildGroup({ id: 'g-2', index: 1, name: '猎鹰' })],
  }))
  const Room = defineComponent(() => () => h(ProjectorStage, { view, aggregate: null, detail: null, serverNow: () => 0 }))
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: { common: common.en, projector: projector.en }, 'zh-CN': { common: common['zh-CN'], projector: projector['zh-CN'] } } })
  const page = mount(Room, { global: { plugins: [i18n] } })
  expect(page.get('h1').text()).toBe('课程结束，谢谢大家！')
  for (const words of ['课 · 李老师', '远航队', '猎鹰', '可以带走']) expect(page.text()).toContain(words)
  expect(page.find('.is-blank').exists()).toBe(false)
  page.unmount()
})
