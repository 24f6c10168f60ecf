import { maskPartSummaries } from '../../../shared/groupwork/parts.ts'
import { maskDeep, type MaskText } from '../../../shared/mask/names.ts'
import type { WorkSummary } from './summary.ts'

/** Of groups that nobody has changed, while no name changed either: most of them, four times a second. */
const remembered = new WeakMap<WorkSummary, { readonly mask: MaskText; readonly masked: WorkSummary }>()

/** Without any customer's name, for a room that may look on. */
export function maskSummary(summary: WorkSummary, mask: MaskText): WorkSummary {
  const known = remembered.get(summary)
  if (known?.mask === mask) return known.masked
  const points = summary.points.map((point) => ({ ...point, label: point.mask }))
  const masked = maskDeep({ ...summary, points, parts: maskPartSummaries(summary.parts) }, mask)
  remembered.set(summary, { mask, masked })
  return masked
}
