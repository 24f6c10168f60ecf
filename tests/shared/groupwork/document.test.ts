import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addCustomers, customersOf, moveCustomer, removeCustomer, setFigure, setGrade } from '../../../shared/customer/document.ts'
import { LocalOrigin } from '../../../shared/groupwork/cells.ts'
import { groupWorkFromJson, groupWorkToJson, prepareDocument, readGroupWork, seedUpdate } from '../../../shared/groupwork/document.ts'
import { addOwnFinding, ownFindingText, reasonText, setVerdict } from '../../../shared/map/document.ts'
import { addFactor, factorRow, factorText, factorsOf, moveFactor, removeFactor, restoreFactor, setFactorCell, setWeights } from '../../../shared/scale/document.ts'

const ada = new LocalOrigin('ada')

function openDocument(): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedUpdate())
  prepareDocument(doc)
  return doc
}
function exchange(one: Y.Doc, other: Y.Doc): void {
  const [a, b] = [Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)), Y.encodeStateAsUpdate(other, Y.encodeStateVector(one))]
  Y.applyUpdate(other, a)
  Y.applyUpdate(one, b)
}
const addNamed = (doc: Y.Doc, id: string, name: string): void => addFactor(doc, 'potential', readGroupWork(doc).scales.potential, { id, name }, ada)
const names = (doc: Y.Doc): string[] => readGroupWork(doc).scales.potential.factors.map((factor) => factor.name)

describe('the seed', () => {
  it('P1.7: is the same bytes wherever it is made, so that seeding twice changes nothing', () => {
    expect(seedUpdate()).toEqual(seedUpdate())
    const doc = openDocument()
    const before = Y.encodeStateAsUpdate(doc)
    Y.applyUpdate(doc, seedUpdate())
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })
  it('holds no rows and cut lines in the middle', () => {
    const work = readGroupWork(openDocument())
    expect(work.scales.potential.factors).toEqual([])
    expect(work.customers).toEqual([])
    expect(work.settings).toEqual({ cutX: 50, cutY: 50, effortUnit: 'visits', gutDoneAt: null })
  })
})

describe('factors', () => {
  it('P1.8: moved by two people at once are still there once each, in the same order for both', () => {
    const one = openDocument()
    for (const id of ['a', 'b', 'c', 'd']) addNamed(one, id, id)
    const other = openDocument()
    exchange(one, other)
    moveFactor(one, readGroupWork(one).scales.potential, 'a', 3, ada)
    moveFactor(other, readGroupWork(other).scales.potential, 'a', 1, ada)
    moveFactor(other, readGroupWork(other).scales.potential, 'd', 0, ada)
    exchange(one, other)
    expect(names(one)).toEqual(names(other))
    expect([...names(one)].sort()).toEqual(['a', 'b', 'c', 'd'])
  })
  it('P1.9: added by two people at the same place both stay, and a third fits between them', () => {
    const one = openDocument()
    const other = openDocument()
    addNamed(one, 'a', '甲')
    addNamed(other, 'b', '乙')
    exchange(one, other)
    addNamed(one, 'c', '丙')
    moveFactor(one, readGroupWork(one).scales.potential, 'c', 1, ada)
    exchange(one, other)
    expect(names(other)).toHaveLength(3)
    expect(names(one)).toEqual(names(other))
    expect(names(one)[1]).toBe('丙')
  })
  it('P1.10: removed while somebody edits it keeps the edit and can be restored', () => {
    const one = openDocument()
    addNamed(one, 'a', '年采购额')
    const other = openDocument()
    exchange(one, other)
    removeFactor(one, 'potential', 'a', 7, ada)
    const row = factorRow(other, 'potential', 'a')
    factorText(row!, 'definition')!.insert(0, '明年可买的金额')
    exchange(one, other)
    expect(names(other)).toEqual([])
    expect(readGroupWork(other).scales.potential.removed[0]).toMatchObject({ removed: { at: 7, by: 'ada' }, definition: '明年可买的金额' })
    restoreFactor(other, 'potential', 'a', ada)
    expect(names(other)).toEqual(['年采购额'])
  })
  it('keep the texts of their intervals when the number of intervals shrinks and grows again', () => {
    const doc = openDocument()
    addNamed(doc, 'a', '增长')
    factorText(factorRow(doc, 'potential', 'a')!, { level: 5 })!.insert(0, '翻倍')
    setFactorCell(doc, 'potential', 'a', { cell: 'levels', value: 3 }, ada)
    expect(readGroupWork(doc).scales.potential.factors[0]?.intervals).toHaveLength(3)
    setFactorCell(doc, 'potential', 'a', { cell: 'levels', value: 5 }, ada)
    expect(readGroupWork(doc).scales.potential.factors[0]?.intervals[4]).toEqual({ level: 5, text: '翻倍', points: 5 })
  })
  it('take all weights of a balance in one transaction', () => {
    const doc = openDocument()
    addNamed(doc, 'a', 'a')
    addNamed(doc, 'b', 'b')
    let updates = 0
    doc.on('update', () => updates++)
    setWeights(doc, 'potential', new Map([['a', 60], ['b', 40]]), ada)
    expect(updates).toBe(1)
    expect(readGroupWork(doc).scales.potential.factors.map((factor) => factor.weight)).toEqual([60, 40])
  })
})

describe('customers', () => {
  it('keep a list order and a gut order of their own', () => {
    const doc = openDocument()
    addCustomers(doc, [], [{ id: 'x', name: '华清' }, { id: 'y', name: '远大' }], ada)
    moveCustomer(doc, readGroupWork(doc).customers, 'y', 0, 'gutOrder', ada)
    const { customers } = readGroupWork(doc)
    expect(customers.map((customer) => customer.id)).toEqual(['x', 'y'])
    expect(customers[1]!.gutOrder < customers[0]!.gutOrder).toBe(true)
  })
  it('carry grades as level, raw figure or "don\'t know", and take them back', () => {
    const doc = openDocument()
    addCustomers(doc, [], [{ id: 'x', name: '华清' }], ada)
    setGrade(doc, 'x', 'f1', { kind: 'level', level: 4 }, ada)
    setGrade(doc, 'x', 'f2', { kind: 'raw', raw: -3.5 }, ada)
    setGrade(doc, 'x', 'f3', { kind: 'unknown' }, ada)
    setGrade(doc, 'x', 'f1', null, ada)
    expect([...readGroupWork(doc).customers[0]!.grades]).toEqual([['f2', { kind: 'raw', raw: -3.5 }], ['f3', { kind: 'unknown' }]])
  })
  it('removed softly leave the list and stay in the document', () => {
    const doc = openDocument()
    addCustomers(doc, [], [{ id: 'x', name: '华清' }], ada)
    removeCustomer(doc, 'x', 5, ada)
    expect(readGroupWork(doc)).toMatchObject({ customers: [], removedCustomers: [{ id: 'x', name: '华清' }] })
  })
})

describe('findings', () => {
  it('judged by two people at once keep the words of both', () => {
    const one = openDocument()
    const other = openDocument()
    setVerdict(one, 'neglected:x', 'accepted', ada)
    reasonText(one, 'neglected:x').insert(0, '没有人负责')
    reasonText(other, 'neglected:x').insert(0, '太远')
    exchange(one, other)
    const judgement = readGroupWork(one).judgements.get('neglected:x')
    expect(judgement?.verdict).toBe('accepted')
    expect(judgement?.reason).toContain('没有人负责')
    expect(judgement?.reason).toContain('太远')
    expect(readGroupWork(other).judgements.get('neglected:x')).toEqual(judgement)
  })
  it('may be written by the group itself', () => {
    const doc = openDocument()
    addOwnFinding(doc, [], 'n1', ada)
    ownFindingText(doc, 'n1')!.insert(0, '大客户只靠一个人')
    expect(readGroupWork(doc).ownFindings).toMatchObject([{ id: 'n1', text: '大客户只靠一个人', removed: null }])
  })
})

describe('a document with junk in it', () => {
  it('P1.19, P1.12: still reads, and says what it left out', () => {
    const doc = openDocument()
    addNamed(doc, 'good', '年采购额')
    const factors = factorsOf(doc, 'potential')
    factors.set('text-row', 'not a map')
    factors.set('<img src=x onerror=alert(1)>', new Y.Map())
    const bad = new Y.Map<unknown>()
    factors.set('bad', bad)
    bad.set('weight', Number.NaN)
    bad.set('levels', 9e9)
    bad.set('name', { toString: 'nope' })
    bad.set('definition', new Y.Text('长'.repeat(500_000)))
    bad.set('measure', 'astrology')
    bad.set('order', 42)
    addCustomers(doc, [], [{ id: 'x', name: '华清' }], ada)
    setFigure(doc, 'x', 'effort', Number.POSITIVE_INFINITY, ada)
    const customer = customersOf(doc).get('x') as Y.Map<unknown>
    customer.set('grade:good', { kind: 'level', level: 77 })
    customer.set('grade:__proto__', { kind: 'unknown' })
    doc.getMap('settings').set('cutX', 'left')
    doc.getMap('verdicts').set('x'.repeat(500), 'accepted')

    const work = readGroupWork(doc)
    expect(work.scales.potential.factors.map((factor) => factor.id).sort()).toEqual(['bad', 'good'])
    const read = work.scales.potential.factors.find((factor) => factor.id === 'bad')!
    expect(read).toMatchObject({ weight: null, name: '', measure: 'text' })
    expect(Array.from(read.definition)).toHaveLength(500)
    expect(read.intervals).toHaveLength(5)
    expect(work.customers[0]).toMatchObject({ effort: null })
    expect(work.customers[0]!.grades.size).toBe(0)
    expect(work.settings.cutX).toBe(50)
    const why = new Map(work.leftOut.map((entry) => [entry.path, entry.why]))
    expect(why.get('factors:potential/text-row')).toBe('wrong-type')
    expect(why.get('factors:potential/bad/weight')).toBe('wrong-type')
    expect(why.get('factors:potential/bad/levels')).toBe('out-of-range')
    expect(why.get('factors:potential/bad/definition')).toBe('too-long')
    expect(why.get('settings/cutX')).toBe('wrong-type')
    expect(JSON.stringify(work.leftOut).length).toBeLessThan(20_000)
  })
  it('P1.19: a root written as another type is read as what it should be', () => {
    const crafted = new Y.Doc()
    crafted.getArray('customers').insert(0, ['junk'])
    crafted.getText('settings').insert(0, 'junk')
    const doc = openDocument()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(crafted))
    expect(readGroupWork(doc)).toMatchObject({ customers: [], settings: { cutX: 50 } })
  })
  it('crosses the wire and comes back the same', () => {
    const doc = openDocument()
    addNamed(doc, 'a', '年采购额')
    addCustomers(doc, [], [{ id: 'x', name: '华清' }], ada)
    setGrade(doc, 'x', 'a', { kind: 'level', level: 3 }, ada)
    setVerdict(doc, 'incomplete:x', 'rejected', ada)
    const work = readGroupWork(doc)
    expect(groupWorkFromJson(JSON.parse(JSON.stringify(groupWorkToJson(work))))).toEqual(work)
  })
})
