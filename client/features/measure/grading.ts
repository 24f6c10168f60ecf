import type { Customer } from '../../../shared/customer/model.ts'
import type { GroupWork } from '../../../shared/groupwork/model.ts'
import { axes, type Axis, type Factor } from '../../../shared/scale/model.ts'
import { axisScore } from '../../../shared/scoring/axis.ts'
import { usableThresholds } from '../../../shared/scoring/grade.ts'
import { withMinus } from '../../../shared/text/figure.ts'

/** A factor with the axis that it belongs to: the columns of the grid and the cards of a customer, potential first. */
export interface Column {
  readonly axis: Axis
  readonly factor: Factor
}
export const columnsOf = (work: Pick<GroupWork, 'scales'>): Column[] => axes.flatMap((axis) => work.scales[axis].factors.map((factor) => ({ axis, factor })))

/** Answers of a customer on both scales; "we don't know" is one. */
export function progressOf(customer: Customer, work: Pick<GroupWork, 'scales'>): { readonly answered: number; readonly total: number } {
  const [potential, relationship] = [axisScore(customer, work.scales.potential), axisScore(customer, work.scales.relationship)]
  return { answered: potential.answered + relationship.answered, total: potential.total + relationship.total }
}

export const isDone = (customer: Customer, work: Pick<GroupWork, 'scales'>): boolean => {
  const { answered, total } = progressOf(customer, work)
  return total > 0 && answered >= total
}

/** The raw figures of a numeric interval, lower bound included; null at an open end. */
export interface RawRange {
  readonly from: number | null
  readonly below: number | null
}

/** What raw figures earn `level`, or null while the thresholds of the factor are missing or out of order. */
export function rawRange(factor: Factor, level: number): RawRange | null {
  const thresholds = factor.measure === 'numeric' ? usableThresholds(factor) : null
  if (!thresholds) return null
  const band = factor.direction === 'less' ? factor.intervals.length - level : level - 1
  return { from: thresholds[band - 1] ?? null, below: thresholds[band] ?? null }
}

/** `< 100`, `100 – 300`, `≥ 300`; a range ends just below its upper figure. The unit stands beside the field of the figure. */
export function rangeText({ from, below }: RawRange, format: (value: number) => string): string {
  const figure = (value: number): string => withMinus(format(value))
  if (from === null) return below === null ? '' : `< ${figure(below)}`
  return below === null ? `≥ ${figure(from)}` : `${figure(from)} – ${figure(below)}`
}

/** The field of a grade, by which a person is led to it. */
export const gradeField = (customerId: string, factorId: string): string => `customers/${customerId}/grade/${factorId}`

/** Where a wish "lead me there" ends in this panel. */
export interface Destination {
  readonly step: 'list' | 'gut' | 'grade' | 'effort'
  readonly customerId: string | null
  readonly factorId: string | null
}
export function destinationOf(field: string): Destination | null {
  if (field === 'gut') return { step: 'gut', customerId: null, factorId: null }
  const [root, customerId = null, part = 'name', factorId = null] = field.split('/')
  if (root !== 'customers') return null
  const step = part === 'grade' ? 'grade' : part === 'effort' || part === 'revenue' ? 'effort' : 'list'
  return { step, customerId, factorId }
}
