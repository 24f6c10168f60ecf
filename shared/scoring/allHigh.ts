import type { Customer } from '../customer/model.ts'
import type { Scales } from './axis.ts'
import { levelOf, levelsOf } from './grade.ts'

const MIN_CUSTOMERS = 3
const TOP_LEVELS = 2

/**
 * Whether every grade that was given is one of the factor's two highest (4 or 5 of 5), over three customers at least.
 * Then the group praised its customers instead of measuring them. Removed factors and customers don't count.
 */
export function allHigh(customers: readonly Customer[], scales: Scales): boolean {
  const factors = [...scales.potential.factors, ...scales.relationship.factors].filter((factor) => !factor.removed)
  let gradedCustomers = 0
  for (const customer of customers) {
    if (customer.removed) continue
    let graded = false
    for (const factor of factors) {
      const level = levelOf(customer, factor)
      if (level === null) continue
      if (!levelsOf(factor).slice(-TOP_LEVELS).includes(level)) return false
      graded = true
    }
    if (graded) gradedCustomers++
  }
  return gradedCustomers >= MIN_CUSTOMERS
}
