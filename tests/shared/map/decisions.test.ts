import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { LocalOrigin, rowLimit } from '../../../shared/groupwork/cells.ts'
import { groupWorkFromJson, groupWorkToJson, prepareDocument, readGroupWork, seedUpdate } from '../../../shared/groupwork/document.ts'
import { addDecision, type Decision, decisionsOf, decisionText, isDecided, lacksOf, removeDecision, restoreDecision, setDecision } from '../../../shared/map/decisions.ts'
import { isDay } from '../../../shared/text/day.ts'

const [ada, ben] = [new LocalOrigin('ada'), new LocalOrigin('ben')]
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
const read = (doc: Y.Doc): readonly Decision[] => readGroupWork(doc).parts.decisions

describe('what a group decides', () => {
  it('a document from before there were decisions has none, and can take one', () => {
    const doc = openDocument()
    expect(read(doc)).toEqual([])
    addDecision(doc, [], { id: 'd', fromId: 'old', toId: 'big', amount: 4 }, ada)
    expect(read(doc)).toMatchObject([{ id: 'd', fromId: 'old', toId: 'big', amount: 4, reason: '', who: '', due: null, removed: null }])
  })
  it('two who add at once both have theirs, in the same order everywhere', () => {
    const [one, other] = [openDocument(), openDocument()]
    addDecision(one, [], { id: 'a' }, ada)
    addDecision(other, [], { id: 'b' }, ben)
    exchange(one, other)
    expect(read(one).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(read(other)).toEqual(read(one))
  })
  describe('two who take the same proposal over at once', () => {
    const both = () => {
      const [one, other] = [openDocument(), openDocument()]
      addDecision(one, [], { id: 'a', fromId: 'old', toId: 'big', amount: 4, proposed: true }, ada)
      addDecision(other, [], { id: 'b', fromId: 'old', toId: 'big', amount: 4, proposed: true }, ben)
      return [one, other] as const
    }
    it('have made one decision, the same everywhere', () => {
      const [one, other] = both()
      exchange(one, other)
      expect(read(one)).toMatchObject([{ fromId: 'old', toId: 'big', amount: 4 }])
      expect(read(other)).toEqual(read(one))
    })
    it('lose nothing that either has written in it', () => {
      const [one, other] = both()
      decisionText(other, 'b', 'reason')?.insert(0, '潜力最大')
      exchange(one, other)
      expect(read(one)).toMatchObject([{ reason: '潜力最大' }])
      const [third, fourth] = both()
      decisionText(third, 'a', 'reason')?.insert(0, '潜力最大')
      setDecision(fourth, 'b', { amount: 3 }, ben)
      exchange(third, fourth)
      expect(read(third)).toMatchObject([{ reason: '潜力最大', amount: 4 }, { reason: '', amount: 3 }])
    })
    it('take it back together, and can have it again', () => {
      const [one, other] = both()
      exchange(one, other)
      removeDecision(one, read(one)[0]?.id ?? '', 7, ada)
      exchange(one, other)
      expect(read(other)).toMatchObject([{ removed: { at: 7 } }])
      addDecision(other, read(other), { id: 'c', fromId: 'old', toId: 'big', amount: 4, proposed: true }, ben)
      expect(read(other).filter(({ removed }) => removed === null)).toMatchObject([{ id: 'c' }])
    })
    it('another proposal is another decision', () => {
      const [one, other] = both()
      addDecision(other, read(other), { id: 'c', fromId: 'old', toId: 'mid', amount: 4, proposed: true }, ben)
      exchange(one, other)
      expect(read(one)).toHaveLength(2)
    })
  })
  it('two who fill in one decision at once lose nothing: other cells, and the same text', () => {
    const [one, other] = [openDocument(), openDocument()]
    addDecision(one, [], { id: 'd' }, ada)
    exchange(one, other)
    setDecision(one, 'd', { fromId: 'old', amount: 3 }, ada)
    decisionText(one, 'd', 'reason')?.insert(0, '潜力最大')
    setDecision(other, 'd', { toId: 'big', due: '2026-12-01' }, ben)
    decisionText(other, 'd', 'reason')?.insert(0, '合同到期')
    exchange(one, other)
    expect(read(one)).toEqual(read(other))
    expect(read(one)[0]).toMatchObject({ fromId: 'old', toId: 'big', amount: 3, due: '2026-12-01' })
    expect(read(one)[0]?.reason).toMatch(/潜力最大.*|合同到期.*/)
    expect(read(one)[0]?.reason).toHaveLength(8)
  })
  it('P1.10: removed while somebody writes in it keeps the words and can be restored', () => {
    const [one, other] = [openDocument(), openDocument()]
    addDecision(one, [], { id: 'd' }, ada)
    exchange(one, other)
    removeDecision(one, 'd', 7, ada)
    decisionText(other, 'd', 'who')?.insert(0, '小周')
    exchange(one, other)
    expect(read(other)[0]).toMatchObject({ who: '小周', removed: { at: 7, by: 'ada' } })
    restoreDecision(other, 'd', ben)
    expect(read(other)[0]?.removed).toBeNull()
  })
  it('setting what is so already writes nothing; null takes a cell back', () => {
    const doc = openDocument()
    addDecision(doc, [], { id: 'd', toId: 'big' }, ada)
    let updates = 0
    doc.on('update', () => updates++)
    setDecision(doc, 'd', { toId: 'big', amount: null }, ada)
    expect(updates).toBe(0)
    setDecision(doc, 'd', { toId: null }, ada)
    expect(read(doc)[0]?.toId).toBeNull()
  })
  it('P1.19: what is none is left out and told, and the rest still reads', () => {
    const doc = openDocument()
    addDecision(doc, [], { id: 'good', amount: 2 }, ada)
    decisionsOf(doc).set('text-row', 'not a map')
    const bad = new Y.Map<unknown>(Object.entries({ from: '<img>', to: 7, amount: -3, due: '2026-02-30', reason: new Y.Text('长'.repeat(400)), who: [], order: 5 }))
    decisionsOf(doc).set('bad', bad)
    const work = readGroupWork(doc)
    expect(work.parts.decisions.find(({ id }) => id === 'bad')).toMatchObject({ fromId: null, toId: null, amount: null, due: null, who: '' })
    expect(Array.from(work.parts.decisions.find(({ id }) => id === 'bad')?.reason ?? '')).toHaveLength(300)
    expect(work.parts.decisions.find(({ id }) => id === 'good')?.amount).toBe(2)
    expect(work.leftOut.map(({ path }) => path)).toEqual(expect.arrayContaining(['decisions/text-row', 'decisions/bad/from', 'decisions/bad/to', 'decisions/bad/amount', 'decisions/bad/due', 'decisions/bad/reason', 'decisions/bad/who']))
  })
  it('no more than the limit are read', () => {
    const doc = openDocument()
    for (let index = 0; index < rowLimit.decisions + 3; index++) addDecision(doc, read(doc), { id: `d${index}` }, ada)
    expect(read(doc)).toHaveLength(rowLimit.decisions)
    expect(readGroupWork(doc).leftOut).toContainEqual({ path: 'decisions', why: 'too-many' })
  })
  it('crosses the wire and comes back the same', () => {
    const doc = openDocument()
    addDecision(doc, [], { id: 'd', toId: 'big', amount: 4 }, ada)
    const work = readGroupWork(doc)
    expect(groupWorkFromJson(JSON.parse(JSON.stringify(groupWorkToJson(work))))).toEqual(work)
  })
})

describe('a decision that can be carried out', () => {
  const full: Decision = { id: 'd', order: 'a0', fromId: 'old', toId: 'big', amount: 4, reason: '潜力最大', who: '小周', due: '2026-12-01', removed: null }
  it('names customers, amount, reason, person and day, and says what it lacks', () => {
    expect(lacksOf(full)).toEqual([])
    expect(lacksOf({ ...full, fromId: null, toId: null, amount: 0, reason: ' ', who: '', due: null })).toEqual(['customers', 'amount', 'reason', 'who', 'due'])
  })
  it('may leave one side open, but not take from and give to the same customer', () => {
    expect(lacksOf({ ...full, fromId: null })).toEqual([])
    expect(lacksOf({ ...full, toId: 'old' })).toEqual(['customers'])
  })
  it('counts as one of the two when it says what and why; removed it counts no more', () => {
    expect(isDecided({ ...full, who: '', due: null })).toBe(true)
    expect(isDecided({ ...full, reason: '' })).toBe(false)
    expect(isDecided({ ...full, removed: { at: 1, by: '' } })).toBe(false)
  })
  it('a day is one of the calendar', () => {
    expect(['2026-12-01', '2028-02-29', '2026-02-29', '2026-13-01', '1.12.2026', '2026-12-1', ''].map(isDay)).toEqual([true, true, false, false, false, false, false])
  })
})
