import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { docOf, goBack } from '../../../shared/checkpoint/goBack.ts'
import { changesSince } from '../../../shared/checkpoint/changes.ts'
import { createCellReader } from '../../../shared/groupwork/cells.ts'
import { readGroupWork } from '../../../shared/groupwork/document.ts'
import { sameStrategyFindings, stepsDone, strategyChecks } from '../../../shared/strategy/checks.ts'
import {
  actionsOf, actionText, addAction, addIndicator, addStrategy, indicatorText, moveAction, readStrategies, removeAction, removeStrategy, restoreAction, restoreStrategy,
  setActionDay, setIndicatorDay, setStrategyCell, strategiesOf, strategyText,
} from '../../../shared/strategy/document.ts'
import { type Lever, parseSubject, quadrantOf, sameSubject, stanceOf, strategySteps, type Strategies, type Strategy, type StrategySubject } from '../../../shared/strategy/model.ts'
import { strategyPart } from '../../../shared/strategy/part.ts'
import { addUsp, readUsps } from '../../../shared/usp/document.ts'
import { exchange, type GroupPeer, openPeer } from '../../support/groupPeers.ts'

const read = (doc: Y.Doc): Strategies => readStrategies(createCellReader(), doc)
const the = (doc: Y.Doc, id: string): Strategy => {
  const found = [...read(doc).strategies, ...read(doc).removed].find((strategy) => strategy.id === id)
  if (!found) throw new Error(`no strategy ${id}`)
  return found
}
const add = (peer: GroupPeer, id: string, subject: StrategySubject): void => addStrategy(peer.doc, read(peer.doc).strategies, { id, subject }, peer.origin)
const write = (peer: GroupPeer, id: string, field: Parameters<typeof strategyText>[2], text: string): void => strategyText(peer.doc, id, field)?.insert(0, text)
const attack = { kind: 'quadrant', quadrant: 'attack' } as const
const deepen = { kind: 'quadrant', quadrant: 'deepen' } as const

function complete(peer: GroupPeer, id: string): void {
  write(peer, id, 'goal', '年内拿下第一条产线，80 万元')
  setStrategyCell(peer.doc, id, { cell: 'goalBy', value: '2026-12-31' }, peer.origin)
  write(peer, id, 'analysis', '新厂在建，设备主管说了算')
  setStrategyCell(peer.doc, id, { cell: 'generic', value: 'differentiation' }, peer.origin)
  write(peer, id, 'approach', '用免费诊断进门')
  for (const lever of ['product', 'cost', 'place', 'communication'] as const) write(peer, id, { lever }, `做法 ${lever}`)
  addAction(peer.doc, the(peer.doc, id), `${id}-1`, peer.origin)
  for (const [field, text] of [['what', '上门做产线诊断'], ['who', '周建业'], ['resource', '工程师两天'], ['measure', '拿到诊断报告签字']] as const) actionText(peer.doc, `${id}-1`, field)?.insert(0, text)
  setActionDay(peer.doc, `${id}-1`, '2026-12-05', peer.origin)
  addIndicator(peer.doc, the(peer.doc, id), `${id}-i`, peer.origin)
  indicatorText(peer.doc, `${id}-i`, 'name')?.insert(0, '见到决策人的次数')
  indicatorText(peer.doc, `${id}-i`, 'target')?.insert(0, '每月 2 次')
  setIndicatorDay(peer.doc, `${id}-i`, '2026-12-20', peer.origin)
  write(peer, id, 'improve', '每月底复盘一次')
}

describe('strategies in the document', () => {
  it('lose nothing that two members write, choose, add and move at once', () => {
    const [ada, ben] = [openPeer('ada'), openPeer('ben')]
    add(ada, 's', attack)
    for (const id of ['a', 'b', 'c']) addAction(ada.doc, the(ada.doc, 's'), id, ada.origin)
    exchange(ada.doc, ben.doc)
    write(ada, 's', 'goal', '拿下产线')
    write(ben, 's', { lever: 'value' }, '少停机')
    add(ben, 't', deepen)
    addAction(ada.doc, the(ada.doc, 's'), 'd', ada.origin)
    addAction(ben.doc, the(ben.doc, 's'), 'e', ben.origin)
    moveAction(ben.doc, the(ben.doc, 's'), 'c', 0, ben.origin)
    actionText(ada.doc, 'c', 'what')?.insert(0, '打样')
    addIndicator(ben.doc, the(ben.doc, 's'), 'i', ben.origin)
    setStrategyCell(ada.doc, 's', { cell: 'usp', uspId: 'u1', value: true }, ada.origin)
    setStrategyCell(ben.doc, 's', { cell: 'usp', uspId: 'u2', value: true }, ben.origin)
    exchange(ada.doc, ben.doc)
    expect(read(ada.doc)).toEqual(read(ben.doc))
    const merged = the(ada.doc, 's')
    expect(merged.actions.map(({ id }) => id).slice(0, 3)).toEqual(['c', 'a', 'b'])
    expect(merged.actions.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(merged.actions[0]?.what).toBe('打样')
    expect(merged).toMatchObject({ goal: '拿下产线', notes: { value: '少停机' }, uspIds: ['u1', 'u2'], indicators: [{ id: 'i' }] })
    expect(read(ada.doc).strategies).toHaveLength(2)
  })

  it('are removed softly, their lines too', () => {
    const [ada, ben] = [openPeer('ada'), openPeer('ben')]
    add(ada, 's', attack)
    addAction(ada.doc, the(ada.doc, 's'), 'a', ada.origin)
    exchange(ada.doc, ben.doc)
    removeStrategy(ada.doc, 's', 7, ada.origin)
    removeAction(ada.doc, 'a', 7, ada.origin)
    actionText(ben.doc, 'a', 'what')?.insert(0, '打样')
    write(ben, 's', 'goal', '拿下产线')
    exchange(ada.doc, ben.doc)
    expect(read(ben.doc).strategies).toEqual([])
    expect(read(ben.doc).removed[0]?.removed).toEqual({ at: 7, by: 'ada' })
    restoreStrategy(ben.doc, 's', ben.origin)
    restoreAction(ben.doc, 'a', ben.origin)
    expect(the(ben.doc, 's')).toMatchObject({ goal: '拿下产线', actions: [{ what: '打样' }] })
  })

  it('are read whatever a hand-made client wrote, and what does not fit is said', () => {
    const { doc } = openPeer('mallory')
    strategiesOf(doc).set('bad', new Y.Map(Object.entries({ subject: 'quadrant:moon', stance: 3, generic: 'luck', goalBy: '2026-02-30', goal: 'g'.repeat(900), 'note:product': {}, 'usp:UP': true, 'usp:u': 'yes', shown: 1 })))
    strategiesOf(doc).set('worse', 4)
    actionsOf(doc).set('a', new Y.Map(Object.entries({ strategyId: 'bad', what: 5, by: 'soon', order: 3 })))
    actionsOf(doc).set('orphan', new Y.Map(Object.entries({ strategyId: null })))
    const reader = createCellReader()
    const { strategies } = readStrategies(reader, doc)
    expect(strategies).toHaveLength(1)
    expect(strategies[0]).toMatchObject({ subject: null, stance: null, generic: null, goalBy: null, notes: { product: '' }, uspIds: [], shown: false, actions: [{ id: 'a', what: '', by: null }] })
    expect(strategies[0]?.goal).toHaveLength(200)
    expect(reader.leftOut.map(({ path }) => path)).toEqual(expect.arrayContaining(['strategies/worse', 'strategies/bad/subject', 'strategies/bad/stance', 'strategies/bad/generic', 'strategies/bad/goalBy', 'strategies/bad/goal', 'strategyActions/a/what', 'strategyActions/a/by']))
  })

  it('go back to a checkpoint with their plan', () => {
    const ada = openPeer('ada')
    add(ada, 's', attack)
    complete(ada, 's')
    const then = Y.encodeStateAsUpdate(ada.doc)
    const before = readGroupWork(ada.doc)
    addAction(ada.doc, the(ada.doc, 's'), 'late', ada.origin)
    actionText(ada.doc, 's-1', 'what')?.delete(0, 3)
    setStrategyCell(ada.doc, 's', { cell: 'generic', value: 'cost' }, ada.origin)
    add(ada, 't', deepen)
    expect(changesSince(before, readGroupWork(ada.doc)).map(({ kind, count }) => [kind, count])).toEqual([['strategies-added', 1], ['strategies-changed', 1]])
    goBack(ada.doc, docOf(then), { at: 9_000, by: '' })
    expect(read(ada.doc).strategies).toEqual(before.parts.strategies.strategies)
  })
})

describe('what a strategy is for', () => {
  it('is one customer or one quadrant, and nothing else', () => {
    expect(parseSubject('customer:k1')).toEqual({ kind: 'customer', customerId: 'k1' })
    expect(parseSubject('quadrant:release')).toEqual({ kind: 'quadrant', quadrant: 'release' })
    for (const cell of ['quadrant:moon', 'customer:', 'customer:A B', 'k1', 7, null]) expect(parseSubject(cell)).toBeNull()
    expect(sameSubject(attack, { ...attack })).toBe(true)
    expect(sameSubject(attack, deepen)).toBe(false)
    expect(sameSubject(null, null)).toBe(false)
  })
  it('has the stance that its quadrant asks for until the group chooses another', () => {
    const places = [{ customerId: 'k1', quadrant: 'maintain' as const }]
    const quadrant = quadrantOf({ kind: 'customer', customerId: 'k1' }, places)
    expect(stanceOf({ stance: null }, quadrant)).toBe('maintain')
    expect(stanceOf({ stance: 'attack' }, quadrant)).toBe('attack')
    expect(quadrantOf({ kind: 'customer', customerId: 'gone' }, places)).toBeNull()
  })
})

describe('the six steps', () => {
  it('of an empty strategy all lack something; each check leads to a field', () => {
    const ada = openPeer('ada')
    add(ada, 's', attack)
    expect(stepsDone(the(ada.doc, 's')).size).toBe(0)
    expect(strategyChecks(the(ada.doc, 's'), []).map(({ step, field }) => [step, field])).toEqual([
      ['goal', 'goal'], ['goal', 'goalBy'], ['analysis', 'analysis'], ['approach', 'generic'], ['approach', 'approach'],
      ['approach', 'note:product'], ['approach', 'note:price'], ['approach', 'note:place'], ['approach', 'note:promotion'], ['approach', 'usps'],
      ['plan', 'addAction'], ['monitor', 'addIndicator'], ['improve', 'improve'],
    ])
  })
  it('are done when each says what it needs; one side of each pair of 4P and 4C is enough', () => {
    const ada = openPeer('ada')
    add(ada, 's', attack)
    complete(ada, 's')
    expect([...stepsDone(the(ada.doc, 's'))]).toEqual(strategySteps)
    expect(strategyChecks(the(ada.doc, 's'), []).map(({ id }) => id)).toEqual(['usp-missing'])
  })
  it('a line of the plan without somebody, a day or a measure keeps step 4 open, and leads there', () => {
    const ada = openPeer('ada')
    add(ada, 's', attack)
    complete(ada, 's')
    addAction(ada.doc, the(ada.doc, 's'), 'x', ada.origin)
    actionText(ada.doc, 'x', 'what')?.insert(0, '加强沟通')
    expect(stepsDone(the(ada.doc, 's')).has('plan')).toBe(false)
    expect(strategyChecks(the(ada.doc, 's'), []).filter(({ step }) => step === 'plan').map(({ id, field, params }) => [id, field, params['place']])).toEqual([
      ['action-who', 'action/x/who', 2], ['action-by', 'action/x/by', 2], ['action-measure', 'action/x/measure', 2], ['action-hollow', 'action/x/what', 2],
    ])
  })
  it('advise a goal without a figure, a USP that has not passed its tests, and one that was removed', () => {
    const ada = openPeer('ada')
    add(ada, 's', attack)
    write(ada, 's', 'goal', '和客户搞好关系')
    addUsp(ada.doc, [], { id: 'u', source: 'product', texts: { claim: '快' } }, ada.origin)
    for (const uspId of ['u', 'gone']) setStrategyCell(ada.doc, 's', { cell: 'usp', uspId, value: true }, ada.origin)
    const checks = strategyChecks(the(ada.doc, 's'), readUsps(createCellReader(), ada.doc).usps)
    expect(checks.filter(({ severity }) => severity === 'advice').map(({ id }) => id)).toEqual(['goal-figure', 'usp-weak', 'usp-gone'])
  })
})

describe('the same strategy on two quadrants', () => {
  function pair(differ: (peer: GroupPeer) => void = () => {}, other: StrategySubject = deepen) {
    const ada = openPeer('ada')
    add(ada, 's', attack)
    add(ada, 't', other)
    for (const id of ['s', 't']) {
      setStrategyCell(ada.doc, id, { cell: 'generic', value: 'differentiation' }, ada.origin)
      for (const [lever, text] of [['product', '样机试用'], ['price', '阶梯报价'], ['value', '少停机'], ['communication', '每月拜访']] as const satisfies readonly (readonly [Lever, string])[]) {
        write(ada, id, { lever }, id === 't' ? ` ${text}。` : text)
      }
    }
    differ(ada)
    return sameStrategyFindings(read(ada.doc).strategies, [{ customerId: 'k', quadrant: 'attack' }])
  }
  it('is a finding, whatever its punctuation and the name of the stance', () => {
    expect(pair()).toEqual([{ key: 'same-strategy:s:t', strategyIds: ['s', 't'], quadrants: ['attack', 'deepen'] }])
    expect(pair((ada) => setStrategyCell(ada.doc, 't', { cell: 'stance', value: 'attack' }, ada.origin))).toHaveLength(1)
  })
  it('is none when both are for the same quadrant', () => {
    expect(pair(undefined, { kind: 'customer', customerId: 'k' })).toEqual([])
  })
  it('is none when Porter, the USPs or a good part of the levers differ', () => {
    expect(pair((ada) => setStrategyCell(ada.doc, 't', { cell: 'generic', value: 'cost' }, ada.origin))).toEqual([])
    expect(pair((ada) => setStrategyCell(ada.doc, 't', { cell: 'usp', uspId: 'u', value: true }, ada.origin))).toEqual([])
    expect(pair((ada) => { write(ada, 't', { lever: 'price' }, '不'); write(ada, 't', { lever: 'product' }, '不') })).toEqual([])
    expect(pair((ada) => write(ada, 't', { lever: 'price' }, '不'))).toHaveLength(1)
  })
  it('is none while hardly anything is written', () => {
    const ada = openPeer('ada')
    add(ada, 's', attack)
    add(ada, 't', deepen)
    expect(sameStrategyFindings(read(ada.doc).strategies, [])).toEqual([])
  })
})

describe('strategies for others', () => {
  it('the room reads one only when the group shows it; what was chosen stays to be seen', () => {
    const ada = openPeer('ada')
    add(ada, 's', attack)
    complete(ada, 's')
    const hidden = strategyPart.mask(read(ada.doc)).strategies[0]
    expect(JSON.stringify(hidden)).not.toMatch(/[一-龥]/)
    expect(hidden).toMatchObject({ generic: 'differentiation', goalBy: '2026-12-31', actions: [{ by: '2026-12-05' }] })
    setStrategyCell(ada.doc, 's', { cell: 'shown', value: true }, ada.origin)
    expect(strategyPart.mask(read(ada.doc)).strategies[0]).toEqual(the(ada.doc, 's'))
  })
  it('progress is that of the strategy which is farthest', () => {
    const ada = openPeer('ada')
    expect(strategyPart.progress(strategyPart.summarise(read(ada.doc))).share).toBe(0)
    add(ada, 's', attack)
    add(ada, 't', deepen)
    complete(ada, 't')
    const summary = strategyPart.summarise(read(ada.doc))
    expect(summary).toMatchObject({ complete: 1, actions: 1, planned: 1, list: [{ id: 's', done: 0 }, { id: 't', done: 6 }] })
    expect(strategyPart.progress(summary)).toMatchObject({ share: 1, facts: [{ value: '2' }, { value: '6/6' }, { value: '1/1' }] })
  })
})
