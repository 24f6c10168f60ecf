import { type AloneRound, CUSTOMERS_AT_ONCE, type Figures } from './model.ts'
import { type Agreement, agreementOf, DISCUSS_GRADES, isWorthDiscussing, levelsIn } from './spread.ts'
import type { Customer } from '../customer/model.ts'
import type { GroupWork } from '../groupwork/model.ts'
import { axes, type Axis, type Factor } from '../scale/model.ts'

/** The customers of a round that are on the list now. */
export const customersIn = ({ customerIds }: Pick<AloneRound, 'customerIds'>, customers: readonly Customer[]): readonly Customer[] =>
  customerIds.length === 0 ? customers.slice(0, CUSTOMERS_AT_ONCE) : customers.filter(({ id }) => customerIds.includes(id))

export const columnsOf = ({ scales }: Pick<GroupWork, 'scales'>): readonly { readonly axis: Axis; readonly factor: Factor }[] => axes.flatMap((axis) => scales[axis].factors.map((factor) => ({ axis, factor })))

export interface FactorStrips {
  readonly axis: Axis
  readonly factor: Factor
  /** What the levels are called from 1 on, where the group gave them other points: people graded by these. */
  readonly points: readonly number[] | undefined
  /** null while nothing can be compared. */
  readonly agreement: Agreement | null
  readonly strips: readonly { readonly customer: Customer; readonly figures: Figures; readonly lit: boolean }[]
}
const otherPoints = ({ intervals }: Factor): readonly number[] | undefined =>
  (intervals.every(({ level, points }) => points === level) ? undefined : intervals.map(({ points }) => points))
type Shown = Readonly<Record<string, Readonly<Record<string, Figures>>>>

/** Factor by factor what was graded, those on which people agree least first: there a definition is not exact. */
export function factorStrips(work: Pick<GroupWork, 'scales' | 'customers'>, shown: Shown): FactorStrips[] {
  const customers = work.customers.filter(({ id }) => shown[id] !== undefined)
  const rows = columnsOf(work).map(({ axis, factor }) => {
    const strips = customers.map((customer) => {
      const figures = shown[customer.id]?.[factor.id] ?? []
      return { customer, figures, lit: isWorthDiscussing(levelsIn(figures), DISCUSS_GRADES) }
    })
    return { axis, factor, points: otherPoints(factor), agreement: agreementOf(strips.map(({ figures }) => figures)), strips }
  })
  return rows.sort((one, other) => (one.agreement?.share ?? 1) - (other.agreement?.share ?? 1))
}
