import type { Localized } from '../language/locale.ts'
import type { Axis, Direction, Measure } from './model.ts'

/** A factor to borrow: copied into a group's scale in the borrower's language, then it is the group's own. */
export interface LibraryFactor {
  readonly id: string
  readonly axis: Axis
  readonly name: Localized
  readonly definition: Localized
  readonly source: Localized
  readonly unit: Localized
  readonly measure: Measure
  readonly direction: Direction
  /** Descriptions, lowest grade first, 3..5. For numeric factors they may be empty strings. */
  readonly intervals: readonly Localized[]
  /** Numeric only, ascending, one fewer than the intervals. */
  readonly thresholds: readonly number[]
  readonly suggestedWeight: number
}
