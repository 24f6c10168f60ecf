import type { Customer } from '../customer/model.ts'
import type { GroupWork } from '../groupwork/model.ts'
import { nonSeparatingFactors } from '../scale/measuredChecks.ts'
import { allHigh } from '../scoring/allHigh.ts'
import { type MapPlace, isMeasured, placeAll, quadrantCounts } from '../scoring/axis.ts'
import { compareShares, MIN_COMPARED, MIN_SHARE_GAP, type ShareComparison } from '../scoring/effort.ts'
import { type Quadrant, quadrants } from './model.ts'

export const findingRules = ['concentration', 'neglected', 'over-served', 'non-separating', 'all-high', 'incomplete'] as const
export type FindingRule = (typeof findingRules)[number]

/** A hidden danger that the map shows, found by rule. The group accepts or rejects it (`Judgement`, by `key`). */
export interface Finding {
  /** The same finding has the same key tomorrow, whatever its figures then: `[a-z0-9:-]{1,90}`. */
  readonly key: string
  readonly rule: FindingRule
  readonly customerIds: readonly string[]
  readonly factorId: string | null
  readonly quadrant: Quadrant | null
  /** For the text; shares are 0..1. */
  readonly params: Readonly<Record<string, number>>
}

/**
 * Effort is well below (above) potential when its share is less than 0.6 of the potential's share (the reverse), and the
 * two are 3 points of 100 apart at least.
 */
export const WELL_BELOW = 0.6
/** This share of five measured customers or more in one quadrant is a concentration. */
export const CONCENTRATED = 0.7
export const MIN_CONCENTRATED = 5

/** All findings, gravest rule first; within a rule, the largest gap first. Removed customers and factors don't count. */
export function findingsOf(work: GroupWork): Finding[] {
  const customers = work.customers.filter((customer) => !customer.removed)
  const places = placeAll(customers, work.scales, work.settings)
  return [
    ...concentration(places),
    ...misspentEffort(customers, places, work.settings.cutY),
    ...nonSeparating(work, customers),
    ...praised(work, customers),
    ...incomplete(places),
  ]
}

function concentration(places: readonly MapPlace[]): Finding[] {
  const measured = places.filter(isMeasured)
  if (measured.length < MIN_CONCENTRATED) return []
  const counts = quadrantCounts(measured)
  return quadrants
    .filter((quadrant) => counts[quadrant] / measured.length >= CONCENTRATED)
    .map((quadrant) => ({
      key: `concentration:${quadrant}`, rule: 'concentration', factorId: null, quadrant,
      customerIds: measured.filter((place) => place.quadrant === quadrant).map((place) => place.customerId),
      params: { count: counts[quadrant], measured: measured.length, share: counts[quadrant] / measured.length },
    }))
}

/** Neglected: high potential, effort share well below potential share. Over-served: low potential, and the reverse. */
function misspentEffort(customers: readonly Customer[], places: readonly MapPlace[], cutY: number): Finding[] {
  const shares = compareShares(customers, places)
  if (shares.length < MIN_COMPARED) return []
  const byId = new Map(places.map((place) => [place.customerId, place]))
  const gap = (share: ShareComparison): number => Math.abs(share.effortShare - share.potentialShare)
  const apart = shares.filter((share) => gap(share) >= MIN_SHARE_GAP - 1e-9).sort((one, other) => gap(other) - gap(one))
  const ofRule = (rule: 'neglected' | 'over-served', share: ShareComparison): Finding => ({
    key: `${rule}:${share.customerId}`, rule, factorId: null, quadrant: byId.get(share.customerId)?.quadrant ?? null, customerIds: [share.customerId],
    params: { effortShare: share.effortShare, potentialShare: share.potentialShare, potential: potentialOf(byId.get(share.customerId)) },
  })
  const high = (share: ShareComparison): boolean => potentialOf(byId.get(share.customerId)) >= cutY
  return [
    ...apart.filter((share) => high(share) && share.effortShare < WELL_BELOW * share.potentialShare).map((share) => ofRule('neglected', share)),
    ...apart.filter((share) => !high(share) && share.potentialShare < WELL_BELOW * share.effortShare).map((share) => ofRule('over-served', share)),
  ]
}

const potentialOf = (place: MapPlace | undefined): number => place?.y.value ?? 0

const nonSeparating = (work: GroupWork, customers: readonly Customer[]): Finding[] =>
  [work.scales.potential, work.scales.relationship].flatMap((scale) =>
    nonSeparatingFactors(scale, customers).map(({ factorId, level, customerIds }): Finding => ({
      key: `non-separating:${factorId}`, rule: 'non-separating', factorId, quadrant: null, customerIds, params: { level, count: customerIds.length },
    })))

function praised(work: GroupWork, customers: readonly Customer[]): Finding[] {
  if (!allHigh(customers, work.scales)) return []
  return [{ key: 'all-high', rule: 'all-high', factorId: null, quadrant: null, customerIds: customers.map(({ id }) => id), params: { count: customers.length } }]
}

/** One finding for all customers that lack grades, as soon as any is on the map; those that could still change quadrant come first. */
function incomplete(places: readonly MapPlace[]): Finding[] {
  const lacking = places.filter((place) => !place.x.complete || !place.y.complete)
  if (lacking.length === 0 || !places.some(isMeasured)) return []
  const open = lacking.filter((place) => place.possible.length > 1)
  const settled = lacking.filter((place) => place.possible.length === 1)
  return [{
    key: 'incomplete', rule: 'incomplete', factorId: null, quadrant: null,
    customerIds: [...open, ...settled].map((place) => place.customerId),
    params: { count: lacking.length, total: places.length, open: open.length },
  }]
}
