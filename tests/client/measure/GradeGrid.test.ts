// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { defineComponent, getCurrentInstance, h, nextTick, shallowRef } from 'vue'
import { groupSeries } from '../../../client/charts/groupSeries.ts'
import { useGroupWork } from '../../../client/collab/useGroupWork.ts'
import GradeGrid from '../../../client/features/measure/GradeGrid.vue'
import GradeRow from '../../../client/features/measure/GradeRow.vue'
import { provideMeasuring } from '../../../client/features/measure/useMeasure.ts'
import { setGrade } from '../../../shared/customer/document.ts'
import type { Grade } from '../../../shared/customer/model.ts'
import { LocalOrigin } from '../../../shared/groupwork/cells.ts'
import { removeFactor, setFactorCell } from '../../../shared/scale/document.ts'
import { buildI18n } from './words.ts'
import { addGraded, groupWithScales, workOf } from './sampleGroup.ts'

let page: VueWrapper | undefined
afterEach(() => page?.unmount())

/** The grid of three customers; `drawn` names the rows that were drawn anew since it was last emptied. */
function openGrid(group = groupWithScales()) {
  addGraded(group, { a: { potential: 2, relationship: 2 }, b: { potential: 2, relationship: 2 }, c: { potential: 2, relationship: 2 } })
  const drawn: string[] = []
  const Place = defineComponent(() => {
    const work = useGroupWork(group.doc)
    const [customerId, factorId] = [shallowRef<string | null>('a'), shallowRef<string | null>('annual-spend')]
    provideMeasuring(group, () => workOf(group))
    return () => work.value && h(GradeGrid, {
      group, work: work.value, series: groupSeries({ groupId: 'g1', index: 0, name: '' }, work.value), locked: false,
      customerId: customerId.value, factorId: factorId.value,
      'onUpdate:customerId': (id: string | null) => { customerId.value = id }, 'onUpdate:factorId': (id: string | null) => { factorId.value = id },
    })
  })
  const noteRows = {
    updated() {
      const instance = getCurrentInstance()
      if (instance?.type === GradeRow) drawn.push(String(instance.vnode.key))
    },
  }
  page = mount(Place, { global: { plugins: [buildI18n()], mixins: [noteRows] }, attachTo: document.body })
  const { doc } = group
  const grade = (id: string, value: Grade): Promise<void> => {
    setGrade(doc, id, 'annual-spend', value, new LocalOrigin('p1'))
    return nextTick()
  }
  return { panel: page, doc, drawn, grade }
}
const cellsOf = (panel: VueWrapper, row: number): string[] => panel.findAll('tbody tr')[row]?.findAll('td').map((cell) => cell.text()) ?? []

it('a grade draws the row of its customer anew and no other, however many customers there are', async () => {
  const { panel, drawn, grade } = openGrid()
  await grade('b', { kind: 'unknown' })
  expect(cellsOf(panel, 1)[0]).toContain('?')
  expect(drawn).toEqual(['b'])
})

it('going to another customer draws the rows that were left and come to', async () => {
  const { panel, drawn } = openGrid()
  await panel.findAll('tbody tr')[2]?.findAll('td button')[1]?.trigger('click')
  expect(panel.findAll('[aria-selected="true"]').map((cell) => cell.text())).toEqual([cellsOf(panel, 2)[1]])
  expect(new Set(drawn)).toEqual(new Set(['a', 'c']))
})

it('a changed scale is seen in every row', async () => {
  const { panel, doc, drawn } = openGrid()
  removeFactor(doc, 'potential', 'budget-status', 0, new LocalOrigin('p1'))
  await nextTick()
  expect([0, 1, 2].map((row) => cellsOf(panel, row).length)).toEqual([3, 3, 3])
  expect(new Set(drawn)).toEqual(new Set(['a', 'b', 'c']))
})

it('a cell has the points of its interval, also where the group changed them', () => {
  const group = groupWithScales()
  for (const [level, value] of [[1, 0], [2, 7], [3, 8], [4, 9], [5, 10]] as const) setFactorCell(group.doc, 'potential', 'annual-spend', { cell: 'points', level, value }, group.origin)
  const { panel } = openGrid(group)
  expect(panel.findAll('[role="gridcell"]').slice(0, 2).map((cell) => cell.get('[aria-hidden]').text())).toEqual(['7', '2'])
})
