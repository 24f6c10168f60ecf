import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { docOf, goBack } from '../../../shared/checkpoint/goBack.ts'
import { changesSince } from '../../../shared/checkpoint/changes.ts'
import { createCellReader } from '../../../shared/groupwork/cells.ts'
import { readGroupWork } from '../../../shared/groupwork/document.ts'
import { isHollow, uspChecks, USPS_WANTED } from '../../../shared/usp/checks.ts'
import { addUsp, addUspContext, readUsps, removeUsp, removeUspContext, restoreUsp, setUspCell, setUspContextHolds, setUspsShown, uspContextsOf, uspContextText, uspsOf, uspText } from '../../../shared/usp/document.ts'
import { byVotes, dotsLeft, dotsOf, topUsps, type UspList, type UspSource } from '../../../shared/usp/model.ts'
import { uspPart } from '../../../shared/usp/part.ts'
import { exchange, type GroupPeer, openPeer } from '../../support/groupPeers.ts'

const read = (doc: Y.Doc): UspList => readUsps(createCellReader(), doc)
const claims = (doc: Y.Doc): string[] => read(doc).usps.map((usp) => usp.claim)
const add = (peer: GroupPeer, id: string, claim: string, source: UspSource = 'product'): void => addUsp(peer.doc, read(peer.doc).usps, { id, source, texts: { claim } }, peer.origin)
const vote = (peer: GroupPeer, id: string, participantId: string, value: number): void => setUspCell(peer.doc, id, { cell: 'vote', participantId, value }, peer.origin)
const pass = (peer: GroupPeer, id: string): void => { for (const test of ['unique', 'valued', 'provable'] as const) setUspCell(peer.doc, id, { cell: 'test', test, value: 'yes' }, peer.origin) }

function twoPeers(): [GroupPeer, GroupPeer] {
  const [ada, ben] = [openPeer('ada'), openPeer('ben')]
  add(ada, 'a', '四小时到场')
  exchange(ada.doc, ben.doc)
  return [ada, ben]
}

describe('the USP list in the document', () => {
  it('loses nothing that two members add, answer, link and vote at once', () => {
    const [ada, ben] = twoPeers()
    add(ada, 'b', '防爆认证', 'brand')
    add(ben, 'c', '就近仓库', 'service')
    uspText(ada.doc, 'a', 'claim')?.insert(0, '华东')
    uspText(ben.doc, 'a', 'claim')?.insert(5, '，含夜间')
    vote(ada, 'a', 'ada', 2)
    vote(ben, 'a', 'ben', 1)
    setUspCell(ada.doc, 'a', { cell: 'test', test: 'unique', value: 'yes' }, ada.origin)
    setUspCell(ben.doc, 'a', { cell: 'test', test: 'valued', value: 'unsure' }, ben.origin)
    setUspCell(ada.doc, 'a', { cell: 'customer', customerId: 'k1', value: true }, ada.origin)
    setUspCell(ben.doc, 'a', { cell: 'customer', customerId: 'k2', value: true }, ben.origin)
    addUspContext(ada.doc, { id: 'a', contexts: [] }, { id: 'x', text: '新建项目', holds: true }, ada.origin)
    addUspContext(ben.doc, { id: 'a', contexts: [] }, { id: 'y', text: '对手也有驻点', holds: false }, ben.origin)
    exchange(ada.doc, ben.doc)
    expect(read(ada.doc)).toEqual(read(ben.doc))
    expect(claims(ada.doc).sort()).toEqual(['华东四小时到场，含夜间', '就近仓库', '防爆认证'].sort())
    const first = read(ada.doc).usps.find((usp) => usp.id === 'a')
    expect(first && dotsOf(first)).toBe(3)
    expect(first?.tests).toEqual({ unique: 'yes', valued: 'unsure', provable: null })
    expect(first?.customerIds).toEqual(['k1', 'k2'])
    expect(first?.contexts.map(({ text, holds }) => [text, holds])).toEqual(expect.arrayContaining([['新建项目', true], ['对手也有驻点', false]]))
  })

  it('removes softly: what somebody writes meanwhile is there when it is restored, and its dots come back', () => {
    const [ada, ben] = twoPeers()
    vote(ada, 'a', 'ada', 3)
    exchange(ada.doc, ben.doc)
    expect(dotsLeft(read(ada.doc).usps, 'ada')).toBe(0)
    removeUsp(ada.doc, 'a', 5_000, ada.origin)
    uspText(ben.doc, 'a', 'evidence')?.insert(0, '去年 96% 达标')
    exchange(ada.doc, ben.doc)
    expect(read(ben.doc).usps).toEqual([])
    expect(read(ben.doc).removed[0]?.removed).toEqual({ at: 5_000, by: 'ada' })
    expect(dotsLeft(read(ben.doc).usps, 'ada')).toBe(3)
    restoreUsp(ben.doc, 'a', ben.origin)
    expect(read(ben.doc).usps[0]).toMatchObject({ evidence: '去年 96% 达标', votes: [{ participantId: 'ada', dots: 3 }] })
  })

  it('counts no more dots of one member than there are, whatever their devices say', () => {
    const ada = openPeer('ada')
    for (const id of ['a', 'b', 'c']) add(ada, id, id)
    for (const id of ['a', 'b', 'c']) vote(ada, id, 'ada', 2)
    expect(read(ada.doc).usps.map(dotsOf)).toEqual([2, 1, 0])
    vote(ada, 'a', 'mallory', 400)
    expect(read(ada.doc).usps.map(dotsOf)).toEqual([2, 1, 0])
  })

  it('a context is changed and removed without its USP', () => {
    const ada = openPeer('ada')
    add(ada, 'a', '四小时到场')
    addUspContext(ada.doc, { id: 'a', contexts: [] }, { id: 'x', holds: true }, ada.origin)
    uspContextText(ada.doc, 'x')?.insert(0, '县城')
    setUspContextHolds(ada.doc, 'x', false, ada.origin)
    expect(read(ada.doc).usps[0]?.contexts).toMatchObject([{ text: '县城', holds: false }])
    removeUspContext(ada.doc, 'x', 1, ada.origin)
    expect(read(ada.doc).usps[0]?.contexts).toEqual([])
  })

  it('reads what a hand-made client wrote without falling over, and says what it left out', () => {
    const { doc } = openPeer('mallory')
    const row = new Y.Map<unknown>()
    uspsOf(doc).set('bad', row)
    for (const [key, value] of Object.entries({ source: 'magic', claim: 7, evidence: 'x'.repeat(900), unique: 'perhaps', valued: {}, 'vote:ada': 'many', 'vote:B B': 3, 'customer:k': 1, order: 'z'.repeat(900) })) row.set(key, value)
    uspsOf(doc).set('worse', 'no row')
    uspContextsOf(doc).set('orphan', new Y.Map(Object.entries({ uspId: ['bad'], text: 3 })))
    const reader = createCellReader()
    const { usps } = readUsps(reader, doc)
    expect(usps).toHaveLength(1)
    expect(usps[0]).toMatchObject({ source: 'other', claim: '', tests: { unique: null, valued: null, provable: null }, votes: [], customerIds: [], contexts: [] })
    expect(usps[0]?.evidence).toHaveLength(300)
    expect(reader.leftOut.map(({ path }) => path)).toEqual(expect.arrayContaining(['usps/worse', 'usps/bad/source', 'usps/bad/claim', 'usps/bad/evidence', 'usps/bad/unique', 'usps/bad/vote']))
  })

  it('goes back to a checkpoint: what came after is removed, what was changed is as it was', () => {
    const ada = openPeer('ada')
    add(ada, 'a', '四小时到场')
    vote(ada, 'a', 'ada', 1)
    const then = Y.encodeStateAsUpdate(ada.doc)
    const before = readGroupWork(ada.doc)
    add(ada, 'b', '防爆认证')
    vote(ada, 'a', 'ada', 3)
    uspText(ada.doc, 'a', 'claim')?.delete(0, 5)
    addUspContext(ada.doc, { id: 'a', contexts: [] }, { id: 'x', text: '县城', holds: false }, ada.origin)
    setUspsShown(ada.doc, true, ada.origin)
    expect(changesSince(before, readGroupWork(ada.doc)).map(({ kind, count, names }) => [kind, count, names])).toEqual([['usps-added', 1, ['防爆认证']], ['usps-changed', 1, ['']]])
    goBack(ada.doc, docOf(then), { at: 9_000, by: '' })
    expect(readGroupWork(ada.doc).parts.usps).toMatchObject({ usps: before.parts.usps.usps, shown: false })
    expect(changesSince(before, readGroupWork(ada.doc))).toEqual([])
  })
})

describe('the three best', () => {
  it('are those with most dots; among equals those that passed more tests, then those written first', () => {
    const ada = openPeer('ada')
    for (const id of ['a', 'b', 'c', 'd']) add(ada, id, id)
    vote(ada, 'd', 'ada', 2)
    vote(ada, 'c', 'ben', 1)
    vote(ada, 'b', 'cyd', 1)
    pass(ada, 'c')
    expect(byVotes(read(ada.doc).usps).map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a'])
    expect(topUsps(read(ada.doc).usps).map(({ id }) => id)).toEqual(['d', 'c', 'b'])
  })
  it('has no place for one without a claim, or that nobody chose or tested', () => {
    const ada = openPeer('ada')
    add(ada, 'a', ' ')
    add(ada, 'b', '防爆认证')
    vote(ada, 'a', 'ada', 3)
    expect(topUsps(read(ada.doc).usps)).toEqual([])
  })
})

describe('what is still missing in the list', () => {
  it('more USPs first, then each one\'s fields and tests, then doubts', () => {
    const ada = openPeer('ada')
    add(ada, 'a', '服务好')
    setUspCell(ada.doc, 'a', { cell: 'test', test: 'unique', value: 'no' }, ada.origin)
    const checks = uspChecks(read(ada.doc).usps)
    expect(checks.map(({ id, severity, field }) => [id, severity, field])).toEqual([
      ['count', 'error', 'add:service'], ['evidence-missing', 'error', 'evidence'], ['competitor-missing', 'error', 'competitor'], ['for-missing', 'error', 'forWhom'],
      ['test-open', 'error', 'test:valued'], ['claim-hollow', 'advice', 'claim'], ['not-unique', 'advice', 'test:unique'],
    ])
  })
  it('a customer of the map says for whom as well as words do', () => {
    const ada = openPeer('ada')
    add(ada, 'a', '四小时到场')
    setUspCell(ada.doc, 'a', { cell: 'customer', customerId: 'k', value: true }, ada.origin)
    expect(uspChecks(read(ada.doc).usps).map(({ id }) => id)).not.toContain('for-missing')
  })
  it('asks for dots once there is something to choose from', () => {
    const ada = openPeer('ada')
    for (const id of ['a', 'b', 'c']) add(ada, id, id)
    pass(ada, 'a')
    expect(uspChecks(read(ada.doc).usps).map(({ id }) => id)).toContain('no-votes')
    vote(ada, 'a', 'ada', 1)
    expect(uspChecks(read(ada.doc).usps).map(({ id }) => id)).not.toContain('no-votes')
  })
  it.each([['服务好', true], ['Good  Quality', true], ['服务好：24 小时到场', false], ['华东唯一的防爆认证', false]])('"%s" is said by every supplier: %s', (claim, hollow) => expect(isHollow(claim)).toBe(hollow))
})

describe('the USP list for others', () => {
  const full = (): GroupPeer => {
    const ada = openPeer('ada')
    for (let at = 0; at < USPS_WANTED; at++) {
      addUsp(ada.doc, read(ada.doc).usps, { id: `u${at}`, source: 'product', texts: { claim: `claim ${at}`, evidence: '王厂长说的', competitor: '远山', forWhom: '云朵齿轮' } }, ada.origin)
      pass(ada, `u${at}`)
    }
    addUspContext(ada.doc, { id: 'u0', contexts: [] }, { id: 'x', text: '云朵齿轮二期', holds: true }, ada.origin)
    for (const [place, who] of ['ada', 'ben', 'cyd'].entries()) vote(ada, `u${place}`, who, 3)
    return ada
  }
  it('the room reads claims only where the group lets it, and proofs, competitors and customers never', () => {
    const ada = full()
    const texts = /王厂长|远山|云朵/
    const hidden = uspPart.mask(read(ada.doc))
    expect(JSON.stringify(hidden)).not.toMatch(/claim \d/)
    expect(JSON.stringify(hidden)).not.toMatch(texts)
    const summary = uspPart.summarise(read(ada.doc))
    expect(summary.top.map(({ claim }) => claim)).toEqual(['claim 0', 'claim 1', 'claim 2'])
    expect(uspPart.maskSummary?.(summary).top.map(({ claim, dots }) => [claim, dots])).toEqual([['', 3], ['', 3], ['', 3]])
    setUspsShown(ada.doc, true, ada.origin)
    expect(uspPart.mask(read(ada.doc)).usps.map(({ claim }) => claim)).toContain('claim 0')
    expect(JSON.stringify(uspPart.mask(read(ada.doc)))).not.toMatch(texts)
    expect(uspPart.maskSummary?.(uspPart.summarise(read(ada.doc))).top[0]?.claim).toBe('claim 0')
  })
  it('progress goes from nothing to all that the exercise asks for', () => {
    const nothing = uspPart.progress(uspPart.summarise(read(openPeer('ada').doc)))
    expect(nothing.share).toBe(0)
    expect(nothing.checks.some(({ done }) => done)).toBe(false)
    const all = uspPart.progress(uspPart.summarise(read(full().doc)))
    expect(all.share).toBe(1)
    expect(all.checks.every(({ done }) => done)).toBe(true)
    expect(all.facts.map(({ value }) => value)).toEqual(['5', '5/5', '5'])
  })
})
