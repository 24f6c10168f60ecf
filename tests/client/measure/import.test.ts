// @vitest-environment happy-dom
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, type Ref, shallowRef } from 'vue'
import type { OpenGroup } from '../../../client/collab/openGroupDocument.ts'
import { useGroupWork } from '../../../client/collab/useGroupWork.ts'
import { columnsOf } from '../../../client/features/measure/grading.ts'
import { choose, guessMatching, hasName, matchBy, meaningKey } from '../../../client/features/measure/import/columns.ts'
import { type ImportPlan, planImport, readGrade } from '../../../client/features/measure/import/plan.ts'
import MeasurePanel from '../../../client/features/measure/MeasurePanel.vue'
import { rowLimit } from '../../../shared/groupwork/cells.ts'
import type { IntakeSheet, IntakeTable } from '../../../shared/intake/table.ts'
import type { MemberView } from '../../../shared/protocol/views.ts'
import { offlineControl } from '../offlineControl.ts'
import { buildParticipantView } from '../views.ts'
import { groupWithScales, workOf } from './sampleGroup.ts'
import { buildI18n } from './words.ts'

const sheetOf = (...rows: readonly (readonly string[])[]): IntakeSheet => ({ name: '客户', hidden: false, rows, cut: false })
const factors = columnsOf(workOf(groupWithScales()))
const factorNamed = (libraryId: string) => {
  const found = factors.find(({ factor }) => factor.id === libraryId)?.factor
  if (!found) throw new Error(`no factor ${libraryId}`)
  return found
}
const spend = factorNamed('annual-spend')
const budget = factorNamed('budget-status')
const guessed = (sheet: IntakeSheet): readonly string[] => guessMatching(sheet, factors).meanings.map(meaningKey)
const planOf = (sheet: IntakeSheet, given: { existing?: readonly string[]; withDuplicates?: boolean } = {}): ImportPlan =>
  planImport(sheet, guessMatching(sheet, factors), { existing: given.existing ?? [], factors, effortUnit: 'visits', withDuplicates: given.withDuplicates ?? false })

describe('matching the columns', () => {
  it('goes by what the columns are called, in both languages, whatever stands above them', () => {
    const sheet = sheetOf(['2026 年重点客户名单'], [], ['序号', '客户名称', '备注', `${spend.name}（${spend.unit}）`, '拜访次数', '年收入(万元)'], ['1', '北方泵业', '', '300', '4', '120'])
    expect(guessMatching(sheet, factors).header).toBe(2)
    expect(guessed(sheet)).toEqual(['skip', 'name', 'note', `factor:${spend.id}`, 'effort', 'revenue'])
    expect(guessed(sheetOf(['Company', 'Remarks', 'Visits'], ['Northern Pumps', '', '3']))).toEqual(['name', 'note', 'effort'])
  })

  it('without names of columns the first column with words in it holds the customers', () => {
    const sheet = sheetOf(['1', '北方泵业'], ['2', '晨光包装'])
    expect(guessMatching(sheet, factors)).toMatchObject({ header: null })
    expect(guessed(sheet)).toEqual(['skip', 'name'])
    expect(planOf(sheet).added.map(({ name }) => name)).toEqual(['北方泵业', '晨光包装'])
  })

  it('one column has one meaning and one meaning one column; the person has the last word', () => {
    const sheet = sheetOf(['客户', '公司'], ['甲', '甲公司'])
    const first = guessMatching(sheet, factors)
    expect(first.meanings.map(meaningKey)).toEqual(['name', 'skip'])
    const changed = choose(first, 1, { kind: 'name' })
    expect(changed.meanings.map(meaningKey)).toEqual(['skip', 'name'])
    expect(hasName(choose(changed, 1, { kind: 'skip' }))).toBe(false)
    expect(matchBy(sheet, null, factors).header).toBeNull()
  })
})

describe('what will be added', () => {
  it('is said beforehand: duplicates stay out unless wanted, rows without a name and names too long are counted', () => {
    const sheet = sheetOf(['客户'], ['北方泵业'], ['晨光包装'], ['北方 泵业'], [''], ['x'.repeat(70)], ['ＡＢＣ'], ['abc'])
    const plan = planOf(sheet, { existing: ['晨光包装'] })
    expect(plan.added.map(({ name }) => name)).toEqual(['北方泵业', '北方 泵业', 'x'.repeat(60), 'ＡＢＣ'])
    expect(plan).toMatchObject({ duplicates: ['晨光包装', 'abc'], shortened: 1, nameless: 0, tooMany: 0 })
    expect(planOf(sheet, { existing: ['晨光包装'], withDuplicates: true }).added).toHaveLength(6)
    expect(planOf(sheetOf(['客户', '备注'], ['', '没有名字'])).nameless).toBe(1)
  })

  it('never more than the list holds', () => {
    const sheet = sheetOf(['客户'], ...Array.from({ length: 250 }, (_none, at) => [`客户${at}`]))
    expect(planOf(sheet, { existing: ['已有'] })).toMatchObject({ added: { length: rowLimit.customers - 1 }, tooMany: 51 })
  })

  it('P5.7, P5.9: whatever a name looks like, it is a name', () => {
    const names = ['=cmd|A1', '@x', '__proto__', 'constructor', '<b>甲</b>']
    expect(planOf(sheetOf(['客户'], ...names.map((name) => [name]))).added.map(({ name }) => name)).toEqual(names)
  })

  it('figures come in the unit of the table; what can’t be read is left empty and counted', () => {
    const [customer] = planOf(sheetOf(['客户', '投入', '收入'], ['甲', '12次', '3亿'])).added
    expect(customer).toMatchObject({ effort: 12, revenue: 30_000 })
    const plan = planOf(sheetOf(['客户', '投入', '收入'], ['甲', '很多', '不知道'], ['乙', '-3', '—']))
    expect(plan.unread).toBe(2)
    expect(plan.added[0]).not.toHaveProperty('effort')
  })

  it('a factor takes a raw figure where it is numeric; else the grade by number or by the words of its interval', () => {
    expect(readGrade('300万', { ...spend, unit: '万元' })).toEqual({ kind: 'raw', raw: 300 })
    expect(readGrade('不知道', spend)).toEqual({ kind: 'unknown' })
    expect(readGrade('很大', spend)).toBe('unread')
    expect(readGrade('—', spend)).toBeNull()
    expect(readGrade('3分', budget)).toEqual({ kind: 'level', level: 3 })
    expect(readGrade(budget.intervals[1]?.text ?? '', budget)).toEqual({ kind: 'level', level: 2 })
    expect(readGrade('9', budget)).toBe('unread')
    expect(readGrade('100', { ...budget, intervals: budget.intervals.map((one) => ({ ...one, points: one.level * 50 })) })).toEqual({ kind: 'level', level: 2 })
  })
})

describe('importing in the panel', () => {
  let page: VueWrapper | undefined
  afterEach(() => {
    page?.unmount()
    vi.unstubAllGlobals()
  })
  const me: MemberView = { id: 'p1', name: '林晓彤', groupId: 'g1', presence: 'online', handRaisedAt: null }
  const answer = (reply: unknown): void => void vi.stubGlobal('fetch', async () => new Response(JSON.stringify(reply)))

  async function openDialog(group: OpenGroup, locked: Ref<boolean>): Promise<void> {
    const Workspace = defineComponent(() => {
      const work = useGroupWork(group.doc)
      return () => (work.value ? h(MeasurePanel, { group, control: offlineControl(), view: buildParticipantView({}), groupIndex: 0, work: work.value, members: [me], me, locked: locked.value, activity: 'measure', target: null }) : null)
    })
    page = mount(Workspace, { global: { plugins: [buildI18n()] }, attachTo: document.body })
    await button('从文件导入').click()
    await flushPromises()
  }
  const button = (name: string): HTMLButtonElement => {
    const found = [...document.querySelectorAll('button')].find((one) => one.textContent?.includes(name))
    if (!found) throw new Error(`no button ${name}`)
    return found
  }
  async function bring(): Promise<void> {
    const input = document.querySelector<HTMLInputElement>('input[type=file]')
    if (!input) throw new Error('no file input')
    Object.defineProperty(input, 'files', { value: [new File(['x'], '名单.csv')], configurable: true })
    input.dispatchEvent(new Event('change'))
    await flushPromises()
  }
  const table: IntakeTable = { kind: 'csv', sheets: [sheetOf(['客户', '备注', spend.name], ['北方泵业', '老客户', '300'], ['晨光包装', '', '?'])] }

  it('adds all of it as one step, which is taken back as one', async () => {
    const group = groupWithScales()
    answer({ ok: true, value: table })
    await openDialog(group, shallowRef(false))
    await bring()
    expect(document.body.textContent).toContain('将添加 2 家客户')
    await button('添加 2 家').click()
    await flushPromises()
    const [first, second] = workOf(group).customers
    expect(first).toMatchObject({ name: '北方泵业', note: '老客户' })
    expect(first?.grades.get(spend.id)).toEqual({ kind: 'raw', raw: 300 })
    expect(second?.grades.get(spend.id)).toEqual({ kind: 'unknown' })
    const undo = page?.findAll('button').find((one) => one.attributes('aria-label')?.startsWith('撤销'))
    await undo?.trigger('click')
    expect(workOf(group).customers).toEqual([])
  })

  it('says in words what is wrong with a file, and stays ready for another', async () => {
    answer({ ok: false, reason: 'file-encrypted', message: '' })
    await openDialog(groupWithScales(), shallowRef(false))
    await bring()
    expect(document.querySelector('[role=alert]')?.textContent).toContain('设了密码')
    answer({ ok: true, value: table })
    await bring()
    expect(document.body.textContent).toContain('将添加 2 家客户')
  })

  it('a lock that falls meanwhile keeps it from being added, and says so', async () => {
    const [group, locked] = [groupWithScales(), shallowRef(false)]
    answer({ ok: true, value: table })
    await openDialog(group, locked)
    await bring()
    locked.value = true
    await flushPromises()
    expect(document.body.textContent).toContain('小组的内容已锁定')
    expect(button('添加 2 家').disabled).toBe(true)
    expect(workOf(group).customers).toEqual([])
  })
})
