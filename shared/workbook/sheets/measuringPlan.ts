import type { GroupWork } from '../../groupwork/model.ts'
import { type Axis, type Factor, axes } from '../../scale/model.ts'
import type { Words } from '../words.ts'
import { type FactorCells, factorCells, factorRows } from './scale.ts'

/** Rows ready for new customers. */
export const EMPTY_ROWS = 30

/** The rows above the customers. Hidden ones hold what the formulas below them need. */
export const row = { keys: 1, title: 2, hint: 3, axis: 4, factor: 5, weight: 6, firstScore: 7, figures: 12, first: 13 } as const

export interface FactorColumn {
  readonly factor: Factor
  readonly axis: Axis
  readonly cells: FactorCells
  readonly grade: number
  /** Of the raw figure; null for a factor that is graded by description. */
  readonly figure: number | null
}

/** Which column of the measuring sheet holds what, and how far its rows go. */
export interface MeasuringPlan {
  readonly sheet: string
  readonly name: number
  readonly potential: number
  readonly relationship: number
  readonly quadrant: number
  readonly missing: number
  readonly factors: readonly FactorColumn[]
  readonly effort: number
  readonly revenue: number
  readonly effortShare: number
  readonly potentialShare: number
  readonly signal: number
  readonly gut: number
  readonly rank: number
  readonly note: number
  /** Hidden: whether a row counts for the shares, and how far its two are apart; whether it counts for the gut order, its place by gut and by potential. */
  readonly shared: number
  readonly apart: number
  readonly ordered: number
  readonly gutPlace: number
  readonly potentialPlace: number
  readonly lastRow: number
  /** Last column. */
  readonly end: number
}

export function planMeasuring(work: GroupWork, words: Words): MeasuringPlan {
  let next = 7
  const take = (): number => next++
  const factors = axes.flatMap((axis) => {
    const scale = work.scales[axis].factors
    const first = factorRows(scale)
    return scale.map((factor, place): FactorColumn => {
      const figure = factor.measure === 'numeric' ? take() : null
      return { factor, axis, figure, grade: take(), cells: factorCells(words.sheets[axis], factor, first[place] ?? 1) }
    })
  })
  const plan = {
    sheet: words.sheets.measuring, name: 2, potential: 3, relationship: 4, quadrant: 5, missing: 6, factors,
    effort: take(), revenue: take(), effortShare: take(), potentialShare: take(), signal: take(), gut: take(), rank: take(), note: take(),
    shared: take(), apart: take(), ordered: take(), gutPlace: take(), potentialPlace: take(),
    lastRow: row.first - 1 + work.customers.length + EMPTY_ROWS,
  }
  return { ...plan, end: next - 1 }
}
