import * as Y from 'yjs'
import { adopt } from '../../shared/alone/document.ts'
import { sampleGroups, type SampleGroup } from '../../shared/course/samples.ts'
import { addCustomers, moveCustomer, setFigure, setGrade } from '../../shared/customer/document.ts'
import type { Grade } from '../../shared/customer/model.ts'
import { inLanguage, type Locale } from '../../shared/language/locale.ts'
import { LocalOrigin } from '../../shared/groupwork/cells.ts'
import { prepareDocument, readGroupWork, seedUpdate } from '../../shared/groupwork/document.ts'
import type { GroupWork } from '../../shared/groupwork/model.ts'
import { addOwnFinding, ownFindingText, reasonText, setSettings, setVerdict } from '../../shared/map/document.ts'
import { addDecision, decisionText, setDecision } from '../../shared/map/decisions.ts'
import { findingsOf } from '../../shared/map/findings.ts'
import { addFactor, setWeights } from '../../shared/scale/document.ts'
import { factorLibrary } from '../../shared/scale/library.ts'
import { actionText, addAction, addIndicator, addStrategy, indicatorText, setActionDay, setIndicatorDay, setStrategyCell, strategyText } from '../../shared/strategy/document.ts'
import type { Strategy } from '../../shared/strategy/model.ts'
import { addUsp, setUspCell } from '../../shared/usp/document.ts'
import { axes, type Axis, type Factor } from '../../shared/scale/model.ts'
import { createRandom, type Random } from './random.ts'

/** A group's whole work as one of the made-up groups would leave it, the same for the same seed. Some grades lack, some are unknown. */
export function sampleWork(place: number, locale: Locale = 'zh-CN', seed = 7): GroupWork {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedUpdate())
  prepareDocument(doc)
  writeSample(doc, place, locale, seed)
  return readGroupWork(doc)
}

export function writeSample(doc: Y.Doc, place: number, locale: Locale = 'zh-CN', seed = 7): void {
  const sample = sampleGroups[place]
  if (!sample) throw new Error(`no sample group ${place}`)
  const peer: Writer = { doc, origin: new LocalOrigin('p1') }
  const random = createRandom(seed)
  const work = (): GroupWork => readGroupWork(peer.doc)
  for (const axis of axes) buildScale(peer, axis, sample, locale, work)
  addCustomers(peer.doc, [], sample.customers.map(({ name }, index) => ({ id: `c${index + 1}`, name: inLanguage(name, locale) })), peer.origin)
  const byGut = sample.customers.map(({ gutRank }, index) => ({ id: `c${index + 1}`, gutRank })).sort((one, other) => one.gutRank - other.gutRank)
  byGut.forEach(({ id }, to) => moveCustomer(peer.doc, work().customers, id, to, 'gutOrder', peer.origin))
  const { scales } = work()
  sample.customers.forEach((customer, index) => {
    for (const axis of axes) {
      for (const factor of scales[axis].factors) {
        if (random.below(100) >= 4) setGrade(peer.doc, `c${index + 1}`, factor.id, answer(factor, customer[axis], random), peer.origin)
      }
    }
    setFigure(peer.doc, `c${index + 1}`, 'effort', customer.effort, peer.origin)
    setFigure(peer.doc, `c${index + 1}`, 'revenue', customer.revenue, peer.origin)
  })
  setSettings(peer.doc, { gutDoneAt: 1_000, cutX: 48, cutY: 55 }, peer.origin)
  discuss(peer, work())
  judge(peer, work())
  sell(peer, work)
}

interface Writer {
  readonly doc: Y.Doc
  readonly origin: LocalOrigin
}

function buildScale(peer: Writer, axis: Axis, sample: SampleGroup, locale: Locale, work: () => GroupWork): void {
  for (const { libraryId } of sample.scales[axis]) {
    const factor = factorLibrary.find(({ id }) => id === libraryId)
    if (!factor) throw new Error(`no factor ${libraryId}`)
    addFactor(peer.doc, axis, work().scales[axis], { id: `${axis.slice(0, 1)}-${libraryId}`, library: { factor, locale } }, peer.origin)
  }
  setWeights(peer.doc, axis, new Map(sample.scales[axis].map(({ libraryId, weight }) => [`${axis.slice(0, 1)}-${libraryId}`, weight])), peer.origin)
}

function answer(factor: Factor, truth: number, random: Random): Grade {
  if (random.below(100) < 5) return { kind: 'unknown' }
  const levels = factor.intervals.length
  const level = Math.max(1, Math.min(levels, 1 + Math.round((truth + (random.below(31) - 15) / 100) * (levels - 1))))
  // Some grade a numeric factor without its figure.
  if (factor.measure === 'text' || random.below(100) < 10) return { kind: 'level', level }
  const band = factor.direction === 'more' ? level - 1 : levels - level
  const [below, above] = [factor.thresholds[band - 1] ?? null, factor.thresholds[band] ?? null]
  const low = below ?? Math.max(0, (above ?? 1) * 0.4)
  // Also figures that lie on a threshold.
  return { kind: 'raw', raw: random.below(5) === 0 ? low : Math.round((low + ((above ?? low * 1.8 + 1) - low) * 0.6) * 10) / 10 }
}

/** A weight and a grade of their own, with their reasons. */
function discuss({ doc, origin }: Writer, { scales }: GroupWork): void {
  const [heaviest, nearest] = [scales.potential.factors[0], scales.relationship.factors[0]]
  if (!heaviest || !nearest) throw new Error('there are no factors')
  adopt(doc, { kind: 'weight', axis: 'potential', factorId: heaviest.id }, heaviest.weight ?? 0, 'own', '=采购额最说明问题', origin)
  adopt(doc, { kind: 'grade', customerId: 'c2', factorId: nearest.id }, 2, 'own', '厂长只见过一面，还谈不上信任', origin)
}

function judge(peer: Writer, work: GroupWork): void {
  findingsOf(work).slice(0, 2).forEach(({ key }, index) => {
    setVerdict(peer.doc, key, index === 1 ? 'rejected' : 'accepted', peer.origin)
    reasonText(peer.doc, key).insert(0, index === 1 ? '对方总部已经叫停这个项目。' : '今年春天以后没有人专门负责。')
  })
  addOwnFinding(peer.doc, [], 'own1', peer.origin)
  addDecision(peer.doc, [], { id: 'd1', fromId: 'c1', toId: 'c4', amount: 6 }, peer.origin)
  decisionText(peer.doc, 'd1', 'reason')?.insert(0, '=明年要换三台主机')
  decisionText(peer.doc, 'd1', 'who')?.insert(0, '周建业')
  setDecision(peer.doc, 'd1', { due: '2026-12-05' }, peer.origin)
  ownFindingText(peer.doc, 'own1')?.insert(0, '把给老客户的一半拜访转到潜力最大的两家新客户，从下月第一周开始。')
}

/** Three USPs, the first of them chosen and tested; and a strategy with its plan. */
function sell({ doc, origin }: Writer, work: () => GroupWork): void {
  const claims = ['报修后 4 小时内到场，去年 312 次达标 96%', '=HYPERLINK("http://x","全省唯一白名单")', '样品三天出报告']
  claims.forEach((claim, index) => {
    addUsp(doc, work().parts.usps.usps, { id: `u${index + 1}`, source: index === 1 ? 'brand' : 'service', texts: { claim, evidence: '近一年服务记录', competitor: '远山设备' } }, origin)
  })
  setUspCell(doc, 'u3', { cell: 'test', test: 'unique', value: 'yes' }, origin)
  addStrategy(doc, [], { id: 's1', subject: { kind: 'customer', customerId: 'c4' } }, origin)
  setStrategyCell(doc, 's1', { cell: 'generic', value: 'differentiation' }, origin)
  setStrategyCell(doc, 's1', { cell: 'usp', uspId: 'u1', value: true }, origin)
  setStrategyCell(doc, 's1', { cell: 'goalBy', value: '2026-12-31' }, origin)
  strategyText(doc, 's1', 'goal')?.insert(0, '年底前拿下首个备件框架合同')
  strategyText(doc, 's1', { lever: 'product' })?.insert(0, '零下 40 度免预热机型，先试用两台')
  strategyText(doc, 's1', { lever: 'value' })?.insert(0, '冬季停机每天少损失 12 万元')
  const strategy = (): Strategy => {
    const [first] = work().parts.strategies.strategies
    if (!first) throw new Error('the strategy is not there')
    return first
  }
  addAction(doc, strategy(), 'a1', origin)
  actionText(doc, 'a1', 'what')?.insert(0, '约设备部长到标杆客户现场')
  actionText(doc, 'a1', 'who')?.insert(0, '周建业')
  setActionDay(doc, 'a1', '2026-12-05', origin)
  addIndicator(doc, strategy(), 'i1', origin)
  indicatorText(doc, 'i1', 'name')?.insert(0, '决策人单独会谈次数')
  indicatorText(doc, 'i1', 'target')?.insert(0, '每月 2 次')
  setIndicatorDay(doc, 'i1', '2027-01-15', origin)
}
