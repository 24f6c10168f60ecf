import type { Customer } from '../../../shared/customer/model.ts'
import type { GroupWork } from '../../../shared/groupwork/model.ts'
import { findingsOf } from '../../../shared/map/findings.ts'
import { axes } from '../../../shared/scale/model.ts'
import { type MapPlace, isMeasured } from '../../../shared/scoring/axis.ts'
import { compareShares } from '../../../shared/scoring/effort.ts'
import { factorScore, levelOf } from '../../../shared/scoring/grade.ts'
import type { StrategySubject } from '../../../shared/strategy/model.ts'

/** What the map knows of a strategy's subject: a message of `strategy.hint` and what goes into it. */
export interface MapHint {
  readonly key: 'place' | 'strong' | 'weak' | 'unknown' | 'effort' | 'neglected' | 'over-served' | 'members' | 'quadrantEffort'
  /** Names are listed by the face, in its language. */
  readonly params: Readonly<Record<string, string | number | readonly string[]>>
}

const STRONG = 75
const WEAK = 25
const FEW = 3
const percent = (share: number): string => `${Math.round(share * 100)}%`

export function mapHints(work: GroupWork, places: readonly MapPlace[], subject: StrategySubject | null): MapHint[] {
  if (!subject) return []
  if (subject.kind === 'quadrant') return quadrantHints(work, places, subject.quadrant)
  const customer = work.customers.find(({ id }) => id === subject.customerId)
  return customer ? [...placeHint(places, customer), ...gradeHints(work, customer), ...effortHints(work, places, customer)] : []
}

function placeHint(places: readonly MapPlace[], customer: Customer): MapHint[] {
  const place = places.find(({ customerId }) => customerId === customer.id)
  if (!place || !isMeasured(place)) return []
  return [{ key: 'place', params: { potential: Math.round(place.y.value), relationship: Math.round(place.x.value) } }]
}

/** The factors with the best and the worst grades, and those that nobody could answer. */
function gradeHints(work: GroupWork, customer: Customer): MapHint[] {
  const factors = axes.flatMap((axis) => work.scales[axis].factors).map((factor) => ({ name: factor.name, score: factorScore(factor, levelOf(customer, factor)) }))
  const named = (key: MapHint['key'], chosen: typeof factors): MapHint[] => (chosen.length > 0 ? [{ key, params: { factors: chosen.slice(0, FEW).map(({ name }) => name) } }] : [])
  const graded = factors.flatMap((factor) => (factor.score === null ? [] : [{ ...factor, score: factor.score }]))
  return [
    ...named('strong', graded.filter(({ score }) => score >= STRONG).sort((one, other) => other.score - one.score)),
    ...named('weak', graded.filter(({ score }) => score <= WEAK).sort((one, other) => one.score - other.score)),
    ...named('unknown', factors.filter(({ score }) => score === null)),
  ]
}

function effortHints(work: GroupWork, places: readonly MapPlace[], customer: Customer): MapHint[] {
  const share = compareShares(work.customers, places).find(({ customerId }) => customerId === customer.id)
  const rule = findingsOf(work).find((finding) => (finding.rule === 'neglected' || finding.rule === 'over-served') && finding.customerIds.includes(customer.id))?.rule
  if (!share) return []
  return [{ key: rule === 'neglected' || rule === 'over-served' ? rule : 'effort', params: { effort: percent(share.effortShare), potential: percent(share.potentialShare) } }]
}

function quadrantHints(work: GroupWork, places: readonly MapPlace[], quadrant: string): MapHint[] {
  const ids = new Set(places.filter((place) => place.quadrant === quadrant).map(({ customerId }) => customerId))
  const names = work.customers.filter(({ id }) => ids.has(id)).map(({ name }) => name)
  const shares = compareShares(work.customers, places).filter(({ customerId }) => ids.has(customerId))
  const sum = (of: (share: (typeof shares)[number]) => number): string => percent(shares.reduce((total, share) => total + of(share), 0))
  return [
    ...(names.length > 0 ? [{ key: 'members' as const, params: { count: names.length, factors: names } }] : []),
    ...(shares.length > 0 ? [{ key: 'quadrantEffort' as const, params: { effort: sum(({ effortShare }) => effortShare), potential: sum(({ potentialShare }) => potentialShare) } }] : []),
  ]
}
