import type { Factor } from '../../shared/scale/model.ts'
import { withMinus } from '../../shared/text/figure.ts'

/** The figures that earn a level: from `from` on and below `below`; null is an open end, undefined a threshold nobody has set yet. */
export interface FigureRange {
  readonly from: number | null | undefined
  readonly below: number | null | undefined
}

/** Level 1 is the lowest grade: the lowest figures where more is better, the highest where less is. */
export function figureRange(factor: Pick<Factor, 'direction' | 'intervals' | 'thresholds'>, level: number): FigureRange {
  const count = factor.intervals.length
  const place = factor.direction === 'more' ? level : count + 1 - level
  return { from: place === 1 ? null : factor.thresholds[place - 2] ?? undefined, below: place === count ? null : factor.thresholds[place - 1] ?? undefined }
}

/** "< 50", "50 – 200", "≥ 1,000"; "?" stands for what is not set. `format` writes a figure in the person's language. */
export function rangeText(range: FigureRange, format: (figure: number) => string): string {
  const figure = (value: number | null | undefined): string => (typeof value === 'number' ? withMinus(format(value)) : '?')
  if (range.from === null) return `< ${figure(range.below)}`
  if (range.below === null) return `≥ ${figure(range.from)}`
  return `${figure(range.from)} – ${figure(range.below)}`
}
