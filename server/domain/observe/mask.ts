import { maskPartSummaries } from '../../../shared/groupwork/parts.ts'
import { maskDeep, type MaskText } from '../../../shared/mask/names.ts'
import type { WorkSummary } from './summary.ts'

/** Of groups that nobody has changed, while no name changed either: most of them, four times a second. */
const remembered = new WeakMap<WorkSummary, { readonly mask: MaskText; readonly masked: WorkSummary }>()

/** The map is most of a summary, and the same for as long as a group only writes. */
const rememberedPoints = new WeakMap<WorkSummary['points'], { readonly mask: MaskText; readonly masked: WorkSummary['points'] }>()
function maskPoints(points: WorkSummary['points'], mask: MaskText): WorkSummary['points'] {
  const known = rememberedPoints.get(points)
  if (known?.mask === mask) return known.masked
  const masked = maskDeep(points.map((point) => ({ ...point, label: point.mask })), mask)
  rememberedPoints.set(points, { mask, masked })
  return masked
}

/** Without any customer's name, for a room that may look on. */
export function maskSummary(summary: WorkSummary, mask: MaskText): WorkSummary {
  const known = remembered.get(summary)
  if (known?.mask === mask) return known.masked
  const { points, ...others } = summary
  const masked = { ...maskDeep({ ...others, parts: maskPartSummaries(others.parts) }, mask), points: maskPoints(points, mask) }
  remembered.set(summary, { mask, masked })
  return masked
}
