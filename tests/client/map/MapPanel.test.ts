// @vitest-environment happy-dom
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, h, shallowRef } from 'vue'
import type { OpenGroup } from '../../../client/collab/openGroupDocument.ts'
import { useGroupWork } from '../../../client/collab/useGroupWork.ts'
import MapPanel from '../../../client/features/map/MapPanel.vue'
import { findingsOf } from '../../../shared/map/findings.ts'
import { offlineControl } from '../offlineControl.ts'
import { buildParticipantView } from '../views.ts'
import type { MemberView } from '../../../shared/protocol/views.ts'
import { buildI18n } from '../measure/words.ts'
import { addGraded, groupWithScales, workOf } from '../measure/sampleGroup.ts'

const me: MemberView = { id: 'p1', name: '林晓彤', groupId: 'g1', presence: 'online', handRaisedAt: null }
let page: VueWrapper | undefined
afterEach(() => page?.unmount())

function open(group: OpenGroup, locked = false) {
  const went: unknown[][] = []
  const target = shallowRef<{ field: string; at: number } | null>(null)
  const Workspace = defineComponent(() => {
    const work = useGroupWork(group.doc)
    return () => (work.value ? h(MapPanel, { group, control: offlineControl(), view: buildParticipantView({}), groupIndex: 0, work: work.value, members: [me], me, locked, activity: 'map', target: target.value, onGo: (...where: unknown[]) => went.push(where) }) : null)
  })
  page = mount(Workspace, { global: { plugins: [buildI18n()] }, attachTo: document.body })
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
    const { panel } = open(group)
    expect(panel.text()).toContain('客户big占了')
    const card = panel.findAll('li').find((one) => one.text().includes('客户big占了'))
    await card?.findAll('button').find((one) => one.text() === '确实如此')?.trigger('click')
    expect(workOf(group).judgements.get(finding.key)?.verdict).toBe('accepted')
    await card?.get('textarea').setValue('每两周拜访一次')
    expect(workOf(group).judgements.get(finding.key)?.reason).toBe('每两周拜访一次')
    await button(panel, '撤销').trigger('click')
    expect(workOf(group).judgements.get(finding.key)).toEqual({ verdict: null, reason: '每两周拜访一次' })
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
    const { panel } = open(group)
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
    const { panel } = open(unbalanced(), true)
    expect(button(panel, '确实如此').attributes('disabled')).toBeDefined()
    expect(button(panel, '写一条').attributes('disabled')).toBeDefined()
  })
})
