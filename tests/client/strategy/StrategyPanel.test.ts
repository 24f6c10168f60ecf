// @vitest-environment happy-dom
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, shallowRef } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { OpenGroup } from '../../../client/collab/openGroupDocument.ts'
import type { PanelTarget } from '../../../client/collab/panel.ts'
import { useGroupWork } from '../../../client/collab/useGroupWork.ts'
import { parseTarget, stepOf } from '../../../client/features/strategy/fields.ts'
import StrategyPanel from '../../../client/features/strategy/StrategyPanel.vue'
import { strategyPages } from '../../../client/features/projector/strategyPages.ts'
import { guardLayers } from '../../../client/ui/backCloses.ts'
import { provideToasts } from '../../../client/ui/toasts.ts'
import { LocalOrigin } from '../../../shared/groupwork/cells.ts'
import type { MemberView } from '../../../shared/protocol/views.ts'
import { actionText, addAction, addStrategy, setStrategyCell, strategyText } from '../../../shared/strategy/document.ts'
import { addUsp } from '../../../shared/usp/document.ts'
import { buildI18n } from '../measure/words.ts'
import { addGraded, groupWithScales, workOf } from '../measure/sampleGroup.ts'
import { offlineControl } from '../offlineControl.ts'
import { buildParticipantView } from '../views.ts'

const me: MemberView = { id: 'p1', name: '林晓彤', groupId: 'g1', presence: 'online', handRaisedAt: null }
const ben = new LocalOrigin('p2')
let page: VueWrapper | undefined
afterEach(() => page?.unmount())

function open(group: OpenGroup, field: string | null = null) {
  const target = shallowRef<PanelTarget | null>(field === null ? null : { field, at: 1 })
  const went: unknown[][] = []
  const Workspace = defineComponent(() => {
    provideToasts()
    const work = useGroupWork(group.doc)
    return () => (work.value ? h(StrategyPanel, { group, control: offlineControl(), view: buildParticipantView({}), groupIndex: 0, work: work.value, members: [me], me, locked: false, activity: 'strategy', target: target.value, onGo: (...where: unknown[]) => went.push(where) }) : null)
  })
  page = mount(Workspace, { global: { plugins: [buildI18n()] }, attachTo: document.body })
  return { panel: page, target, went }
}
const all = (group: OpenGroup) => workOf(group).parts.strategies.strategies
const press = async (panel: VueWrapper, name: string, role = 'button'): Promise<void> => {
  const found = panel.findAll(role === 'tab' ? '[role=tab]' : 'button').find((one) => (one.attributes('aria-label') ?? one.text()).includes(name))
  if (!found) throw new Error(`no ${role} ${name}`)
  await found.trigger('click')
  await flushPromises()
}
function mapped(): OpenGroup {
  const group = groupWithScales()
  addGraded(group, { big: { potential: 5, relationship: 1, effort: 1 }, old: { potential: 1, relationship: 5, effort: 20 }, mid: { potential: 3, relationship: 3, effort: 6 } })
  return group
}

describe('the strategies of a group', () => {
  it('Back leads from a strategy to the list, and only then away', async () => {
    const history = createMemoryHistory()
    const router = createRouter({ history, routes: ['/before', '/class'].map((path) => ({ path, component: { render: () => null } })) })
    guardLayers(router, history)
    await router.push('/before')
    await router.push('/class')
    const { panel } = open(mapped())
    await press(panel, '客户big')
    expect(panel.find('[role=tab]').exists()).toBe(true)
    router.back()
    await vi.waitFor(() => expect(panel.find('[role=tab]').exists()).toBe(false))
    expect(router.currentRoute.value.path).toBe('/class')
    router.back()
    await vi.waitFor(() => expect(router.currentRoute.value.path).toBe('/before'))
  })

  it('begin with a customer of the map; the stance follows its quadrant until the group chooses', async () => {
    const group = mapped()
    const { panel } = open(group)
    expect(panel.text()).toContain('先选一个对象')
    await press(panel, '客户big')
    expect(all(group)).toMatchObject([{ subject: { kind: 'customer', customerId: 'big' }, stance: null }])
    await press(panel, '制定策略', 'tab')
    expect(panel.get('[role=radio][aria-checked=true]').text()).toContain('进攻')
    await press(panel, '深耕')
    expect(all(group)[0]?.stance).toBe('deepen')
    await press(panel, '主动去争取')
    expect(all(group)[0]?.stance).toBeNull()
  })

  it('one that was asked for from the map is begun once, and found again', async () => {
    const group = mapped()
    const { target } = open(group, 'strategy/new/attack')
    await flushPromises()
    expect(all(group)).toMatchObject([{ subject: { kind: 'quadrant', quadrant: 'attack' } }])
    target.value = { field: 'strategy/new/attack', at: 2 }
    await flushPromises()
    expect(all(group)).toHaveLength(1)
    target.value = { field: 'strategy/new/big', at: 3 }
    await flushPromises()
    expect(all(group)[1]?.subject).toEqual({ kind: 'customer', customerId: 'big' })
  })

  it('the last step has no next one: it leads back to the list', async () => {
    const group = mapped()
    addStrategy(group.doc, [], { id: 's', subject: { kind: 'quadrant', quadrant: 'attack' } }, ben)
    const { panel } = open(group, 'strategy/s/improve')
    await flushPromises()
    expect(panel.text()).not.toContain('下一步')
    await press(panel, '完成')
    expect(panel.text()).toContain('再写一份')
  })

  it('the room reads it only after the group says so', async () => {
    const group = mapped()
    addStrategy(group.doc, [], { id: 's', subject: { kind: 'quadrant', quadrant: 'attack' } }, ben)
    const { panel } = open(group, 'strategy/s/goal')
    await flushPromises()
    await press(panel, '给全场看')
    expect(all(group)[0]?.shown).toBe(true)
  })

  it('the analysis takes down what the map knows, behind what is written', async () => {
    const group = mapped()
    addStrategy(group.doc, [], { id: 's', subject: { kind: 'customer', customerId: 'big' } }, ben)
    strategyText(group.doc, 's', 'analysis')?.insert(0, '新厂在建')
    const { panel } = open(group, 's')
    await press(panel, '客户big')
    await press(panel, '分析客户', 'tab')
    expect(panel.text()).toContain('购买潜力 100，业务关系 0')
    expect(panel.text()).toContain('被冷落')
    await press(panel, '抄进分析')
    expect(all(group)[0]?.analysis).toMatch(/^新厂在建\n购买潜力 100，业务关系 0\n/)
    await press(panel, '撤销')
    expect(all(group)[0]?.analysis).toBe('新厂在建')
  })

  it('USPs of the list are linked by a tap, and the plan\'s lines are added, moved and removed', async () => {
    const group = mapped()
    addUsp(group.doc, [], { id: 'u', source: 'service', texts: { claim: '四小时到场' } }, ben)
    addStrategy(group.doc, [], { id: 's', subject: { kind: 'quadrant', quadrant: 'attack' } }, ben)
    for (const id of ['a', 'b']) {
      const [now] = all(group)
      if (now) addAction(group.doc, now, id, ben)
    }
    const { panel } = open(group, 'strategy/s/usps')
    await flushPromises()
    await press(panel, '四小时到场')
    expect(all(group)[0]?.uspIds).toEqual(['u'])
    await press(panel, '执行计划', 'tab')
    await press(panel, '第 2 行上移')
    expect(all(group)[0]?.actions.map(({ id }) => id)).toEqual(['b', 'a'])
    await press(panel, '移除第 1 行')
    expect(all(group)[0]?.actions.map(({ id }) => id)).toEqual(['a'])
    await press(panel, '加一项行动')
    expect(all(group)[0]?.actions).toHaveLength(2)
  })

  describe('Enter in the plan', () => {
    async function planned() {
      const group = mapped()
      addStrategy(group.doc, [], { id: 's', subject: { kind: 'customer', customerId: 'big' } }, ben)
      const strategy = all(group)[0]
      if (!strategy) throw new Error('no strategy')
      addAction(group.doc, strategy, 'a', ben)
      actionText(group.doc, 'a', 'what')?.insert(0, '约厂长')
      const { panel } = open(group, 's')
      await press(panel, '客户big')
      await press(panel, '执行计划', 'tab')
      /** @returns whether the key was taken, and did not break the line */
      const enter = async (field: string, how: object = {}): Promise<boolean> => {
        const written = panel.get<HTMLInputElement | HTMLTextAreaElement>(`[data-field="${field}"]`)
        written.element.setSelectionRange(written.element.value.length, written.element.value.length)
        const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...how })
        written.element.dispatchEvent(event)
        await flushPromises()
        return event.defaultPrevented
      }
      return { group, panel, enter, actions: () => all(group)[0]?.actions ?? [] }
    }
    it('breaks the line where several can be written: a phone has no other key for it, and its own says so', async () => {
      const { panel, enter, actions } = await planned()
      for (const cell of ['what', 'resource', 'measure']) {
        expect(panel.get(`[data-field="strategy/s/action/a/${cell}"]`).attributes('enterkeyhint')).toBe('enter')
        expect(await enter(`strategy/s/action/a/${cell}`)).toBe(false)
      }
      expect(actions()).toHaveLength(1)
    })
    it('leads on from a field of one line, and with Ctrl or ⌘ from every one: the next action is added; one in which nothing is written adds none', async () => {
      const { panel, enter, actions } = await planned()
      expect(panel.get('[data-field="strategy/s/action/a/who"]').attributes('enterkeyhint')).toBe('next')
      expect(await enter('strategy/s/action/a/who')).toBe(true)
      expect(actions()).toHaveLength(2)
      await enter(`strategy/s/action/${actions()[1]?.id}/what`, { ctrlKey: true })
      expect(actions()).toHaveLength(2)
      await panel.get(`[data-field="strategy/s/action/${actions()[1]?.id}/what"]`).setValue('带样品')
      await enter(`strategy/s/action/${actions()[1]?.id}/what`, { metaKey: true })
      expect(actions()).toHaveLength(3)
    })
    it('P1.3: an Enter that ends a composition, one with Shift, and one inside of the text add none', async () => {
      const { panel, enter, actions } = await planned()
      const who = panel.get<HTMLInputElement>('[data-field="strategy/s/action/a/who"]')
      await who.setValue('周建业')
      await enter('strategy/s/action/a/who', { isComposing: true })
      await enter('strategy/s/action/a/who', { shiftKey: true })
      who.element.setSelectionRange(1, 1)
      await who.trigger('keydown.enter')
      await who.trigger('compositionstart')
      await who.trigger('compositionend')
      await enter('strategy/s/action/a/who')
      expect(actions()).toHaveLength(1)
    })
  })

  it('two of different quadrants that say the same are pointed out', () => {
    const group = mapped()
    for (const [id, quadrant] of [['s', 'attack'], ['t', 'maintain']] as const) {
      addStrategy(group.doc, all(group), { id, subject: { kind: 'quadrant', quadrant } }, ben)
      for (const lever of ['product', 'price'] as const) strategyText(group.doc, id, { lever })?.insert(0, '一样')
    }
    expect(open(group).panel.text()).toContain('没有差异化')
    setStrategyCell(group.doc, 't', { cell: 'generic', value: 'cost' }, ben)
  })

  it('what is missing leads to its step and field', async () => {
    const group = mapped()
    addStrategy(group.doc, [], { id: 's', subject: { kind: 'quadrant', quadrant: 'attack' } }, ben)
    const { panel } = open(group, 'strategy/s/goal')
    await flushPromises()
    await press(panel, '全部')
    await press(panel, '加第一个指标')
    expect(panel.get('[role=tab][aria-selected=true]').text()).toContain('监控与评估')
  })
})

describe('where a strategy is led to', () => {
  it('reads addresses of new and of open ones, and nothing else', () => {
    expect(parseTarget('strategy/new/attack')).toEqual({ kind: 'new', subject: { kind: 'quadrant', quadrant: 'attack' } })
    expect(parseTarget('strategy/new/k1')).toEqual({ kind: 'new', subject: { kind: 'customer', customerId: 'k1' } })
    expect(parseTarget('strategy/s/action/a/who')).toEqual({ kind: 'open', strategyId: 's', cell: 'action/a/who' })
    for (const field of ['strategy/new', 'strategy/', 'usp/a/claim']) expect(parseTarget(field)).toBeNull()
    expect(['goalBy', 'note:price', 'usps', 'action/a/who', 'addIndicator', 'improve'].map(stepOf)).toEqual(['goal', 'approach', 'approach', 'plan', 'monitor', 'improve'])
  })
})

describe('a strategy on the projector', () => {
  it('has a page for what is written, and more for a long plan', () => {
    const group = mapped()
    addStrategy(group.doc, [], { id: 's', subject: { kind: 'quadrant', quadrant: 'attack' } }, ben)
    const pages = () => all(group).flatMap((strategy) => strategyPages(strategy)).map(({ kind }) => kind)
    expect(pages()).toEqual(['outline'])
    strategyText(group.doc, 's', { lever: 'price' })?.insert(0, '阶梯价')
    for (let at = 0; at < 6; at++) {
      const [now] = all(group)
      if (now) addAction(group.doc, now, `a${at}`, ben)
    }
    expect(pages()).toEqual(['outline', 'levers'])
    actionText(group.doc, 'a0', 'what')?.insert(0, '打样')
    strategyText(group.doc, 's', 'improve')?.insert(0, '每月复盘')
    expect(pages()).toEqual(['outline', 'levers', 'plan', 'plan', 'monitor'])
  })
})
