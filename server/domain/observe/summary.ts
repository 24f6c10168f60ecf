import type { GroupWork } from '../../../shared/groupwork/model.ts'
import { summariseParts } from '../../../shared/groupwork/parts.ts'
import { aggregatePoints } from '../../../shared/map/aggregatePoints.ts'
import { type Finding, type FindingRule, findingsOf } from '../../../shared/map/findings.ts'
import type { GroupSummary, ScaleSummary } from '../../../shared/protocol/views.ts'
import { isError, isFactorComplete, scaleChecks } from '../../../shared/scale/checks.ts'
import { axes, type Scale } from '../../../shared/scale/model.ts'
import { weightTotal } from '../../../shared/scale/weights.ts'
import { allHigh } from '../../../shared/scoring/allHigh.ts'
import { isMeasured, placeAll, quadrantCounts } from '../../../shared/scoring/axis.ts'
import { alignment, compareShares } from '../../../shared/scoring/effort.ts'
import { gutAgreement } from '../../../shared/scoring/gutOrder.ts'

/** What the document alone says; who is online and when it was edited comes from the rooms. */
export type WorkSummary = Omit<GroupSummary, 'editedAt' | 'online' | 'heldDevices'>

const summarisedScales = new WeakMap<Scale, ScaleSummary>()
function scaleSummary(scale: Scale): ScaleSummary {
  const summary = summarisedScales.get(scale) ?? summariseScale(scale)
  summarisedScales.set(scale, summary)
  return summary
}
const summariseScale = (scale: Scale): ScaleSummary => ({
  factors: scale.factors.length,
  weightTotal: weightTotal(scale.factors),
  completeFactors: scale.factors.filter(isFactorComplete).length,
  failing: scaleChecks(scale).filter(isError).length,
})

function symptomsOf(findings: readonly Finding[]): Record<FindingRule, number> {
  const counts: Record<FindingRule, number> = { concentration: 0, neglected: 0, 'over-served': 0, 'non-separating': 0, 'all-high': 0, incomplete: 0 }
  for (const { rule } of findings) counts[rule]++
  return counts
}

type MapSummary = Pick<WorkSummary, 'measured' | 'points' | 'quadrantCounts' | 'symptoms' | 'alignment' | 'spearman' | 'allHigh'> & { readonly findings: readonly Finding[] }

const remembered = new WeakMap<GroupWork['customers'], { readonly letter: string; readonly work: GroupWork; readonly map: MapSummary }>()
/** Who types into a strategy changes nothing of what the map is made of: then it is the very same as before. */
function mapSummary(letter: string, work: GroupWork): MapSummary {
  const known = remembered.get(work.customers)
  const { scales, settings } = work
  if (known?.letter === letter && known.work.settings === settings && axes.every((axis) => known.work.scales[axis] === scales[axis])) return known.map
  const map = summariseMap(letter, work)
  remembered.set(work.customers, { letter, work, map })
  return map
}
function summariseMap(letter: string, work: GroupWork): MapSummary {
  const { scales, customers, settings } = work
  const places = placeAll(customers, scales, settings)
  const findings = findingsOf(work)
  return {
    measured: places.filter(isMeasured).length,
    points: aggregatePoints(letter, work),
    quadrantCounts: quadrantCounts(places),
    findings,
    symptoms: symptomsOf(findings),
    alignment: alignment(compareShares(customers, places)),
    spearman: gutAgreement(work, places),
    allHigh: allHigh(customers, scales),
  }
}

/** @param letter the group's, for customers without a name. */
export function summarise(groupId: string, letter: string, work: GroupWork): WorkSummary {
  const { scales, customers, settings } = work
  const { findings, ...map } = mapSummary(letter, work)
  const verdictOf = (key: string): string | null => work.judgements.get(key)?.verdict ?? null
  const rejected = findings.filter(({ key }) => verdictOf(key) === 'rejected')
  return {
    ...map,
    groupId,
    scales: { potential: scaleSummary(scales.potential), relationship: scaleSummary(scales.relationship) },
    customers: customers.length,
    gutDone: settings.gutDoneAt !== null,
    cutX: settings.cutX,
    cutY: settings.cutY,
    findings: {
      open: findings.filter(({ key }) => verdictOf(key) === null).length,
      accepted: findings.filter(({ key }) => verdictOf(key) === 'accepted').length + work.ownFindings.filter(({ removed }) => removed === null).length,
      rejected: rejected.length,
    },
    symptoms: rejected.length === 0 ? map.symptoms : symptomsOf(findings.filter((finding) => !rejected.includes(finding))),
    parts: summariseParts(work.parts),
    leftOut: work.leftOut.length,
  }
}
