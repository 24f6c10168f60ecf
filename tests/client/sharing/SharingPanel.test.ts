// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import SharingPanel from '../../../client/features/sharing/SharingPanel.vue'
import { messages } from '../../../client/features/sharing/messages.ts'
import type { Activity } from '../../../shared/course/template.ts'
import { defaultRubric, type Sharing } from '../../../shared/sharing/model.ts'
import { answeringControl } from '../answeringControl.ts'
import { groupWithScales, workOf } from '../measure/sampleGroup.ts'
import { buildParticipantView } from '../views.ts'

const me = { id: 'me', name: 'Ada', groupId: 'g3', presence: 'online' as const, handRaisedAt: null }
const groups = ['g1', 'g2', 'g3', 'g4'].map((id, index) => ({ id, index, name: '', members: 1, online: 1, lock: { state: 'open' as const }, points: 0 }))
const begun: Sharing = { order: ['g1', 'g2', 'g4', 'g3'], presenterId: 'g2', presentedIds: ['g1'], slotMs: 240_000, artifact: { kind: 'map', customerId: null }, driverId: null, rubric: defaultRubric, shownIds: [] }

it('the group that left the stage stays in view to be scored until the next one is there or the item ends', async () => {
  const group = groupWithScales()
  const at = (sharing: Sharing, activity: Activity | null = 'sharing') => ({ view: buildParticipantView({ me, groups, sharing }), activity })
  const page = mount(SharingPanel, {
    props: { group, control: answeringControl().control, work: workOf(group), groupIndex: 2, members: [me], me, locked: false, target: null, ...at(begun) },
    global: { plugins: [createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': { sharing: messages['zh-CN'] } } })] },
  })
  const scoredNow = () => page.findAll('section:has(fieldset) h3').map((title) => title.text())
  expect(scoredNow()).toEqual(['B'])
  const left: Sharing = { ...begun, presenterId: null, presentedIds: ['g1', 'g2'] }
  await page.setProps(at(left))
  expect(scoredNow()).toEqual(['B'])
  expect(page.text()).toContain('台下请打分，并留一个问题')
  expect(page.text()).not.toContain('现在没有小组在台上')
  await page.setProps(at(left, null))
  expect(scoredNow()).toEqual([])
  await page.setProps(at({ ...left, presenterId: 'g4' }))
  expect(scoredNow()).toEqual(['D'])
  page.unmount()
})
