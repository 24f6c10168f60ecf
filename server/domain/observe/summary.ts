import type { GroupWork } from '../../../shared/groupwork/model.ts'
import { summariseParts } from '../../../shared/groupwork/parts.ts'
import { findingsOf } from '../../../shared/map/findings.ts'
import type { AggregatePoint, GroupSummary, ScaleSummary } from '../../../shared/protocol/views.ts'
import { isError, isFactorComplete, scaleChecks } from '../../../shared/scale/checks.ts'
import type { Scale } from '../../../shared/scale/model.ts'
import { weightTotal } from '../../../shared/scale/weights.ts'
import { allHigh } from '../../../shared/scoring/allHigh.ts'
import { isMeasured, placeAll, quadrantCounts } from '../../../shared/scoring/axis.ts'
import { alignment, compareShares, effortShares } from '../../../shared/scoring/effort.ts'
import { gutAgreement } from '../../../shared/scoring/gutOrder.ts'
import { isBlank } from '../../../shared/text/sanitise.ts'
import { customerMask } from '../../../shared/group/identity.ts'

/** What the document alone says; who is online and when it was edited comes from the rooms. */
export type WorkSummary = Omit<GroupSummary, 'editedAt' | 'online' | 'heldDevices'>

const scaleSummary = (scale: Scale): ScaleSummary => ({
  factors: scale.factors.length,
  weightTotal: weightTotal(scale.factors),
  completeFactors: scale.factors.filter(isFactorComplete).length,
  failing: scaleChecks(scale).filter(isError).length,
})

/** @param letter the group's, for customers without a name. */
export function summarise(groupId: string, letter: string, work: GroupWork): WorkSummary {
  const { scales, customers, settings } = work
  const places = placeAll(customers, scales, settings)
  const effort = effortShares(customers)
  const findings = findingsOf(work)
  const verdictOf = (key: string): string | null => work.judgements.get(key)?.verdict ?? null
  const mask = new Map(customers.map((customer, place) => [customer.id, customerMask(letter, place)]))
  const label = new Map(customers.map((customer) => [customer.id, isBlank(customer.name) ? (mask.get(customer.id) ?? '') : customer.name]))
  return {
    groupId,
    scales: { potential: scaleSummary(scales.potential), relationship: scaleSummary(scales.relationship) },
    customers: customers.length,
    measured: places.filter(isMeasured).length,
    gutDone: settings.gutDoneAt !== null,
    cutX: settings.cutX,
    cutY: settings.cutY,
    points: places.filter(isMeasured).map(({ customerId, x, y, quadrant }): AggregatePoint => ({
      id: customerId,
      label: label.get(customerId) ?? '',
      mask: mask.get(customerId) ?? '',
      x: x.value, y: y.value, xLow: x.low, xHigh: x.high, yLow: y.low, yHigh: y.high,
      complete: x.complete && y.complete,
      effortShare: effort.get(customerId) ?? null,
      quadrant,
    })),
    quadrantCounts: quadrantCounts(places),
    findings: {
      open: findings.filter(({ key }) => verdictOf(key) === null).length,
      accepted: findings.filter(({ key }) => verdictOf(key) === 'accepted').length + work.ownFindings.filter(({ removed }) => removed === null).length,
      rejected: findings.filter(({ key }) => verdictOf(key) === 'rejected').length,
    },
    alignment: alignment(compareShares(customers, places)),
    spearman: gutAgreement(customers, places),
    allHigh: allHigh(customers, scales),
    parts: summariseParts(work.parts),
    leftOut: work.leftOut.length,
  }
}
