/** x = business relationship, y = purchase potential. */
export const axes = ['potential', 'relationship'] as const
export type Axis = (typeof axes)[number]

export type Direction = 'more' | 'less'
export type Measure = 'text' | 'numeric'
export const MIN_LEVELS = 3
export const MAX_LEVELS = 5

/** What earns a grade. `level` counts from 1, the lowest grade, to the factor's number of levels. */
export interface Interval {
  readonly level: number
  readonly text: string
  readonly points: number
}

export interface Factor {
  readonly id: string
  /** Fractional index; factors sort by (order, id). */
  readonly order: string
  readonly name: string
  readonly definition: string
  /** Where the figure comes from. */
  readonly source: string
  readonly unit: string
  /** 0..100, or null while nobody has set it. */
  readonly weight: number | null
  readonly measure: Measure
  /** Numeric only: is a higher figure better or worse? */
  readonly direction: Direction
  /** 3..5, lowest grade first. */
  readonly intervals: readonly Interval[]
  /**
   * Numeric only: the `intervals.length - 1` figures that part the intervals, in ascending order of the raw figure.
   * A figure on a threshold belongs to the interval above it (lower bound inclusive). null = not set yet.
   */
  readonly thresholds: readonly (number | null)[]
  readonly libraryId: string | null
  /** Set on a factor that was removed and can be restored. */
  readonly removed: Removal | null
}

export interface Removal {
  readonly at: number
  /** Participant id. */
  readonly by: string
}

export interface Scale {
  readonly axis: Axis
  /** In order, without the removed ones. */
  readonly factors: readonly Factor[]
  readonly removed: readonly Factor[]
}

/** The number of factors that a complete scale has. */
export const factorCount: Readonly<Record<Axis, { readonly min: number; readonly max: number }>> = {
  potential: { min: 5, max: 8 },
  relationship: { min: 4, max: 6 },
}
