import { type Locale, inLanguage } from '../../shared/language/locale.ts'
import type { SampleCustomer } from '../../shared/course/sampleCustomers.ts'
import { type SampleGroup, sampleGroups } from '../../shared/course/samples.ts'
import { sampleStrategies, sampleUspLists, type SampleStrategy, type SampleUsp } from '../../shared/course/sampleStrategies.ts'
import type { Grade } from '../../shared/customer/model.ts'
import { DECISIONS_ASKED } from '../../shared/map/decisions.ts'
import { type FindingRule, findingsOf } from '../../shared/map/findings.ts'
import { factorLibrary } from '../../shared/scale/library.ts'
import { axes, type Axis, type Factor } from '../../shared/scale/model.ts'
import { placeAll } from '../../shared/scoring/axis.ts'
import { proposeMoves } from '../../shared/scoring/effortMoves.ts'
import { actionText, addAction, addIndicator, addStrategy, indicatorText, setActionDay, setIndicatorDay, setStrategyCell, strategyText } from '../../shared/strategy/document.ts'
import { levers, type Strategy } from '../../shared/strategy/model.ts'
import { addUsp, addUspContext, setUspCell, setUspsShown, uspText } from '../../shared/usp/document.ts'
import { topUsps, type UspAnswer, uspTests } from '../../shared/usp/model.ts'
import type { Pace } from './pace.ts'
import { newId, type Tablet } from './tablet.ts'

/** One group at work: its tablets take turns, so that edits come from all of them. */
export interface GroupPlay {
  readonly tablets: readonly Tablet[]
  readonly sample: SampleGroup
  readonly locale: Locale
  readonly pace: Pace
  /** Share of grades left without an answer, and of "don't know" among the answers. */
  readonly gaps: { readonly missing: number; readonly unknown: number }
}

const DAY_MS = 24 * 60 * 60_000

const taker = ({ tablets, pace }: GroupPlay): Tablet => {
  const tablet = tablets[Math.floor(pace.random() * tablets.length)]
  if (!tablet) throw new Error('a group needs a tablet')
  return tablet
}

/** Builds one scale from the library: the factors first, then weights that only add up at the second try. */
export async function buildScale(play: GroupPlay, axis: Axis): Promise<void> {
  const { sample, locale, pace, tablets } = play
  const weights = new Map<string, number>()
  for (const { libraryId, weight } of sample.scales[axis]) {
    const factor = factorLibrary.find((one) => one.id === libraryId)
    if (!factor || pace.stopped) continue
    const tablet = taker(play)
    weights.set(await tablet.borrowFactor(axis, factor, locale), weight)
  }
  await settle(play, (tablet) => tablet.work().scales[axis].factors.length >= weights.size)
  const first = tablets[0]
  for (const [factorId, weight] of weights) {
    first?.weigh(axis, new Map([[factorId, Math.max(5, weight + (pace.random() < 0.3 ? 5 : 0))]]))
    await pace.spend(2_500)
  }
  first?.weigh(axis, weights)
  await settle(play, (tablet) => tablet.work().scales[axis].factors.every((factor) => factor.weight === weights.get(factor.id)))
}

/** Lists the customers, puts them into the order of gut feeling and says that it stands. */
export async function listCustomers(play: GroupPlay, atMs: number): Promise<void> {
  const { sample, locale, pace, tablets } = play
  for (const customer of sample.customers) {
    if (!pace.stopped) await taker(play).addCustomer(inLanguage(customer.name, locale))
    await settle(play, (tablet) => tablet.work().customers.length >= sample.customers.indexOf(customer) + 1)
  }
  const [first] = tablets
  const known = new Map(first?.work().customers.map((customer) => [customer.name, customer.id]))
  const byGut = [...sample.customers].sort((one, other) => one.gutRank - other.gutRank)
  for (const [place, customer] of byGut.entries()) {
    const id = known.get(inLanguage(customer.name, locale))
    if (id) first?.rank(id, place)
    await pace.spend(1_200)
  }
  first?.settings({ gutDoneAt: atMs })
}

/** Grades every customer near where it truly is, with a grader's noise, and enters effort and revenue. */
export async function measureCustomers(play: GroupPlay): Promise<void> {
  const { sample, locale, pace, gaps } = play
  for (const [index, customer] of sample.customers.entries()) {
    const tablet = play.tablets[index % play.tablets.length] ?? taker(play)
    await settle(play, (one) => one.work().customers.length >= sample.customers.length)
    const row = tablet.work().customers.find((one) => one.name === inLanguage(customer.name, locale))
    if (!row || pace.stopped) continue
    for (const axis of axes) {
      for (const factor of tablet.work().scales[axis].factors) {
        if (pace.random() < gaps.missing) continue
        tablet.grade(row.id, factor.id, pace.random() < gaps.unknown ? { kind: 'unknown' } : gradeNear(factor, customer, axis, pace))
        await pace.spend(1_500 + 2_500 * pace.random())
      }
    }
    tablet.figure(row.id, 'effort', customer.effort)
    tablet.figure(row.id, 'revenue', customer.revenue)
    await pace.spend(2_000)
  }
}

/** What a group will do about a danger, or why it is none; the second of two alike is answered otherwise. */
const answersTo: Readonly<Record<FindingRule, Readonly<Record<Locale, readonly string[]>>>> = {
  neglected: say(['指定专人负责，下月起每两周拜访一次。', '请技术一起去一次，两周内见到设备主管。'], ['One of us owns it from next month, with a visit every two weeks.', 'Take an engineer along, and meet the plant manager within two weeks.']),
  'over-served': say(['改成每月一次电话，省下的时间给进攻区。', '常规问题转给客服，拜访减一半。'], ['A call a month instead; the time goes to “Attack”.', 'Routine questions go to the service desk; half the visits.']),
  concentration: say(['下周一起把分数再核对一遍。'], ['Check the grades together next week.']),
  'non-separating': say(['换一个分得出高低的因素。'], ['Take a factor that tells customers apart.']),
  'all-high': say(['请没参与打分的同事再打一遍。'], ['Ask a colleague who took no part to grade again.']),
  incomplete: say(['月底前把缺的数据问齐。'], ['Ask for what is missing by the end of the month.']),
}
function say(zh: readonly string[], en: readonly string[]): Readonly<Record<Locale, readonly string[]>> {
  return { 'zh-CN': zh, 'zh-TW': zh, en }
}
const noDanger = say(['今年就这一个项目，已经到收尾阶段。'], ['They have one project this year, and it is nearly over.'])

/** Accepts the first findings and rejects one, with reasons. */
export async function judgeFindings(play: GroupPlay): Promise<void> {
  // A tablet that is behind would find other dangers.
  await settle(play, (tablet) => tablet.work().customers.every(({ effort }) => effort !== null))
  const judged = findingsOf(taker(play).work()).slice(0, 3)
  for (const [index, finding] of judged.entries()) {
    if (play.pace.stopped) return
    const alike = judged.slice(0, index).filter(({ rule }) => rule === finding.rule).length
    const words = (index === 2 ? noDanger : answersTo[finding.rule])[play.locale]
    await taker(play).judge(finding.key, index === 2 ? 'rejected' : 'accepted', words[alike] ?? words[0] ?? '')
    await play.pace.spend(4_000)
  }
}

/** Makes two of the proposals to move effort its decisions. */
export async function makeDecisions(play: GroupPlay, atMs: number): Promise<void> {
  const { sample, locale, pace } = play
  const reasons = locale === 'en' ? ['Among the largest potentials, two visits this year.', 'They buy whatever we do; a call a month is enough.'] : ['潜力排在最前面，今年只去过两次。', '不管去不去都会买，每月打个电话就够。']
  const { customers, scales, settings } = taker(play).work()
  const moves = proposeMoves(customers, placeAll(customers, scales, settings), settings.cutY)?.moves ?? []
  for (const [index, move] of moves.slice(0, DECISIONS_ASKED).entries()) {
    if (pace.stopped) return
    const who = sample.members[index]
    await taker(play).decide(move, { reason: reasons[index] ?? '', who: who ? inLanguage(who, locale) : '', due: new Date(atMs + (14 + 7 * index) * DAY_MS).toISOString().slice(0, 10) })
    await pace.spend(4_000)
  }
}

const answers: Readonly<Record<string, UspAnswer>> = { y: 'yes', n: 'no', '?': 'unsure' }
/** The third group keeps its claims to itself, as some do. */
const showsItsClaims = ({ sample }: GroupPlay): boolean => sampleGroups.indexOf(sample) !== 2

/** Lists USPs, each by another member; puts them to the tests, gives dots, and mostly lets the room read them. */
export async function listUsps(play: GroupPlay): Promise<void> {
  const list = sampleUspLists[sampleGroups.indexOf(play.sample) % sampleUspLists.length] ?? []
  const ids: string[] = []
  for (const sample of list) {
    if (play.pace.stopped) return
    ids.push(await writeUsp(play, taker(play), sample))
    await settle(play, (tablet) => tablet.work().parts.usps.usps.length >= ids.length)
  }
  for (const [member, tablet] of play.tablets.entries()) {
    for (const [place, sample] of list.entries()) {
      const value = sample.dots[member] ?? 0
      if (value > 0) tablet.write((doc, origin) => setUspCell(doc, ids[place] ?? '', { cell: 'vote', participantId: tablet.participantId, value }, origin))
    }
    await play.pace.spend(3_000)
  }
  if (showsItsClaims(play)) taker(play).write((doc, origin) => setUspsShown(doc, true, origin))
}

async function writeUsp({ locale, pace }: GroupPlay, tablet: Tablet, sample: SampleUsp): Promise<string> {
  const id = newId()
  tablet.write((doc, origin) => addUsp(doc, tablet.work().parts.usps.usps, { id, source: sample.source }, origin))
  for (const field of ['claim', 'evidence', 'competitor', 'forWhom'] as const) await tablet.type(uspText(tablet.doc, id, field), inLanguage(sample[field], locale), `usp/${id}/${field}`)
  for (const [place, test] of uspTests.entries()) {
    tablet.write((doc, origin) => setUspCell(doc, id, { cell: 'test', test, value: answers[sample.tests[place] ?? ''] ?? null }, origin))
    await pace.spend(1_500)
  }
  const { fails } = sample
  if (fails) tablet.write((doc, origin) => addUspContext(doc, { id, contexts: [] }, { id: newId(), text: inLanguage(fails, locale), holds: false }, origin))
  return id
}

/** Writes strategies, each on one tablet, with the group's best USPs; `atMs` is the day from which plans count. */
export async function writeStrategies(play: GroupPlay, atMs: number): Promise<void> {
  for (const [place, sample] of sampleStrategies.entries()) {
    const tablet = play.tablets[place % play.tablets.length] ?? taker(play)
    if (!play.pace.stopped) await writeStrategy(play, tablet, sample, atMs)
  }
  await settle(play, (tablet) => tablet.work().parts.strategies.strategies.length >= sampleStrategies.length)
}

const dayAfter = (atMs: number, days: number): string => new Date(atMs + days * DAY_MS).toISOString().slice(0, 10)

async function writeStrategy(play: GroupPlay, tablet: Tablet, sample: SampleStrategy, atMs: number): Promise<void> {
  const { locale } = play
  const id = newId()
  const field = (cell: string): string => `strategy/${id}/${cell}`
  const all = () => tablet.work().parts.strategies.strategies
  tablet.write((doc, origin) => {
    addStrategy(doc, all(), { id, subject: { kind: 'quadrant', quadrant: sample.quadrant } }, origin)
    setStrategyCell(doc, id, { cell: 'goalBy', value: dayAfter(atMs, sample.goalInDays) }, origin)
    setStrategyCell(doc, id, { cell: 'generic', value: sample.generic }, origin)
    if (showsItsClaims(play)) setStrategyCell(doc, id, { cell: 'shown', value: true }, origin)
    for (const usp of topUsps(tablet.work().parts.usps.usps).slice(0, sample.generic === 'differentiation' ? 2 : 1)) setStrategyCell(doc, id, { cell: 'usp', uspId: usp.id, value: true }, origin)
  })
  for (const part of ['goal', 'analysis', 'approach'] as const) await tablet.type(strategyText(tablet.doc, id, part), inLanguage(sample[part], locale), field(part))
  for (const lever of levers) {
    const note = sample.notes[lever]
    if (note) await tablet.type(strategyText(tablet.doc, id, { lever }), inLanguage(note, locale), field(`note:${lever}`))
  }
  await planAndWatch(play, tablet, sample, () => all().find((strategy) => strategy.id === id), atMs)
  await tablet.type(strategyText(tablet.doc, id, 'improve'), inLanguage(sample.improve, locale), field('improve'))
}

async function planAndWatch({ locale, sample: group }: GroupPlay, tablet: Tablet, sample: SampleStrategy, strategy: () => Strategy | undefined, atMs: number): Promise<void> {
  for (const [place, action] of sample.actions.entries()) {
    const actionId = newId()
    const now = strategy()
    if (!now) return
    tablet.write((doc, origin) => { addAction(doc, now, actionId, origin); setActionDay(doc, actionId, dayAfter(atMs, action.inDays), origin) })
    const who = group.members[place % group.members.length]
    for (const [cell, said] of [['what', action.what], ['who', who], ['resource', action.resource], ['measure', action.measure]] as const) {
      if (said) await tablet.type(actionText(tablet.doc, actionId, cell), inLanguage(said, locale), `strategy/${now.id}/action/${actionId}/${cell}`)
    }
  }
  for (const indicator of sample.indicators) {
    const indicatorId = newId()
    const now = strategy()
    if (!now) return
    tablet.write((doc, origin) => { addIndicator(doc, now, indicatorId, origin); setIndicatorDay(doc, indicatorId, dayAfter(atMs, indicator.inDays), origin) })
    for (const cell of ['name', 'target'] as const) await tablet.type(indicatorText(tablet.doc, indicatorId, cell), inLanguage(indicator[cell], locale), `strategy/${now.id}/indicator/${indicatorId}/${cell}`)
  }
}

function gradeNear(factor: Factor, customer: SampleCustomer, axis: Axis, pace: Pace): Grade {
  const truth = customer[axis] + (pace.random() - 0.5) * 0.3
  const levels = factor.intervals.length
  const level = Math.max(1, Math.min(levels, 1 + Math.round(truth * (levels - 1))))
  if (factor.measure === 'text') return { kind: 'level', level }
  const bin = factor.direction === 'more' ? level - 1 : levels - level
  const [below, above] = [factor.thresholds[bin - 1], factor.thresholds[bin]]
  const low = below ?? Math.max(0, (above ?? 1) * 0.4)
  const high = above ?? (below ?? 1) * 1.8
  return { kind: 'raw', raw: Math.round((low + (high - low) * (0.1 + 0.7 * pace.random())) * 10) / 10 }
}

/** Waits until every tablet of the group has seen it: they take turns, as people who talk to each other do. */
async function settle(play: GroupPlay, seen: (tablet: Tablet) => boolean): Promise<void> {
  const deadline = Date.now() + 10_000
  while (!play.pace.stopped && Date.now() < deadline && !play.tablets.every(seen)) {
    await new Promise<void>((resolve) => {
      const docs = play.tablets.map((tablet) => tablet.doc)
      const done = (): void => {
        clearTimeout(timer)
        for (const doc of docs) doc.off('update', done)
        resolve()
      }
      const timer = setTimeout(done, 250)
      for (const doc of docs) doc.on('update', done)
    })
  }
}
