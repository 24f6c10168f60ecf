import type { Activity } from '../../../shared/course/template.ts'
import { partProgress } from '../../../shared/groupwork/parts.ts'
import type { GroupSummary } from '../../../shared/protocol/views.ts'
import { factorCount } from '../../../shared/scale/model.ts'

export const checkNames = ['factors', 'complete', 'weights', 'checks', 'customers', 'gut', 'measured', 'effort', 'judged'] as const
export interface Check {
  /** The whole key of its words. */
  readonly key: string
  readonly done: boolean
}
const check = (name: (typeof checkNames)[number], done: boolean): Check => ({ key: `console.check.${name}`, done })

/** Customers that a group should bring, by the course. */
const CUSTOMERS_WANTED = 6

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
        check('factors', enough),
        check('complete', scale.factors > 0 && scale.completeFactors === scale.factors),
        check('weights', Math.round(scale.weightTotal * 10) === 1_000),
        check('checks', scale.factors > 0 && scale.failing === 0),
      ]
    }
    case 'measure':
      return [
        check('customers', customers >= CUSTOMERS_WANTED),
        check('gut', summary.gutDone),
        check('measured', customers > 0 && measured === customers),
      ]
    case 'map':
      return [
        check('customers', customers >= CUSTOMERS_WANTED),
        check('measured', customers > 0 && measured === customers),
        check('effort', summary.points.some((point) => point.effortShare !== null)),
      ]
    case 'findings':
      return [
        check('judged', findings.open === 0 && findings.accepted + findings.rejected > 0),
        ...(partProgress(activity, summary.parts)?.checks ?? []),
      ]
    default:
      return [...(partProgress(activity, summary.parts)?.checks ?? [])]
  }
}
