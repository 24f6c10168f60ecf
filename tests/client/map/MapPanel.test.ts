// @vitest-environment happy-dom
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, shallowRef } from 'vue'
import type { OpenGroup } from '../../../client/collab/openGroupDocument.ts'
import { useGroupWork } from '../../../client/collab/useGroupWork.ts'
import MapPanel from '../../../client/features/map/MapPanel.vue'
import { offlineControl } from '../offlineControl.ts'
import { buildParticipantView } from '../views.ts'
import type { Activity } from '../../../shared/course/template.ts'
import { findingsOf } from '../../../shared/map/findings.ts'
import { LocalOrigin } from '../../../shared/groupwork/cells.ts'
import { addDecision } from '../../../shared/map/decisions.ts'
import { setSettings } from '../../../shared/map/document.ts'
import type { MemberView } from '../../../shared/protocol/views.ts'
import { buildI18n } from '../measure/words.ts'
import { addGraded, groupWithScales, workOf } from '../measure/sampleGroup.ts'

const me: MemberView = { id: 'p1', name: '林晓彤', groupId: 'g1', presence: 'online', handRaisedAt: null }
let page: VueWrapper | undefined
afterEach(() => page?.unmount())

function open(group: OpenGroup, { locked = false, activity = 'map', locale = 'zh-CN' }: { locked?: boolean; activity?: Activity; locale?: 'zh-CN' | 'en' } = {}) {
  const went: unknown[][] = []
  const target = shallowRef<{ field: string; at: number } | null>(null)
  const Workspace = defineComponent(() => {
    const work = useGroupWork(group.doc)
    return () => (work.value ? h(MapPanel, { group, control: offlineControl(), view: buildParticipantView({}), groupIndex: 0, work: work.value, members: [me], me, locked, activity, target: target.value, onGo: (...where: unknown[]) => went.push(where) }) : null)
  })
  page = mount(Workspace, { global: { plugins: [buildI18n(locale)] }, attachTo: document.body })
  return { panel: page, went, target }
}
const button = (within: VueWrapper, name: string) => {
  const found = within.findAll('button').find((one) => (one.attributes('aria-label') ?? one.text()).includes(name))
  if (!found) throw new Error(`no button ${name}`)
  return found
}
/** Most effort goes to a customer of low potential, hardly any to one of high potential. */
function unbalanced(): OpenGroup {
  const group = groupWithScales()
  addGraded(group, { old: { potential: 1, relationship: 5, effort: 20 }, big: { potential: 5, relationship: 1, effort: 1 }, mid: { potential: 3, relationship: 3, effort: 6 } })
  return group
}

describe('what the map says', () => {
  it('teaches while nobody is on it, and leads to the customers', async () => {
    const { panel, went } = open(groupWithScales())
    await button(panel, '去添加客户').trigger('click')
    expect(went).toEqual([['customers', 'customers/add']])
  })

  it('a finding is accepted with a reason, taken back, and one sees how many are judged', async () => {
    const group = unbalanced()
    const finding = findingsOf(workOf(group)).find(({ rule }) => rule === 'neglected')
    if (!finding) throw new Error('no finding')
    const { panel } = open(group, { activity: 'findings' })
    expect(panel.text()).toContain('“客户big”占了')
    const card = panel.findAll('li').find((one) => one.text().includes('“客户big”占了'))
    await card?.findAll('button').find((one) => one.text() === '确实如此')?.trigger('click')
    expect(workOf(group).judgements.get(finding.key)?.verdict).toBe('accepted')
    await card?.get('textarea').setValue('每两周拜访一次')
    expect(workOf(group).judgements.get(finding.key)?.reason).toBe('每两周拜访一次')
    await button(panel, '撤销').trigger('click')
    expect(workOf(group).judgements.get(finding.key)).toEqual({ verdict: 'accepted', reason: '' })
    await button(panel, '撤销').trigger('click')
    expect(workOf(group).judgements.get(finding.key)).toEqual({ verdict: null, reason: '' })
    await button(panel, '重做').trigger('click')
    await button(panel, '重做').trigger('click')
    expect(workOf(group).judgements.get(finding.key)).toEqual({ verdict: 'accepted', reason: '每两周拜访一次' })
  })

  it('the cut lines move by buttons, to the medians and back', async () => {
    const group = unbalanced()
    const { panel } = open(group)
    await button(panel, '分界线').trigger('click')
    await button(panel, '业务关系 +5').trigger('click')
    await button(panel, '购买潜力 −1').trigger('click')
    expect(workOf(group).settings).toMatchObject({ cutX: 55, cutY: 49 })
    await button(panel, '恢复 50 / 50').trigger('click')
    expect(workOf(group).settings).toMatchObject({ cutX: 50, cutY: 50 })
  })

  it('the card of a customer leads to the grade that one doubts', async () => {
    const { panel, went, target } = open(unbalanced())
    target.value = { field: 'customers/big', at: 1 }
    await flushPromises()
    const factor = workOf(unbalanced()).scales.potential.factors[1]
    await button(panel, `核对“${factor?.name}”的打分`).trigger('click')
    expect(went).toEqual([['customers', 'customers/big/grade/budget-status']])
  })

  it('own findings are written, removed and restored', async () => {
    const group = unbalanced()
    const { panel } = open(group, { activity: 'findings' })
    await button(panel, '写一条').trigger('click')
    const field = panel.findAll('textarea').at(-1)
    await field?.setValue('拜访减半')
    expect(workOf(group).ownFindings.map(({ text }) => text)).toEqual(['拜访减半'])
    await button(panel, '移除第 1 条').trigger('click')
    expect(workOf(group).ownFindings[0]?.removed).not.toBeNull()
    await button(panel, '已移除 1 条').trigger('click')
    await button(panel, '恢复').trigger('click')
    expect(workOf(group).ownFindings[0]?.removed).toBeNull()
  })

  it('nothing can be judged while locked', () => {
    const group = unbalanced()
    addDecision(group.doc, [], { id: 'd' }, new LocalOrigin('p2'))
    const { panel } = open(group, { locked: true, activity: 'findings' })
    for (const name of ['确实如此', '写一条', '再写一个', '采纳', '不采纳', '移除决定 1']) expect(button(panel, name).attributes('disabled'), name).toBeDefined()
    for (const field of panel.findAll('select, input, textarea')) expect(field.attributes('disabled')).toBeDefined()
  })

  it('a proposal to move effort becomes a decision, and one undo takes both back', async () => {
    const group = unbalanced()
    const { panel } = open(group, { activity: 'findings' })
    expect(panel.text()).toContain('把 10 次拜访从客户old移给客户big')
    await button(panel, '采纳为决定').trigger('click')
    expect(workOf(group).parts.decisions).toMatchObject([{ fromId: 'old', toId: 'big', amount: 10, removed: null }])
    expect(workOf(group).judgements.get('move:old:big')?.verdict).toBe('accepted')
    expect(button(panel, '已写成决定').exists()).toBe(true)
    await button(panel, '撤销').trigger('click')
    expect(workOf(group).parts.decisions[0]?.removed).not.toBeNull()
    expect(workOf(group).judgements.get('move:old:big')?.verdict ?? null).toBeNull()
    await button(panel, '重做').trigger('click')
    expect(workOf(group).parts.decisions).toMatchObject([{ fromId: 'old', removed: null }])
  })

  it('a proposal is rejected with a reason', async () => {
    const group = unbalanced()
    const { panel } = open(group, { activity: 'findings' })
    await button(panel, '不采纳').trigger('click')
    const reason = panel.findAll('textarea').find((one) => one.attributes('data-field') === 'map/reason/move:old:big')
    await reason?.setValue('今年换系统')
    expect(workOf(group).judgements.get('move:old:big')).toEqual({ verdict: 'rejected', reason: '今年换系统' })
    expect(workOf(group).parts.decisions).toEqual([])
  })

  it('a decision says what it still lacks, until it is ready to be carried out', async () => {
    const group = unbalanced()
    const { panel } = open(group, { activity: 'findings' })
    await button(panel, '写一个决定').trigger('click')
    expect(panel.text()).toContain('还差：少给谁或多给谁、多少、原因、负责人、日期')
    const field = (part: string) => panel.get(`[data-field="map/decision/${workOf(group).parts.decisions[0]?.id}/${part}"]`)
    await field('from').setValue('old')
    await field('to').setValue('old')
    expect(panel.text()).toContain('少给和多给不能是同一家')
    await field('to').setValue('big')
    await field('amount').setValue('4')
    await field('amount').trigger('change')
    await field('reason').setValue('潜力最大')
    await field('due').setValue('2026-12-01')
    expect(panel.text()).toContain('还差：负责人')
    await button(panel, '林晓彤').trigger('click')
    expect(panel.text()).toContain('可以照着做了')
    expect(workOf(group).parts.decisions).toMatchObject([{ fromId: 'old', toId: 'big', amount: 4, reason: '潜力最大', who: '林晓彤', due: '2026-12-01' }])
    await button(panel, '移除决定 1').trigger('click')
    await button(panel, '已移除 1 条').trigger('click')
    expect(panel.text()).toContain('客户old → 客户big')
    await button(panel, '恢复').trigger('click')
    expect(workOf(group).parts.decisions[0]?.removed).toBeNull()
  })

  it('an accepted neglect leads to a decision about this customer, and not to a second one', async () => {
    const group = unbalanced()
    const { panel } = open(group, { activity: 'findings' })
    const card = panel.findAll('li').find((one) => one.text().includes('“客户big”占了'))
    await card?.findAll('button').find((one) => one.text() === '确实如此')?.trigger('click')
    for (let pressed = 0; pressed < 2; pressed++) await card?.findAll('button').find((one) => one.text() === '写成决定')?.trigger('click')
    expect(workOf(group).parts.decisions).toMatchObject([{ fromId: null, toId: 'big' }])
  })

  it('one is led to the findings by the agenda, and to a field of a decision by its path', async () => {
    const group = unbalanced()
    addDecision(group.doc, [], { id: 'd' }, new LocalOrigin('p2'))
    const { panel, target } = open(group)
    expect(panel.find('[data-field="map/decision/d/reason"]').exists()).toBe(false)
    target.value = { field: 'map/decision/d/reason', at: 1 }
    await flushPromises()
    expect(panel.find('[data-field="map/decision/d/reason"]').exists()).toBe(true)
  })

  it('a decision on a budget counts in 10,000 CNY on an English page, too', async () => {
    const group = unbalanced()
    setSettings(group.doc, { effortUnit: 'budget' }, new LocalOrigin('p2'))
    addDecision(group.doc, [], { id: 'd' }, new LocalOrigin('p2'))
    const { panel } = open(group, { activity: 'findings', locale: 'en' })
    const amount = panel.get('[data-field="map/decision/d/amount"]')
    await amount.setValue('50万')
    await amount.trigger('blur')
    expect(workOf(group).parts.decisions).toMatchObject([{ amount: 50 }])
    expect(panel.text()).toContain('10,000 CNY')
  })

  it('how sure: who would change quadrant and by what, each leading to the grade or the weight', async () => {
    const group = groupWithScales()
    addGraded(group, { near: { potential: 3, relationship: 5 }, far: { potential: 5, relationship: 5 } })
    const { panel, went } = open(group)
    await button(panel, '检验').trigger('click')
    expect(panel.text()).toContain('2 家客户里有 1 家差一点就换象限')
    const factor = workOf(group).scales.potential.factors[1]
    await button(panel, `“${factor?.name}”低一级 → 维持`).trigger('click')
    expect(went).toEqual([['customers', 'customers/near/grade/budget-status']])
  })

  it('how sure: the gut order beside the measured one, once it stands', async () => {
    const group = unbalanced()
    const { panel } = open(group)
    await button(panel, '检验').trigger('click')
    expect(panel.text()).toContain('先完成直觉排序')
    setSettings(group.doc, { gutDoneAt: 1 }, new LocalOrigin('p2'))
    await flushPromises()
    await vi.waitFor(() => expect(panel?.text()).toContain('客户old：直觉第 1，测量第 3'))
  })
})
