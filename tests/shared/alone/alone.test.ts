import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { adopt, adoptedOf, readAdopted } from '../../../shared/alone/document.ts'
import { customersIn, factorStrips } from '../../../shared/alone/gradeRows.ts'
import { lackOf } from '../../../shared/alone/lack.ts'
import { mergeIdeas } from '../../../shared/alone/ideas.ts'
import { aloneExercises } from '../../../shared/alone/model.ts'
import { agreementOf, DISCUSS_GRADES, DISCUSS_WEIGHTS, isExact, isWorthDiscussing, levelsIn, spreadOf } from '../../../shared/alone/spread.ts'
import { addCustomers } from '../../../shared/customer/document.ts'
import { createCellReader, LocalOrigin } from '../../../shared/groupwork/cells.ts'
import { goBack } from '../../../shared/checkpoint/goBack.ts'
import { prepareDocument, readGroupWork } from '../../../shared/groupwork/document.ts'
import { maskParts } from '../../../shared/groupwork/parts.ts'
import { addFactor } from '../../../shared/scale/document.ts'
import { buildCustomer, buildWork } from '../scoring/build.ts'

describe('what several people gave for one thing', () => {
  it('AT1: the spread is from the lowest to the highest, with mean and median', () => {
    expect(spreadOf([10, 20, 20, 40])).toEqual({ lowest: 10, highest: 40, range: 30, mean: 22.5, median: 20 })
    expect(spreadOf([3])).toMatchObject({ range: 0, mean: 3, median: 3 })
    expect(spreadOf([2, 4])).toMatchObject({ median: 3 })
    expect(spreadOf([33.1, 33.3])?.range).toBe(0.2)
    expect(spreadOf([])).toBeNull()
  })

  it('AT2: grades by two apart are discussed, weights by ten points; less is not', () => {
    expect(isWorthDiscussing([3, 4, 4], DISCUSS_GRADES)).toBe(false)
    expect(isWorthDiscussing([2, 3, 4], DISCUSS_GRADES)).toBe(true)
    expect(isWorthDiscussing([15, 24.9], DISCUSS_WEIGHTS)).toBe(false)
    expect(isWorthDiscussing([15, 25], DISCUSS_WEIGHTS)).toBe(true)
    expect(isWorthDiscussing([], DISCUSS_GRADES)).toBe(false)
  })

  it('AT3: "we don’t know" is no grade of zero', () => {
    expect(levelsIn([0, 0, 4, 5])).toEqual([4, 5])
    expect(agreementOf([[0, 4], [0, 0]])).toBeNull()
  })

  it('AT4: agreement is the share of customers on whom graders differ by less than two; a definition is exact from four in five', () => {
    const agreement = agreementOf([[3, 4], [1, 3, 3], [5, 5], [0, 2]])
    expect(agreement).toEqual({ share: 2 / 3, agreed: 2, compared: 3 })
    expect(agreement && isExact(agreement)).toBe(false)
    expect(isExact({ share: 0.8, agreed: 4, compared: 5 })).toBe(true)
  })

  it('AT5: the same words are one idea, with how many people had it, those that most had first', () => {
    expect(mergeIdeas([['年采购额', '付款速度'], ['年採購額 ', 'Growth'], ['年采购额', 'growth!', 'Growth'], ['  ']])).toEqual([
      { text: '年采购额', people: 3 },
      { text: 'Growth', people: 2 },
      { text: '付款速度', people: 1 },
    ])
  })

  it('AT6: whoever says a thing twice is one person, and the order in which they came says nothing', () => {
    const [one, other] = [['b', 'a', 'A', 'a'], ['c']]
    expect(mergeIdeas([one, other])).toEqual(mergeIdeas([other, one]))
    expect(mergeIdeas([one])[0]).toEqual({ text: 'a', people: 1 })
  })
})

describe('the strips of grades', () => {
  const customers = ['c1', 'c2', 'c3', 'c4'].map((id) => buildCustomer(id))

  it('AT10: where nobody chose customers the first three of the list are graded; of the chosen ones those that are on it', () => {
    expect(customersIn({ customerIds: [] }, customers).map(({ id }) => id)).toEqual(['c1', 'c2', 'c3'])
    expect(customersIn({ customerIds: ['c4', 'gone', 'c1'] }, customers).map(({ id }) => id)).toEqual(['c1', 'c4'])
  })

  it('AT11: factors on which people agree least come first, with a strip for each customer that was graded', () => {
    const rows = factorStrips(buildWork(customers), { c1: { p: [3, 4], r: [1, 3] }, c2: { p: [5, 5], r: [2, 2] } })
    expect(rows.map(({ factor, agreement }) => [factor.id, agreement?.share])).toEqual([['r', 0.5], ['p', 1]])
    expect(rows[0]?.strips.map(({ customer, lit }) => [customer.id, lit])).toEqual([['c1', true], ['c2', false]])
  })
})

describe('adopting a figure', () => {
  const origin = new LocalOrigin('ada')
  function build(): Y.Doc {
    const doc = new Y.Doc()
    prepareDocument(doc)
    addFactor(doc, 'potential', readGroupWork(doc).scales.potential, { id: 'f1', name: '年采购额' }, origin)
    addCustomers(doc, [], [{ id: 'c1', name: '启明' }], origin)
    return doc
  }

  it('AT7: a weight and a grade become the group’s in one step, with how and why', () => {
    const doc = build()
    let steps = 0
    doc.on('update', () => { steps++ })
    adopt(doc, { kind: 'weight', axis: 'potential', factorId: 'f1' }, 35, 'own', ' 采购决定一切 ', origin)
    adopt(doc, { kind: 'grade', customerId: 'c1', factorId: 'f1' }, 4, 'median', '', origin)
    expect(steps).toBe(2)
    const work = readGroupWork(doc)
    expect(work.scales.potential.factors[0]?.weight).toBe(35)
    expect(work.customers[0]?.grades.get('f1')).toEqual({ kind: 'level', level: 4 })
    expect(work.parts.adopted).toEqual([
      { subject: { kind: 'weight', axis: 'potential', factorId: 'f1' }, how: 'own', figure: 35, reason: '采购决定一切' },
      { subject: { kind: 'grade', customerId: 'c1', factorId: 'f1' }, how: 'median', figure: 4, reason: '' },
    ])
    expect(JSON.stringify(maskParts(work.parts))).not.toContain('采购')
  })

  it('AT12: an exercise says what it needs first: factors to weigh, factors and customers to grade', () => {
    const nothing = readGroupWork(new Y.Doc())
    expect(aloneExercises.map((exercise) => lackOf(exercise, nothing))).toEqual([null, null, 'two-factors', 'two-factors', 'factors'])
    const scaled = { ...readGroupWork(build()), customers: [] }
    expect(lackOf('grades', scaled)).toBe('customers')
    expect(lackOf('grades', readGroupWork(build()))).toBeNull()
  })

  it('AT8: what a crafted client wrote there is left out, and the rest is read', () => {
    const doc = build()
    adopt(doc, { kind: 'weight', axis: 'potential', factorId: 'f1' }, 35, 'mean', '', origin)
    for (const [key, value] of [['weight:potential:F', 'mean:1'], ['weight:width:f1', 'mean:1'], ['grade:c1', 'own:1'], ['grade:c1:f1', 7], ['__proto__', 'own:1'], ['grade:c1:f2', 'own'], ['weight:potential:f1:x', 'own:1']] as const) adoptedOf(doc).set(key, value)
    const reader = createCellReader()
    expect(readAdopted(reader, doc)).toHaveLength(1)
    expect(reader.leftOut).toHaveLength(7)
  })

  it('AT9: going back to a checkpoint takes figure and reason back together', () => {
    const doc = build()
    const then = new Y.Doc()
    Y.applyUpdate(then, Y.encodeStateAsUpdate(doc))
    adopt(doc, { kind: 'weight', axis: 'potential', factorId: 'f1' }, 35, 'own', '因为', origin)
    goBack(doc, then, { at: 1, by: '' })
    expect(readGroupWork(doc).scales.potential.factors[0]?.weight).toBeNull()
    expect(readGroupWork(doc).parts.adopted).toEqual([])
  })
})
