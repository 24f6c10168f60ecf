// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import { messages as common } from '../../../client/app/messages.ts'
import { messages as alone } from '../../../client/features/alone/messages.ts'
import { stageView } from '../../../client/features/console/stageView.ts'
import { messages as projector } from '../../../client/features/projector/messages.ts'
import AloneScene from '../../../client/features/projector/scenes/AloneScene.vue'
import { groupWorkToJson } from '../../../shared/groupwork/document.ts'
import { setFactorCell } from '../../../shared/scale/document.ts'
import { buildGroup, buildTrainerView } from '../console/makers.ts'
import { addGraded, groupWithScales, workOf } from '../measure/sampleGroup.ts'

it('the projector speaks of levels by the points that the group gave them, as those who graded do', () => {
  const group = groupWithScales()
  for (const [level, value] of [[1, 0], [2, 2], [3, 4], [4, 7], [5, 10]] as const) setFactorCell(group.doc, 'potential', 'annual-spend', { cell: 'points', level, value }, group.origin)
  addGraded(group, { a: { potential: 4, relationship: 1 } })
  const { projector: settings } = buildTrainerView()
  const view = stageView(buildTrainerView({ groups: [buildGroup({ id: 'g' })], projector: { ...settings, scene: { kind: 'alone', groupId: 'g', exercise: 'grades' } } }))
  const answers = { mine: {}, results: { grades: { 'g/grades/1': { entered: 2, enteredIds: [], asked: 2, shown: { a: { 'annual-spend': [3, 5] } } } } } }
  const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': { common: common['zh-CN'], alone: alone['zh-CN'], projector: projector['zh-CN'] } } })
  const page = mount(AloneScene, {
    global: { plugins: [i18n] },
    props: { view, aggregate: null, detail: { groupId: 'g', work: groupWorkToJson(workOf(group)) }, replay: null, comparison: null, answers, now: 0, unitPx: 10, wide: true },
  })
  const strip = page.get('.alone-rows li [role="img"]')
  expect(strip.attributes('aria-label')).toContain('4、10')
  expect(page.get('.alone-rows li').findAll('.figure').map((one) => one.text())).toEqual(['0', '2', '4', '7', '10'])
  page.unmount()
})
