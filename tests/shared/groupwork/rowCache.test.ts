import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addCustomers, customerRow, customerText, removeCustomer, setGrade } from '../../../shared/customer/document.ts'
import { LocalOrigin } from '../../../shared/groupwork/cells.ts'
import { groupWorkToJson, readGroupWork, seedUpdate } from '../../../shared/groupwork/document.ts'
import { addFactor, factorRow, factorText, factorsOf } from '../../../shared/scale/document.ts'

const origin = new LocalOrigin('ada')
function groupDoc(): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedUpdate())
  for (const id of ['f1', 'f2']) addFactor(doc, 'potential', readGroupWork(doc).scales.potential, { id, name: id }, origin)
  addCustomers(doc, [], ['c1', 'c2'].map((id) => ({ id, name: id })), origin)
  return doc
}
/** As somebody reads it who has never seen the document. */
function readAfresh(doc: Y.Doc) {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return readGroupWork(copy)
}

describe('reading a document again', () => {
  it('gives the very same values for what has not changed', () => {
    const doc = groupDoc()
    const before = readGroupWork(doc)
    factorText(factorRow(doc, 'potential', 'f1') ?? new Y.Map(), 'name')?.insert(0, '年')
    const after = readGroupWork(doc)
    expect(after.customers).toBe(before.customers)
    expect(after.scales.relationship).toBe(before.scales.relationship)
    expect(after.scales.potential.factors[1]).toBe(before.scales.potential.factors[1])
    expect(after.scales.potential.factors[0]?.name).toBe('年f1')
  })

  it('sees every kind of change, from here and from others', () => {
    const doc = groupDoc()
    const other = new Y.Doc()
    const changes: (() => void)[] = [
      () => factorText(factorRow(doc, 'potential', 'f2') ?? new Y.Map(), 'definition')?.insert(0, 'how much'),
      () => factorText(factorRow(doc, 'potential', 'f2') ?? new Y.Map(), { level: 3 })?.insert(0, 'some'),
      () => setGrade(doc, 'c1', 'f1', { kind: 'level', level: 4 }, origin),
      () => setGrade(doc, 'c1', 'f1', null, origin),
      () => removeCustomer(doc, 'c2', 5, origin),
      () => customersAdd(doc),
      () => doc.transact(() => factorRow(doc, 'potential', 'f1')?.set('weight', 30)),
      () => factorsOf(doc, 'potential').delete('f1'),
      () => {
        Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
        customerText(customerRow(other, 'c1') ?? new Y.Map(), 'note')?.insert(0, 'from afar')
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
      },
    ]
    for (const change of changes) {
      const before = JSON.stringify(groupWorkToJson(readAfresh(doc)))
      change()
      expect(readGroupWork(doc)).toEqual(readAfresh(doc))
      expect(JSON.stringify(groupWorkToJson(readAfresh(doc)))).not.toBe(before)
    }
  })
  const customersAdd = (doc: Y.Doc): void => addCustomers(doc, readGroupWork(doc).customers, [{ id: 'c3', name: 'c3' }], origin)

  it('inside a transaction and in observers nothing old is read', () => {
    const doc = groupDoc()
    readGroupWork(doc)
    const row = factorRow(doc, 'potential', 'f1') ?? new Y.Map<unknown>()
    const seen: (number | null | undefined)[] = []
    row.observe(() => seen.push(readGroupWork(doc).scales.potential.factors[0]?.weight))
    doc.transact(() => {
      row.set('weight', 10)
      seen.push(readGroupWork(doc).scales.potential.factors[0]?.weight)
      row.set('weight', 20)
    })
    expect(seen).toEqual([10, 20])
    expect(readGroupWork(doc).scales.potential.factors[0]?.weight).toBe(20)
  })

  it('what was left out is told again and again until it is mended', () => {
    const doc = groupDoc()
    const row = customerRow(doc, 'c1')
    row?.set('effort', 'many')
    for (let time = 0; time < 2; time++) expect(readGroupWork(doc).leftOut).toEqual([{ path: 'customers/c1/effort', why: 'wrong-type' }])
    row?.set('effort', 3)
    expect(readGroupWork(doc).leftOut).toEqual([])
  })
})
