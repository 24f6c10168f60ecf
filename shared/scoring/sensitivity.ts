import type { Customer } from '../customer/model.ts'
import type { Quadrant } from '../map/model.ts'
import { type Axis, axes, type Factor, type Scale } from '../scale/model.ts'
import { type Cuts, isMeasured, placeCustomer, type Scales } from './axis.ts'
import { levelOf, levelsOf, weightOf } from './grade.ts'

/** One small change alone that would put the customer into another quadrant. */
export interface Flip {
  readonly cause: 'weight' | 'grade'
  readonly axis: Axis
  readonly factorId: string
  readonly way: 'up' | 'down'
  /** Where the customer would be then. */
  readonly quadrant: Quadrant
}
/** A customer whose quadrant hangs on little. */
export interface Fragile {
  readonly customerId: string
  readonly quadrant: Quadrant
  /** Weights first, in the order of the scales. */
  readonly flips: readonly Flip[]
}

/** Of the weight itself. */
export const WEIGHT_STEP = 0.1

/**
 * Which measured customers change quadrant when one thing alone is a little different: a weight by a tenth of itself, or
 * one of their grades by one level. The change of a weight is relative and renormalised: with weights w and factor
 * scores s the axis becomes (Σ w·s ± 0.1·wₖ·sₖ) / (Σ w ± 0.1·wₖ), so the other weights keep their proportions. One at a
 * time, as in the usual sensitivity analysis of additive weighting (Triantaphyllou & Sánchez, "A sensitivity analysis
 * approach for some deterministic multi-criteria decision making methods", Decision Sciences 28, 1997). Cut lines stay.
 */
export function fragileCustomers(customers: readonly Customer[], scales: Scales, cuts: Cuts): Fragile[] {
  const reweighted = axes.flatMap((axis) => weightChanges(scales, axis))
  return customers.filter((customer) => !customer.removed).flatMap((customer) => {
    const place = placeCustomer(customer, scales, cuts)
    if (!isMeasured(place)) return []
    const flips = [
      ...reweighted.flatMap(({ scales: changed, ...change }) => flipOf(change, placeCustomer(customer, changed, cuts).quadrant, place.quadrant)),
      ...axes.flatMap((axis) => gradeChanges(customer, scales[axis])).flatMap(({ customer: changed, ...change }) => flipOf(change, placeCustomer(changed, scales, cuts).quadrant, place.quadrant)),
    ]
    return flips.length === 0 ? [] : [{ customerId: customer.id, quadrant: place.quadrant, flips }]
  })
}

const flipOf = (change: Omit<Flip, 'quadrant'>, then: Quadrant | null, now: Quadrant): Flip[] => (then === null || then === now ? [] : [{ ...change, quadrant: then }])

const ways = ['up', 'down'] as const
const counts = (factor: Factor): boolean => factor.removed === null && weightOf(factor) > 0

function weightChanges(scales: Scales, axis: Axis): (Omit<Flip, 'quadrant'> & { readonly scales: Scales })[] {
  const scale = scales[axis]
  return scale.factors.filter(counts).flatMap((factor) => ways.map((way) => {
    const weight = weightOf(factor) * (1 + (way === 'up' ? WEIGHT_STEP : -WEIGHT_STEP))
    const factors = scale.factors.map((one) => (one === factor ? { ...one, weight } : one))
    return { cause: 'weight' as const, axis, factorId: factor.id, way, scales: { ...scales, [axis]: { ...scale, factors } } }
  }))
}

/** A raw figure becomes the level next to its own. */
function gradeChanges(customer: Customer, scale: Scale): (Omit<Flip, 'quadrant'> & { readonly customer: Customer })[] {
  return scale.factors.filter(counts).flatMap((factor) => {
    const level = levelOf(customer, factor)
    if (level === null) return []
    const levels = levelsOf(factor)
    return ways.flatMap((way) => {
      const other = levels[levels.indexOf(level) + (way === 'up' ? 1 : -1)]
      if (other === undefined) return []
      const grades = new Map(customer.grades).set(factor.id, { kind: 'level', level: other })
      return [{ cause: 'grade' as const, axis: scale.axis, factorId: factor.id, way, customer: { ...customer, grades } }]
    })
  })
}
