import type { Customer } from '../customer/model.ts'
import { type Cuts, axisScore } from '../scoring/axis.ts'
import { levelOf } from '../scoring/grade.ts'
import type { Check } from './checks.ts'
import type { Scale } from './model.ts'

/** With fewer customers than this, being alike says nothing about the scale. */
export const MIN_TO_COMPARE = 3

export interface NonSeparating {
  readonly factorId: string
  readonly level: number
  /** The customers that have a grade on the factor. */
  readonly customerIds: readonly string[]
}

/** The factors on which all customers that have a grade, three at least, have the same one: they tell nobody apart. */
export function nonSeparatingFactors(scale: Scale, customers: readonly Customer[]): NonSeparating[] {
  const present = customers.filter((customer) => !customer.removed)
  return scale.factors.flatMap((factor) => {
    if (factor.removed) return []
    const graded = present.flatMap((customer) => {
      const level = levelOf(customer, factor)
      return level === null ? [] : [{ id: customer.id, level }]
    })
    const level = graded[0]?.level
    if (level === undefined || graded.length < MIN_TO_COMPARE || graded.some((one) => one.level !== level)) return []
    return [{ factorId: factor.id, level, customerIds: graded.map((one) => one.id) }]
  })
}

/**
 * Advice that only measured customers can give about a scale: a factor on which they are all alike, and a scale that
 * puts them all on one side of its cut line, so that the map has quadrants which nobody can get into.
 */
export function measuredChecks(scale: Scale, customers: readonly Customer[], cuts: Cuts): Check[] {
  const checks: Check[] = nonSeparatingFactors(scale, customers).map(({ factorId, level, customerIds }) => ({
    id: 'same-grade', severity: 'advice', factorId, field: null,
    params: { name: scale.factors.find((factor) => factor.id === factorId)?.name ?? '', level, count: customerIds.length },
  }))
  const cut = scale.axis === 'potential' ? cuts.cutY : cuts.cutX
  const values = customers.flatMap((customer) => (customer.removed ? [] : [axisScore(customer, scale).value])).filter((value) => value !== null)
  const high = values.filter((value) => value >= cut).length
  if (values.length >= MIN_TO_COMPARE && (high === 0 || high === values.length)) {
    checks.push({ id: 'one-side', severity: 'advice', factorId: null, field: null, params: { count: values.length, cut, side: high === 0 ? 'low' : 'high' } })
  }
  return checks
}
