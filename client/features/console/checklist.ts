import type { Activity } from '../../../shared/course/template.ts'
import type { GroupSummary } from '../../../shared/protocol/views.ts'
import { factorCount } from '../../../shared/scale/model.ts'

export const checkNames = ['factors', 'complete', 'weights', 'checks', 'customers', 'gut', 'measured', 'effort', 'judged', 'decided'] as const
export interface Check {
  readonly name: (typeof checkNames)[number]
  readonly done: boolean
}

/** Customers that a group should bring, by the course. */
const CUSTOMERS_WANTED = 6
/** "Two decisions": findings that the group accepts. */
const DECISIONS_WANTED = 2

/** What a group has to get done in an activity, and what of it is done. Empty where the activity leaves nothing to count. */
export function checklist(activity: Activity | null, summary: GroupSummary): Check[] {
  const { customers, measured, findings } = summary
  switch (activity) {
    case 'potential':
    case 'relationship': {
      const scale = summary.scales[activity]
      const { min, max } = factorCount[activity]
      const enough = scale.factors >= min && scale.factors <= max
      return [
        { name: 'factors', done: enough },
        { name: 'complete', done: scale.factors > 0 && scale.completeFactors === scale.factors },
        { name: 'weights', done: Math.round(scale.weightTotal * 10) === 1_000 },
        { name: 'checks', done: scale.factors > 0 && scale.failing === 0 },
      ]
    }
    case 'measure':
      return [
        { name: 'customers', done: customers >= CUSTOMERS_WANTED },
        { name: 'gut', done: summary.gutDone },
        { name: 'measured', done: customers > 0 && measured === customers },
      ]
    case 'map':
      return [
        { name: 'customers', done: customers >= CUSTOMERS_WANTED },
        { name: 'measured', done: customers > 0 && measured === customers },
        { name: 'effort', done: summary.points.some((point) => point.effortShare !== null) },
      ]
    case 'findings':
      return [
        { name: 'judged', done: findings.open === 0 && findings.accepted + findings.rejected > 0 },
        { name: 'decided', done: findings.accepted >= DECISIONS_WANTED },
      ]
    case 'case':
    case 'usp':
    case 'strategy':
    case null:
      return []
  }
}
