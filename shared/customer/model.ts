import type { Removal } from '../scale/model.ts'

/** A chosen interval, a raw figure whose grade follows from the thresholds, or the answer "we don't know". */
export type Grade =
  | { readonly kind: 'level'; readonly level: number }
  | { readonly kind: 'raw'; readonly raw: number }
  | { readonly kind: 'unknown' }

export interface Customer {
  readonly id: string
  /** Fractional index in the list; customers sort by (order, id). */
  readonly order: string
  /** Fractional index in the order in which the group would visit them by gut feeling. */
  readonly gutOrder: string
  readonly name: string
  readonly note: string
  /** Today's effort in the group's unit, or null. */
  readonly effort: number | null
  readonly revenue: number | null
  /** By factor id. A factor that is missing here has no answer yet. */
  readonly grades: ReadonlyMap<string, Grade>
  readonly removed: Removal | null
}

export const effortUnits = ['visits', 'hours', 'budget'] as const
export type EffortUnit = (typeof effortUnits)[number]
/** Revenue and budgets are counted in it, whatever a face calls it: by this name a figure is read, so that 1.2亿 is 12,000 in every language. */
export const MONEY_UNIT = '万元'
