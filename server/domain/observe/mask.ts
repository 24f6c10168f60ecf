import { maskPartSummaries } from '../../../shared/groupwork/parts.ts'
import { maskDeep, type MaskText } from '../../../shared/mask/names.ts'
import type { WorkSummary } from './summary.ts'

/** Without any customer's name, for a room that may look on. */
export const maskSummary = <S extends WorkSummary>(summary: S, mask: MaskText): S =>
  maskDeep({ ...summary, points: summary.points.map((point) => ({ ...point, label: point.mask })), parts: maskPartSummaries(summary.parts) }, mask)
