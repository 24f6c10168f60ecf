// @vitest-environment happy-dom
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, h, type Ref, shallowRef } from 'vue'
import type { OpenGroup } from '../../../client/collab/openGroupDocument.ts'
import { useGroupWork } from '../../../client/collab/useGroupWork.ts'
import MeasurePanel from '../../../client/features/measure/MeasurePanel.vue'
import { offlineControl } from '../offlineControl.ts'
import { buildParticipantView } from '../views.ts'
import { addCustomers } from '../../../shared/customer/document.ts'
import { LocalOrigin } from '../../../shared/groupwork/cells.ts'
import { setFactorCell } from '../../../shared/scale/document.ts'
import { setSettings } from '../../../shared/map/document.ts'
import type { MemberView } from '../../../shared/protocol/views.ts'
import { buildI18n } from './words.ts'
import { addGraded, groupWithScales, workOf } from './sampleGroup.ts'

const me: MemberView = { id: 'p1', name: '林晓彤', groupId: 'g1', presence: 'online', handRaisedAt: null }
let page: VueWrapper | undefined
afterEach(() => page?.unmount())

/** The panel as the workspace shows it: it gets the work anew after each change. */
function open(group: OpenGroup, locked: Ref<boolean> = shallowRef(false), field: string | null = null, locale: 'zh-CN' | 'en' = 'zh-CN') {
  const Workspace = defineComponent(() => {
    const work = useGroupWork(group.doc)
    return () => (work.value ? h(MeasurePanel, { group, control: offlineControl(), view: buildParticipantView({}), groupIndex: 0, work: work.value, members: [me], me, locked: locked.value, activity: 'measure', target: field ? { field, at: 1 } : null }) : null)
  })
  page = mount(Workspace, { global: { plugins: [buildI18n(locale)] }, attachTo: document.body })
  return page
}
const button = (within: VueWrapper, name: string) => {
  const found = within.findAll('button').find((one) => (one.attributes('aria-label') ?? one.text()).includes(name))
  if (!found) throw new Error(`no button ${name}`)
  return found
}

describe('listing customers', () => {
  it('adds the pasted lines, says beforehand how many, and takes them back together', async () => {
    const group = groupWithScales()
    const panel = open(group)
    await panel.get('textarea').setValue('客户名称\n北方泵业\n晨光包装\n北方泵业')
    expect(panel.text()).toContain('将添加 2 家：北方泵业、晨光包装。')
    expect(panel.text()).toContain('第一行“客户名称”是标题')
    expect(panel.text()).toContain('1 家重复')
    expect(panel.text()).not.toContain('已在名单里')
    await panel.get('textarea').setValue('甲\n乙\n丙\n丁')
    expect(panel.text()).toContain('将添加 4 家：甲、乙、丙等。')
    await panel.get('textarea').setValue('北方泵业\n晨光包装')
    await button(panel, '添加 2 家').trigger('click')
    expect(workOf(group).customers.map(({ name }) => name)).toEqual(['北方泵业', '晨光包装'])
    await button(panel, '撤销').trigger('click')
    expect(workOf(group).customers).toEqual([])
    expect(workOf(group).removedCustomers).toHaveLength(2)
  })

  it('says what of the pasted lines was on the list already: beforehand, afterwards, and when nothing in them is new', async () => {
    const group = groupWithScales()
    const panel = open(group)
    await panel.get('textarea').setValue('北方泵业')
    await button(panel, '添加').trigger('click')
    await panel.get('textarea').setValue('北方泵业\n晨光包装\n蓝天纺织')
    await button(panel, '添加 2 家').trigger('click')
    expect(panel.text()).toContain('已添加 2 家。 另有 1 家已在名单里，没有重复添加。')
    await panel.get('textarea').setValue('北方泵业')
    await panel.get('textarea').trigger('keydown.enter')
    expect(panel.text()).toContain('1 家已在名单里，不重复添加。')
    expect(panel.get('textarea').element.value).toBe('北方泵业')
    expect(workOf(group).customers).toHaveLength(3)
  })

  it('says who has the name of a customer higher up, in whatever width or script', async () => {
    const group = groupWithScales()
    addCustomers(group.doc, [], ['东台机电ABC', '东泰', '東台機電ＡＢＣ', ''].map((name, place) => ({ id: `c${place}`, name })), new LocalOrigin('p2'))
    const panel = open(group)
    await button(panel, '名单').trigger('click')
    expect(panel.findAll('[data-row]').map((row) => row.text().includes('同名客户'))).toEqual([false, false, true, false])
  })

  it('P1.10: a removed customer can be brought back, with its grades', async () => {
    const group = groupWithScales()
    addGraded(group, { a: { potential: 4, relationship: 2 }, b: { potential: 1, relationship: 3 } })
    const panel = open(group, undefined, 'customers/a/name')
    await button(panel, '移除客户a').trigger('click')
    expect(workOf(group).customers.map(({ id }) => id)).toEqual(['b'])
    await button(panel, '已移除 1 家').trigger('click')
    await button(panel, '恢复').trigger('click')
    expect(workOf(group).customers.find(({ id }) => id === 'a')?.grades.size).toBe(4)
  })

  it('P8.3: the order changes by buttons', async () => {
    const group = groupWithScales()
    addGraded(group, { a: { potential: 4, relationship: 2 }, b: { potential: 1, relationship: 3 } })
    const panel = open(group, undefined, 'customers/a/name')
    await button(panel, '把客户b上移').trigger('click')
    expect(workOf(group).customers.map(({ id }) => id)).toEqual(['b', 'a'])
  })
})

describe('the gut order', () => {
  it('stands when the group says so, and can be opened again', async () => {
    const group = groupWithScales()
    const panel = open(group)
    await panel.get('textarea').setValue('甲\n乙')
    await button(panel, '添加 2 家').trigger('click')
    await button(panel, '下一步：直觉排序').trigger('click')
    await button(panel, '把乙上移').trigger('click')
    await button(panel, '就按这个顺序').trigger('click')
    expect(workOf(group).settings.gutDoneAt).not.toBeNull()
    expect(workOf(group).customers.map(({ name }) => name)).toEqual(['甲', '乙'])
    await button(panel, '排序').trigger('click')
    await button(panel, '重新排序').trigger('click')
    expect(workOf(group).settings.gutDoneAt).toBeNull()
  })
})

describe('grading', () => {
  const graded = (): OpenGroup => {
    const group = groupWithScales()
    addGraded(group, { a: { potential: 2, relationship: 2 } })
    return group
  }

  it('an interval is an answer, a second tap takes it back, and "we don’t know" is an answer too', async () => {
    const group = graded()
    const panel = open(group, undefined, 'customers/a/grade/budget-status')
    await flushPromises()
    const card = () => panel.findAll('section').find((one) => one.attributes('aria-label') === workOf(group).scales.potential.factors[1]?.name)
    const choices = () => card()?.findAll('button') ?? []
    await choices()[0]?.trigger('click')
    expect(workOf(group).customers[0]?.grades.get('budget-status')).toEqual({ kind: 'level', level: 5 })
    await choices()[0]?.trigger('click')
    expect(workOf(group).customers[0]?.grades.has('budget-status')).toBe(false)
    await choices().at(-1)?.trigger('click')
    expect(workOf(group).customers[0]?.grades.get('budget-status')).toEqual({ kind: 'unknown' })
  })

  it('an interval is known by its points, also where the group changed them', async () => {
    const group = graded()
    for (const [level, value] of [[1, 0], [2, 2], [3, 4], [4, 7], [5, 10]] as const) setFactorCell(group.doc, 'potential', 'budget-status', { cell: 'points', level, value }, group.origin)
    const panel = open(group, undefined, 'customers/a/grade/budget-status')
    await flushPromises()
    const choices = panel.findAll('section').find((one) => one.attributes('aria-label') === workOf(group).scales.potential.factors[1]?.name)?.findAll('button[aria-pressed]') ?? []
    expect(choices.slice(0, 5).map((one) => one.get('.rounded-full').text())).toEqual(['10', '7', '4', '2', '0'])
    await choices[1]?.trigger('click')
    expect(workOf(group).customers[0]?.grades.get('budget-status')).toEqual({ kind: 'level', level: 4 })
  })

  it('P1.12: a figure typed with a Chinese keyboard becomes the raw figure, and the grade follows', async () => {
    const group = graded()
    const panel = open(group, undefined, 'customers/a/grade/annual-spend')
    await flushPromises()
    const input = panel.get('input[data-field="customers/a/grade/annual-spend"]')
    await input.setValue('１２００')
    await input.trigger('blur')
    expect(workOf(group).customers[0]?.grades.get('annual-spend')).toEqual({ kind: 'raw', raw: 1200 })
    expect(panel.get('[aria-pressed="true"]').text()).toContain('5')
  })

  it('nothing can be written while locked, and one sees it', async () => {
    const group = graded()
    const locked = shallowRef(true)
    const panel = open(group, locked, 'customers/a/grade/annual-spend')
    await flushPromises()
    expect(panel.findAll('section button').every((one) => one.attributes('disabled') !== undefined)).toBe(true)
    expect(panel.get('input').attributes('disabled')).toBeDefined()
    locked.value = false
    await flushPromises()
    expect(panel.get('input').attributes('disabled')).toBeUndefined()
  })
})

describe('an empty panel teaches', () => {
  it('says which customers to list', () => {
    const group = groupWithScales()
    expect(open(group).text()).toContain('先列出你们手上的真实客户')
  })
})

describe('today’s effort', () => {
  it.each(['zh-CN', 'en'] as const)('a sum of money is counted in 10,000 CNY, whatever the language of the page (%s)', async (locale) => {
    const group = groupWithScales()
    addGraded(group, { a: { potential: 3, relationship: 3 } })
    setSettings(group.doc, { effortUnit: 'budget' }, new LocalOrigin('p2'))
    const panel = open(group, undefined, 'customers//effort', locale)
    await flushPromises()
    for (const [cell, typed] of [['effort', '8000元'], ['revenue', '1.2亿']] as const) {
      const field = panel.get(`[data-field="customers/a/${cell}"]`)
      await field.setValue(typed)
      await field.trigger('blur')
    }
    expect(workOf(group).customers[0]).toMatchObject({ effort: 0.8, revenue: 12_000 })
  })
})
