import type { GroupWork } from '../../../shared/groupwork/model.ts'
import { axes, type Axis } from '../../../shared/scale/model.ts'
import { isError, scaleChecks } from '../../../shared/scale/checks.ts'
import { allHigh } from '../../../shared/scoring/allHigh.ts'

/** What stands in the way of fair measuring, each with the task where it is put right. */
export type Signal =
  | { readonly kind: 'all-high' }
  /** `open` errors of the scale's own checks. */
  | { readonly kind: 'scale-open'; readonly axis: Axis; readonly open: number }
  | { readonly kind: 'scale-empty'; readonly axis: Axis }

export function signalsOf(work: GroupWork): Signal[] {
  const signals: Signal[] = allHigh(work.customers, work.scales) ? [{ kind: 'all-high' }] : []
  for (const axis of axes) {
    const scale = work.scales[axis]
    const open = scaleChecks(scale).filter(isError).length
    if (scale.factors.length === 0) signals.push({ kind: 'scale-empty', axis })
    else if (open > 0) signals.push({ kind: 'scale-open', axis, open })
  }
  return signals
}
