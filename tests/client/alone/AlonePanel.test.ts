// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { createI18n } from 'vue-i18n'
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, h, nextTick, shallowRef } from 'vue'
import { messages as common } from '../../../client/app/messages.ts'
import type { OpenGroup } from '../../../client/collab/openGroupDocument.ts'
import AlonePanel from '../../../client/features/alone/AlonePanel.vue'
import { messages as alone } from '../../../client/features/alone/messages.ts'
import { provideToasts, type Toasts } from '../../../client/ui/toasts.ts'
import type { AloneRound } from '../../../shared/alone/model.ts'
import { setFactorCell } from '../../../shared/scale/document.ts'
import type { MemberView } from '../../../shared/protocol/views.ts'
import { answeringControl } from '../answeringControl.ts'
import { addGraded, groupWithScales, workOf } from '../measure/sampleGroup.ts'
import { buildParticipantView } from '../views.ts'

const me: MemberView = { id: 'me', name: '林晓彤', groupId: 'group', presence: 'online', handRaisedAt: null }
const grading: AloneRound = { groupId: 'group', exercise: 'grades', number: 1, state: 'open', openedAt: 0, graderIds: null, customerIds: [] }
let page: VueWrapper | undefined
afterEach(() => page?.unmount())

function open(group: OpenGroup, round: AloneRound, line = answeringControl()) {
  const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': { common: common['zh-CN'], alone: alone['zh-CN'] } } })
  const work = shallowRef(workOf(group))
  const rounds = shallowRef<readonly AloneRound[]>([round])
  let toasts: Toasts | undefined
  const Workspace = defineComponent(() => {
    toasts = provideToasts()
    return () => h(AlonePanel, { group, control: line.control, view: buildParticipantView({ alone: rounds.value }), groupIndex: 0, work: work.value, members: [me], me, locked: false, activity: 'measure', target: null, exercises: [round.exercise] })
  })
  const panel = mount(Workspace, { global: { plugins: [i18n] } })
  page = panel
  const head = panel.get('button[aria-expanded]')
  return {
    panel, head,
    isOpen: () => head.attributes('aria-expanded') === 'true',
    said: () => toasts?.shown.value.map(({ text }) => text),
    async tell(next: readonly AloneRound[]) {
      rounds.value = next
      await nextTick()
    },
    async look() {
      work.value = workOf(group)
      await nextTick()
    },
  }
}

describe('grading alone, above the list of customers', () => {
  it('is one line while the list is filled, and unfolds by a tap', async () => {
    const group = groupWithScales()
    const { panel, head, isOpen, look } = open(group, grading)
    expect(isOpen()).toBe(false)
    expect(head.text()).toContain('各自给前 3 家打分')
    addGraded(group, { a: { potential: 1, relationship: 1 } })
    await look()
    expect(isOpen()).toBe(false)
    await head.trigger('click')
    expect(panel.findAll('fieldset')).toHaveLength(4)
  })

  it('that was unfolded over an empty list folds with the first customer', async () => {
    const group = groupWithScales()
    const { panel, head, isOpen, look } = open(group, grading)
    await head.trigger('click')
    expect(panel.text()).toContain('还没有客户')
    addGraded(group, { a: { potential: 1, relationship: 1 } })
    await look()
    expect(isOpen()).toBe(false)
  })

  it('is unfolded for who is in the middle of it, where the group chose the customers, and once it is shown', () => {
    const group = groupWithScales()
    addGraded(group, { a: { potential: 1, relationship: 1 } })
    const line = answeringControl()
    line.tell({ mine: { 'grades:group/grades/1': { grades: { a: { 'annual-spend': 2 } }, done: false } } })
    expect(open(group, grading, line).isOpen()).toBe(true)
    expect(open(group, { ...grading, customerIds: ['a'] }).isOpen()).toBe(true)
    expect(open(group, { ...grading, state: 'shown' }).isOpen()).toBe(true)
  })

  it('where nobody entered anything nobody is told that all agree, and neither is said before it is known', async () => {
    const line = answeringControl()
    const { panel } = open(groupWithScales(), { ...grading, state: 'shown' }, line)
    expect(panel.text()).not.toContain('没有人填')
    line.tell({ results: { grades: { 'group/grades/1': { entered: 0, enteredIds: [], asked: 1, shown: {} } } } })
    await nextTick()
    expect(panel.text()).toContain('这一轮没有人填')
    expect(panel.text()).not.toContain('不用争')
  })

  it('is given by the points of each interval, also where the group changed them', async () => {
    const group = groupWithScales()
    for (const [level, value] of [[1, 0], [2, 2], [3, 4], [4, 7], [5, 10]] as const) setFactorCell(group.doc, 'potential', 'annual-spend', { cell: 'points', level, value }, group.origin)
    addGraded(group, { a: { potential: 4, relationship: 1 } })
    const { panel, head, isOpen } = open(group, grading)
    if (!isOpen()) await head.trigger('click')
    expect(panel.get('fieldset').findAll('.rounded-full').map((one) => one.text())).toEqual(['10', '7', '4', '2', '0', '?'])
  })

  it('speaks of a factor whose points the group changed in these points, as one graded by them', async () => {
    const group = groupWithScales()
    for (const [level, value] of [[1, 0], [2, 2], [3, 4], [4, 7], [5, 10]] as const) setFactorCell(group.doc, 'potential', 'annual-spend', { cell: 'points', level, value }, group.origin)
    addGraded(group, { a: { potential: 4, relationship: 1 } })
    const line = answeringControl()
    line.tell({ results: { grades: { 'group/grades/1': { entered: 2, enteredIds: [], asked: 2, shown: { a: { 'annual-spend': [3, 5] } } } } } })
    const { panel } = open(group, { ...grading, state: 'shown' }, line)
    const row = panel.get('[data-lit]')
    expect(row.get('[role="img"]').attributes('aria-label')).toBe('客户a：4、10')
    expect(row.findAll('.figure').map((one) => one.text())).toEqual(['0', '2', '4', '7', '10'])
    expect(row.text()).toContain('相差 2 档')
    expect(row.text()).toContain('现在 7')
    const [mean, , own] = row.findAll('.pick')
    expect(mean?.text()).toBe('均值 7')
    await own?.trigger('click')
    const [figure, reason] = row.findAll('input')
    await figure?.setValue('4')
    await reason?.setValue('已签框架')
    await row.get('form').trigger('submit')
    expect(workOf(group).customers[0]?.grades.get('annual-spend')).toEqual({ kind: 'level', level: 3 })
  })

  it('is cancelled by nobody at a single tap, and not without a word to those who are at it', async () => {
    const group = groupWithScales()
    addGraded(group, { a: { potential: 1, relationship: 1 } })
    const line = answeringControl()
    const round = { ...grading, customerIds: ['a'] }
    const { panel, tell, said } = open(group, round, line)
    const press = async (name: string): Promise<void> => panel.findAll('button').find((one) => one.text() === name)?.trigger('click')
    await press('取消这一轮')
    expect(line.sent).toEqual([])
    expect(panel.get('[role="alertdialog"]').text()).toContain('都不会揭晓')
    await press('接着填')
    expect(panel.find('[role="alertdialog"]').exists()).toBe(false)
    await press('取消这一轮')
    await press('取消这一轮')
    expect(line.sent.map(({ name }) => name)).toEqual(['alone:drop'])
    await tell([{ ...round, state: 'dropped' }])
    expect(said()).toEqual(['“各自打分”这一轮取消了。'])
  })
})

describe('weights alone', () => {
  it('100 of 100 with a factor left empty is not done, and says what is missing', async () => {
    const line = answeringControl()
    const { panel, head } = open(groupWithScales(), { ...grading, exercise: 'weights-potential' }, line)
    await head.trigger('click')
    const [first, second] = panel.findAll('input')
    await first?.setValue('100')
    await first?.trigger('blur')
    const done = panel.findAll('button').find((one) => one.text() === '我填好了')
    expect(done?.attributes('disabled')).toBeDefined()
    expect(panel.text()).toContain('合计 100/100还有 1 个没填')
    await second?.setValue('0')
    await second?.trigger('blur')
    expect(panel.text()).not.toContain('没填')
    expect(done?.attributes('disabled')).toBeUndefined()
  })
})
