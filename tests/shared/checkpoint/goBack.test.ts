import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { cellRoots, docOf, goBack, isBackAt, rowRoots } from '../../../shared/checkpoint/goBack.ts'
import { addCustomers, customerRow, customerText, setGrade } from '../../../shared/customer/document.ts'
import { prepareDocument, readGroupWork } from '../../../shared/groupwork/document.ts'
import type { GroupWork } from '../../../shared/groupwork/model.ts'
import { reasonText, setVerdict } from '../../../shared/map/document.ts'
import { addFactor, factorRow, factorText, removeFactor, setFactorCell } from '../../../shared/scale/document.ts'
import { deedsWithoutUndo, doDeed, exchange, openPeer, someDeeds, type Deed, type GroupPeer } from '../../support/groupPeers.ts'

const removal = { at: 9_000, by: '' }

/** As the server does it: on a copy, whose update then goes to everybody. */
function goBackOnCopy(doc: Y.Doc, checkpoint: Uint8Array): void {
  const copy = docOf(Y.encodeStateAsUpdate(doc))
  const then = docOf(checkpoint)
  goBack(copy, then, removal)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc)))
}
const keep = (doc: Y.Doc): Uint8Array => Y.encodeStateAsUpdate(doc)

const partRowsOf = ({ parts: { usps, strategies } }: GroupWork) => [...usps.usps, ...usps.removed, ...strategies.strategies, ...strategies.removed]

/** What the group sees: without rows that came after `then` and are removed, and verdicts that say nothing. */
function seen(work: GroupWork, then: GroupWork = work) {
  const ids = (from: GroupWork): Set<string> => new Set([
    ...Object.values(from.scales).flatMap((scale) => [...scale.factors, ...scale.removed]), ...from.customers, ...from.removedCustomers, ...from.ownFindings, ...partRowsOf(from), ...from.parts.decisions,
  ].map(({ id }) => id))
  const known = ids(then)
  const old = <R extends { readonly id: string; readonly removed: unknown }>(rows: readonly R[]): R[] => rows.filter((row) => known.has(row.id) || row.removed === null)
  return {
    scales: Object.values(work.scales).map(({ axis, factors, removed }) => ({ axis, factors, removed: old(removed) })),
    customers: work.customers,
    removedCustomers: old(work.removedCustomers),
    ownFindings: old(work.ownFindings),
    parts: { ...work.parts, decisions: old(work.parts.decisions), usps: { ...work.parts.usps, removed: old(work.parts.usps.removed) }, strategies: { ...work.parts.strategies, removed: old(work.parts.strategies.removed) } },
    settings: work.settings,
    judgements: [...work.judgements].filter(([, { verdict, reason }]) => verdict !== null || reason !== '').sort(([one], [other]) => one.localeCompare(other)),
  }
}
const named = (doc: Y.Doc): string[] => readGroupWork(doc).scales.potential.factors.map((factor) => factor.name)

function addNamed(peer: GroupPeer, id: string, name: string): void {
  addFactor(peer.doc, 'potential', readGroupWork(peer.doc).scales.potential, { id, name }, peer.origin)
}
const definitionOf = (doc: Y.Doc, id: string): Y.Text | undefined => {
  const row = factorRow(doc, 'potential', id)
  return row && factorText(row, 'definition')
}

describe('going back to a checkpoint', () => {
  it('knows every root that the group\'s document has', () => {
    const doc = new Y.Doc()
    prepareDocument(doc)
    expect([...doc.share.keys()].sort()).toEqual([...rowRoots, ...cellRoots].sort())
  })

  it('P1.6: keeps the very text that a tablet is bound to, and writes only what differs', () => {
    const ada = openPeer('ada')
    addNamed(ada, 'a', '年采购额')
    const bound = definitionOf(ada.doc, 'a')
    bound?.insert(0, '明年可买的金额，万元')
    const then = keep(ada.doc)
    bound?.delete(2, 3)
    bound?.insert(2, '😀')
    const splices: unknown[] = []
    bound?.observe((event) => splices.push(event.changes.delta))
    goBackOnCopy(ada.doc, then)
    expect(definitionOf(ada.doc, 'a')).toBe(bound)
    expect(bound?.toString()).toBe('明年可买的金额，万元')
    expect(splices).toEqual([[{ retain: 2 }, { delete: 2 }, { insert: '可买的' }]])
  })

  it('P1.10: a row that came later is removed softly, and what an offline tablet wrote in it is not lost', () => {
    const [ada, ben] = [openPeer('ada'), openPeer('ben')]
    addNamed(ada, 'a', '旧的')
    const then = keep(ada.doc)
    addNamed(ada, 'b', '新的')
    exchange(ada.doc, ben.doc)
    definitionOf(ben.doc, 'b')?.insert(0, '离线写的')
    goBackOnCopy(ada.doc, then)
    exchange(ada.doc, ben.doc)
    for (const { doc } of [ada, ben]) {
      expect(named(doc)).toEqual(['旧的'])
      expect(readGroupWork(doc).scales.potential.removed).toMatchObject([{ id: 'b', definition: '离线写的', removed: removal }])
    }
  })

  it('what was removed softly, emptied, or undone out of the document is there again', () => {
    const ada = openPeer('ada')
    for (const [id, name] of [['a', '甲'], ['b', '乙'], ['c', '丙']] as const) addNamed(ada, id, name)
    addCustomers(ada.doc, [], [{ id: 'k', name: '客户' }], ada.origin)
    setGrade(ada.doc, 'k', 'a', { kind: 'level', level: 4 }, ada.origin)
    setVerdict(ada.doc, 'one', 'accepted', ada.origin)
    reasonText(ada.doc, 'one').insert(0, '因为')
    const then = keep(ada.doc)
    const before = seen(readGroupWork(ada.doc))
    removeFactor(ada.doc, 'potential', 'a', 5, ada.origin)
    ada.doc.getMap('factors:potential').delete('b')
    setGrade(ada.doc, 'k', 'a', null, ada.origin)
    setGrade(ada.doc, 'k', 'c', { kind: 'unknown' }, ada.origin)
    setVerdict(ada.doc, 'two', 'rejected', ada.origin)
    reasonText(ada.doc, 'two').insert(0, '以后写的')
    reasonText(ada.doc, 'one').delete(0, 2)
    goBackOnCopy(ada.doc, then)
    expect(seen(readGroupWork(ada.doc))).toEqual(before)
  })

  it('P1.19: whatever a hand-made client left there, it does not throw, and the rest is back', () => {
    const ada = openPeer('ada')
    addNamed(ada, 'a', '甲')
    const row = ada.doc.getMap<Y.Map<unknown>>('factors:potential').get('a')
    row?.set('list', Y.Array.from([1, 2, 3]))
    row?.set('odd', 10n)
    const then = keep(ada.doc)
    ada.doc.transact(() => {
      row?.set('name', 'a string instead of a text')
      row?.set('weight', new Y.Map([['in', new Y.Text('here')]]))
      row?.set('deep', new Y.Map([['in', new Y.Text('here')]]))
      const list = row?.get('list')
      if (list instanceof Y.Array) list.insert(1, [new Y.Text('x'), 7])
      definitionOf(ada.doc, 'a')?.insertEmbed(0, { image: 1 })
      ada.doc.getMap('factors:potential').set('loose', 7)
      ada.doc.getMap('customers').set('xml', new Y.XmlElement('b'))
      ada.doc.getMap('unknown').set('kept', true)
    })
    goBackOnCopy(ada.doc, then)
    const back = ada.doc.getMap<Y.Map<unknown>>('factors:potential').get('a')
    expect(back?.toJSON()).toMatchObject({ name: '甲', weight: null, list: [1, 2, 3], odd: 10n, definition: '', deep: { in: '' } })
    expect(ada.doc.getMap('unknown').toJSON()).toEqual({ kept: true })
  })

  it('writes nothing where nothing differs', () => {
    const ada = openPeer('ada')
    addNamed(ada, 'a', '甲')
    addCustomers(ada.doc, [], [{ id: 'k', name: '客户' }], ada.origin)
    setGrade(ada.doc, 'k', 'a', { kind: 'level', level: 4 }, ada.origin)
    const then = docOf(keep(ada.doc))
    expect(isBackAt(keep(ada.doc), then)).toBe(true)
    setFactorCell(ada.doc, 'potential', 'a', { cell: 'weight', value: 5 }, ada.origin)
    expect(isBackAt(keep(ada.doc), then)).toBe(false)
  })

  /** Members at work; they meet at the server's document after each few deeds. */
  function work(peers: readonly GroupPeer[], server: Y.Doc, deeds: readonly Deed[], stage: string): void {
    deeds.forEach((deed, place) => {
      const peer = peers[deed.who % peers.length]
      if (!peer) return
      doDeed(peer, deed, `${stage}${place}`)
      if (deed.more % 3 === 0) exchange(peer.doc, server)
    })
    for (const { doc } of [...peers, ...peers]) exchange(doc, server)
  }

  it('P1.7: whatever two members do, undo and redo, the content of then is back and all agree', () => {
    fc.assert(fc.property(someDeeds, someDeeds, someDeeds, (first, second, third) => {
      const [ada, ben, server] = [openPeer('ada'), openPeer('ben'), openPeer('server')]
      const peers = [ada, ben]
      work(peers, server.doc, first, 'a')
      const then = keep(server.doc)
      const thenWork = readGroupWork(server.doc)
      work(peers, server.doc, second, 'b')
      goBackOnCopy(server.doc, then)
      expect(seen(readGroupWork(server.doc), thenWork)).toEqual(seen(thenWork))
      expect(isBackAt(keep(server.doc), docOf(then))).toBe(true)
      for (const { doc } of peers) exchange(doc, server.doc)
      for (const { doc } of peers) expect(seen(readGroupWork(doc), thenWork)).toEqual(seen(thenWork))
      // And everybody goes on, with what they may undo from before.
      work(peers, server.doc, third, 'c')
      for (const { doc } of peers) expect(seen(readGroupWork(doc))).toEqual(seen(readGroupWork(server.doc)))
    }), { numRuns: 150 })
  }, 60_000)

  it('P2.4: what a tablet wrote without a connection merges with the content of then, and nothing it typed is lost', () => {
    fc.assert(fc.property(someDeeds, someDeeds, deedsWithoutUndo, deedsWithoutUndo, (first, second, atAda, atBen) => {
      const [ada, ben, server] = [openPeer('ada'), openPeer('ben'), openPeer('server')]
      addNamed(ada, 'old', '一直都在')
      addCustomers(ada.doc, [], [{ id: 'oldc', name: '老客户' }], ada.origin)
      ada.undo.clear()
      work([ada, ben], server.doc, first, 'a')
      const then = keep(server.doc)
      work([ada, ben], server.doc, second, 'b')
      // Ben is cut off, and types at the end of texts that were there then and are there now.
      atBen.forEach((deed, place) => doDeed(ben, deed, `ben${place}`))
      const row = customerRow(ben.doc, 'oldc')
      const typed = [definitionOf(ben.doc, 'old'), row && customerText(row, 'note'), reasonText(ben.doc, 'a')]
      for (const text of typed) text?.insert(text.length, '【离线】')
      addCustomers(ben.doc, readGroupWork(ben.doc).customers, [{ id: 'benc', name: '离线加的' }], ben.origin)
      work([ada], server.doc, atAda, 'ada')
      goBackOnCopy(server.doc, then)
      exchange(ada.doc, server.doc)
      exchange(ben.doc, server.doc)
      exchange(ada.doc, server.doc)
      const after = readGroupWork(server.doc)
      for (const { doc } of [ada, ben]) expect(seen(readGroupWork(doc))).toEqual(seen(after))
      expect(typed.map((text) => text?.toString().includes('【离线】'))).toEqual([true, true, true])
      expect(after.customers.map(({ id }) => id)).toContain('benc')
    }), { numRuns: 150 })
  }, 60_000)
})
