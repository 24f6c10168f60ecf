import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesSince, countWork } from '../../../shared/checkpoint/changes.ts'
import { addCustomers, customerRow, customerText, moveCustomer, removeCustomer, setFigure, setGrade } from '../../../shared/customer/document.ts'
import { readGroupWork } from '../../../shared/groupwork/document.ts'
import { addDecision, decisionText, removeDecision, setDecision } from '../../../shared/map/decisions.ts'
import { addOwnFinding, ownFindingText, reasonText, removeOwnFinding, setSettings, setVerdict } from '../../../shared/map/document.ts'
import { addFactor, factorRow, factorText, moveFactor, removeFactor, restoreFactor, setFactorCell } from '../../../shared/scale/document.ts'
import { doDeed, openPeer, someDeeds, type GroupPeer } from '../../support/groupPeers.ts'

/** Three potential factors and two customers, one of them graded. */
function group(): GroupPeer {
  const peer = openPeer('ada')
  for (const [id, name] of [['a', '年采购额'], ['b', '增长速度'], ['c', '付款能力']] as const) {
    addFactor(peer.doc, 'potential', work(peer).scales.potential, { id, name }, peer.origin)
  }
  addCustomers(peer.doc, [], [{ id: 'k', name: '华润' }, { id: 'l', name: '' }], peer.origin)
  setGrade(peer.doc, 'k', 'a', { kind: 'level', level: 4 }, peer.origin)
  return peer
}
const work = ({ doc }: GroupPeer) => readGroupWork(doc)
/** What is told after `act`, in short. */
function told(act: (peer: GroupPeer) => void) {
  const peer = group()
  const then = work(peer)
  act(peer)
  return changesSince(then, work(peer)).map(({ kind, axis, count, names }) => [axis === null ? kind : `${axis} ${kind}`, count, ...names])
}

describe('what changed since a checkpoint', () => {
  it('nothing, when nothing did', () => {
    expect(told(() => undefined)).toEqual([])
  })
  it('factors, by name: added, removed, described anew, weighed, moved', () => {
    expect(told(({ doc, origin }) => {
      const scale = readGroupWork(doc).scales.potential
      moveFactor(doc, scale, 'c', 0, origin)
      removeFactor(doc, 'potential', 'b', 5, origin)
      for (const name of ['甲', '乙', '丙', '丁']) addFactor(doc, 'relationship', readGroupWork(doc).scales.relationship, { id: name === '甲' ? 'x' : `x${name.charCodeAt(0)}`, name }, origin)
      const row = factorRow(doc, 'potential', 'a')
      if (row) factorText(row, 'definition')?.insert(0, '今年')
      setFactorCell(doc, 'potential', 'a', { cell: 'weight', value: 40 }, origin)
    })).toEqual([
      ['potential factors-removed', 1, '增长速度'],
      ['potential factors-changed', 1, '年采购额'],
      ['potential weights-changed', 1, '年采购额'],
      ['potential factors-moved', 1],
      ['relationship factors-added', 4, '甲', '乙', '丙'],
    ])
  })
  it('a factor that was removed and came back is no change', () => {
    expect(told(({ doc, origin }) => {
      removeFactor(doc, 'potential', 'b', 5, origin)
      restoreFactor(doc, 'potential', 'b', origin)
    })).toEqual([])
  })
  it('customers and their answers: counted by answer, named by customer', () => {
    expect(told(({ doc, origin }) => {
      addCustomers(doc, readGroupWork(doc).customers, [{ id: 'm', name: '新客户' }], origin)
      setGrade(doc, 'm', 'a', { kind: 'unknown' }, origin)
      setGrade(doc, 'm', 'b', { kind: 'raw', raw: 5 }, origin)
      setGrade(doc, 'k', 'a', { kind: 'level', level: 2 }, origin)
      setFigure(doc, 'k', 'effort', 12, origin)
      setFigure(doc, 'k', 'revenue', 3, origin)
      const row = customerRow(doc, 'k')
      if (row) customerText(row, 'note')?.insert(0, '注意')
      removeCustomer(doc, 'l', 5, origin)
    })).toEqual([
      ['customers-added', 1, '新客户'],
      ['customers-removed', 1, ''],
      ['customers-changed', 1, '华润'],
      ['grades-given', 2, '新客户'],
      ['grades-changed', 1, '华润'],
      ['effort-changed', 1, '华润'],
      ['revenue-changed', 1, '华润'],
    ])
    expect(told(({ doc, origin }) => setGrade(doc, 'k', 'a', null, origin))).toEqual([['grades-cleared', 1, '华润']])
  })
  it('the map, the gut order and the findings', () => {
    expect(told(({ doc, origin }) => {
      setSettings(doc, { cutX: 60, effortUnit: 'budget', gutDoneAt: 7 }, origin)
      moveCustomer(doc, readGroupWork(doc).customers, 'l', 0, 'gutOrder', origin)
      setVerdict(doc, 'one', 'accepted', origin)
      reasonText(doc, 'one').insert(0, '因为')
      addOwnFinding(doc, [], 'o', origin)
      ownFindingText(doc, 'o')?.insert(0, '😀'.repeat(40))
    })).toEqual([
      ['effort-unit-changed', 1],
      ['gut-order-changed', 1],
      ['gut-order-closed', 1],
      ['cut-lines-moved', 1],
      ['verdicts-changed', 1],
      ['reasons-changed', 1],
      ['own-added', 1, `${'😀'.repeat(24)}…`],
    ])
  })
  it('own findings that were rewritten or removed', () => {
    const peer = group()
    for (const id of ['o', 'p']) addOwnFinding(peer.doc, work(peer).ownFindings, id, peer.origin)
    const then = work(peer)
    ownFindingText(peer.doc, 'o')?.insert(0, '新的')
    removeOwnFinding(peer.doc, 'p', 5, peer.origin)
    expect(changesSince(then, work(peer)).map(({ kind, names }) => [kind, ...names])).toEqual([['own-removed', ''], ['own-changed', '新的']])
  })
  it('decisions, called by their reasons', () => {
    const peer = group()
    for (const id of ['d', 'e']) addDecision(peer.doc, work(peer).parts.decisions, { id, toId: 'k' }, peer.origin)
    decisionText(peer.doc, 'e', 'reason')?.insert(0, '旧的')
    const then = work(peer)
    addDecision(peer.doc, then.parts.decisions, { id: 'f', fromId: 'l', toId: 'k', amount: 3 }, peer.origin)
    decisionText(peer.doc, 'f', 'reason')?.insert(0, '潜力最大')
    setDecision(peer.doc, 'd', { due: '2026-12-01' }, peer.origin)
    removeDecision(peer.doc, 'e', 5, peer.origin)
    expect(changesSince(then, work(peer)).map(({ kind, names }) => [kind, ...names])).toEqual([
      ['decisions-added', '潜力最大'], ['decisions-removed', '旧的'], ['decisions-changed', ''],
    ])
  })
  it('counts factors of both scales, customers, and answers to factors that are still there', () => {
    const peer = group()
    setGrade(peer.doc, 'k', 'b', { kind: 'unknown' }, peer.origin)
    expect(countWork(work(peer))).toEqual({ factors: 3, customers: 2, grades: 2 })
    removeFactor(peer.doc, 'potential', 'b', 5, peer.origin)
    expect(countWork(work(peer))).toEqual({ factors: 2, customers: 2, grades: 1 })
  })
  it('there and back is told the same way round: what was added one way was removed the other', () => {
    fc.assert(fc.property(someDeeds, someDeeds, (first, second) => {
      const peer = openPeer('ada')
      first.forEach((deed, place) => doDeed(peer, deed, `a${place}`))
      const then = work(peer)
      second.forEach((deed, place) => doDeed(peer, deed, `b${place}`))
      const now = work(peer)
      const count = (changes: ReturnType<typeof changesSince>, ...kinds: string[]): number => changes.filter(({ kind }) => kinds.includes(kind)).reduce((sum, one) => sum + one.count, 0)
      const [there, back] = [changesSince(then, now), changesSince(now, then)]
      for (const [one, other] of [['factors-added', 'factors-removed'], ['customers-added', 'customers-removed'], ['own-added', 'own-removed'], ['decisions-added', 'decisions-removed']] as const) {
        expect(count(there, one)).toBe(count(back, other))
        expect(count(there, other)).toBe(count(back, one))
      }
      expect(there.map(({ kind }) => kind).includes('weights-changed')).toBe(back.map(({ kind }) => kind).includes('weights-changed'))
      expect(changesSince(now, now)).toEqual([])
    }), { numRuns: 60 })
  })
})
