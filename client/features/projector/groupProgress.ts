import type { Activity } from '../../../shared/course/template.ts'
import { partProgress } from '../../../shared/groupwork/parts.ts'
import type { GroupSummary } from '../../../shared/protocol/views.ts'
import { factorCount, type Axis } from '../../../shared/scale/model.ts'

/** A figure on a group's card; `good` is shown by a mark beside it, never by colour alone. */
export interface ProgressFact {
  /** The whole key of its words. */
  readonly key: string
  readonly value: string
  readonly good: boolean
}
export interface GroupProgress {
  /** 0..1 of what the current activity asks for. */
  readonly share: number
  readonly facts: readonly ProgressFact[]
}

/** Customers that a group is asked to measure at least (course item 5.2). */
const CUSTOMERS_ASKED = 6
const SET_WEIGHTS_SHARE = 0.2

const fact = (name: 'factors' | 'weights' | 'complete' | 'measured' | 'effort' | 'judged' | 'potential' | 'relationship'): string => `projector.progress.fact.${name}`
const whole = (value: number): number => (Number.isFinite(value) ? Math.max(0, Math.round(value)) : 0)
const part = (done: number, asked: number): number => (asked > 0 ? Math.min(1, whole(done) / asked) : 0)

/** How far a group is with what the class does now; while nothing is to be done on the devices, with everything so far. */
export function groupProgress(activity: Activity | null, summary: GroupSummary): GroupProgress {
  switch (activity) {
    case 'potential':
    case 'relationship': return { share: scaleShare(summary, activity), facts: scaleFacts(summary, activity) }
    case 'measure': return { share: measureShare(summary), facts: [measured(summary), { key: fact('effort'), value: ratio(withEffort(summary), summary.customers), good: all(withEffort(summary), summary.customers) }] }
    case 'map': return { share: part(withEffort(summary), Math.max(1, summary.customers)), facts: [measured(summary), { key: fact('effort'), value: ratio(withEffort(summary), summary.customers), good: all(withEffort(summary), summary.customers) }] }
    case 'findings': return findingsProgress(summary)
    default: return partProgress(activity, summary.parts) ?? overall(summary)
  }
}

function scaleShare(summary: GroupSummary, axis: Axis): number {
  const scale = summary.scales[axis]
  const factors = part(scale.completeFactors, Math.max(factorCount[axis].min, whole(scale.factors)))
  return factors * (1 - SET_WEIGHTS_SHARE) + (sums(scale.weightTotal) ? SET_WEIGHTS_SHARE : 0)
}
function scaleFacts(summary: GroupSummary, axis: Axis): readonly ProgressFact[] {
  const scale = summary.scales[axis]
  const { min, max } = factorCount[axis]
  return [
    { key: fact('factors'), value: String(whole(scale.factors)), good: scale.factors >= min && scale.factors <= max },
    { key: fact('weights'), value: String(whole(scale.weightTotal)), good: sums(scale.weightTotal) },
    { key: fact('complete'), value: ratio(scale.completeFactors, scale.factors), good: all(scale.completeFactors, scale.factors) },
  ]
}
const sums = (weightTotal: number): boolean => Math.abs(weightTotal - 100) < 0.05

const measureShare = (summary: GroupSummary): number => part(summary.measured, Math.max(CUSTOMERS_ASKED, whole(summary.customers)))
const measured = (summary: GroupSummary): ProgressFact => ({ key: fact('measured'), value: ratio(summary.measured, summary.customers), good: summary.measured >= CUSTOMERS_ASKED && all(summary.measured, summary.customers) })
const withEffort = (summary: GroupSummary): number => summary.points.filter((point) => point.effortShare !== null).length

function findingsProgress(summary: GroupSummary): GroupProgress {
  const { open, accepted, rejected } = summary.findings
  const judged = whole(accepted) + whole(rejected)
  const found = judged + whole(open)
  const decided = partProgress('findings', summary.parts)
  return {
    share: (part(judged, found) + (decided?.share ?? 0)) / 2,
    facts: [{ key: fact('judged'), value: ratio(judged, found), good: all(judged, found) }, ...(decided?.facts ?? []), measured(summary)],
  }
}

function overall(summary: GroupSummary): GroupProgress {
  const [potential, relationship] = [scaleShare(summary, 'potential'), scaleShare(summary, 'relationship')]
  const percent = (share: number): string => `${Math.round(share * 100)}%`
  return {
    share: (potential + relationship + measureShare(summary)) / 3,
    facts: [
      { key: fact('potential'), value: percent(potential), good: potential >= 1 },
      { key: fact('relationship'), value: percent(relationship), good: relationship >= 1 },
      measured(summary),
    ],
  }
}

const ratio = (done: number, of: number): string => (whole(of) > 0 ? `${whole(done)}/${whole(of)}` : '–')
const all = (done: number, of: number): boolean => of > 0 && done >= of
